-- A release may give a span of deciles ("1 s.d. 4"), or name somebody without a decile. Both ends are kept, equal where it is exact,
-- and whoever stands in Dinsos's data without a decile is kept as that.
alter table app.person_welfare add column decile_from smallint check (decile_from between 1 and 10);
update app.person_welfare w set decile_from = coalesce((select (r.attributes->>'decileFrom')::smallint from app.source_records r where r.id = w.record_id), w.decile);
alter table app.person_welfare alter column decile drop not null;
alter table app.person_welfare add check (decile_from <= decile), add check ((decile_from is null) = (decile is null));
comment on column app.person_welfare.decile is 'The better-off end, and decile_from the poorer one; equal where exact, both empty where Dinsos lists somebody without a decile';

alter table app.family_deciles add column decile_from smallint check (decile_from between 1 and 10);
update app.family_deciles d set decile_from = coalesce((
  select min((r.attributes->>'decileFrom')::smallint) from app.claims c join app.persons p on p.id = c.person_id
    join app.source_records r on r.region_code = p.region_code and r.kind = 'dtsen' and r.family_card_index = p.family_card_index
  where c.id = d.claim_id and r.attributes->>'release' = d.release and (r.attributes->>'decile')::smallint = d.decile), d.decile);
alter table app.family_deciles alter column decile_from set not null, add check (decile_from <= decile);
comment on column app.family_deciles.decile is 'The better-off end, and decile_from the poorer one; equal where exact';
