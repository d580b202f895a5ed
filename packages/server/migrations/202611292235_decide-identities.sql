-- Two entries may be one human being, and a list row may have been joined to the wrong one. What is decided about it is a row of
-- its own: nothing else moves, so taking it back restores everything. Whoever reads a person reads those merged into it too.
create table app.identity_decisions (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  kind text not null check (kind in ('merge', 'split')),
  person_id uuid not null,
  other_id uuid references app.persons (id),
  record_id uuid references app.source_records (id),
  state text not null default 'waiting' check (state in ('waiting', 'standing', 'refused', 'undone')),
  note text,
  recorded_by uuid not null,
  recorded_role text not null,
  recorded_at timestamptz not null default app.now(),
  decided_by uuid,
  decided_at timestamptz,
  refusal text,
  undone_by uuid,
  undone_at timestamptz,
  version integer not null default 1,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check (other_id is distinct from person_id),
  check ((kind = 'split') = (record_id is not null)),
  check (kind = 'split' or other_id is not null),
  check (state <> 'standing' or other_id is not null),
  check ((decided_by is null) = (decided_at is null)),
  check ((undone_by is null) = (undone_at is null)),
  check (decided_by is null or decided_by <> recorded_by),
  check ((state = 'waiting') = (decided_by is null)),
  check ((state = 'undone') = (undone_by is not null))
);
comment on table app.identity_decisions is 'That two entries are one human being, or that a list row describes another one; asked by one, decided by a second person, never changed';
comment on column app.identity_decisions.person_id is 'merge: who is kept; split: whose row it was';
comment on column app.identity_decisions.other_id is 'merge: the entry that is read as part of the kept one; split: whom the row describes, null until somebody new is made';
create index identity_decisions_by_person on app.identity_decisions (person_id, state);
create unique index identity_decisions_one_merge on app.identity_decisions (other_id) where kind = 'merge' and state in ('waiting', 'standing');
create unique index identity_decisions_one_split on app.identity_decisions (record_id) where state in ('waiting', 'standing');

do $$
declare
  own constant text := 'recorded_by = (select app.actor_id()) and recorded_role = (select app.actor_role()) and state = ''waiting''';
begin
  perform app_private.allow('app.identity_decisions', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.identity_decisions', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.allow('app.identity_decisions', 'app_city', 'select', 'region', '{DAT,DPO}');
  perform app_private.allow('app.identity_decisions', 'app_city', 'insert', own, '{DAT}');
  perform app_private.wall('app.identity_decisions', 'app_city', 'update', 'region', '{DAT}');
  perform app_private.allow('app.identity_decisions', 'app_jobs', 'select', 'region');
end $$;
grant update (state, other_id, decided_by, decided_at, refusal, undone_by, undone_at, version) on app.identity_decisions to app_city;

-- These answer ids for ids, whoever asks: a login that sees neither entry learns nothing of either.
create function app.kept_person(one uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce((select d.person_id from app.identity_decisions d
    where d.kind = 'merge' and d.state = 'standing' and d.other_id = one), one)
$$;
comment on function app.kept_person is 'The entry that stands for this one: itself, or the one it was merged into';

create function app.all_of_persons(ids uuid[]) returns table (id uuid, kept_id uuid)
language sql stable security definer set search_path = '' as $$
  select i, i from unnest(ids) as i
  union all
  select d.other_id, d.person_id from app.identity_decisions d
  where d.kind = 'merge' and d.state = 'standing' and d.person_id = any(ids)
$$;
comment on function app.all_of_persons is 'These entries and those merged into them, each with the entry it counts for';

create function app.person_of_code(city text, wanted text) returns uuid
language sql stable security definer set search_path = '' as $$
  select app.kept_person(p.id) from app.persons p where p.region_code = city and p.code = wanted
$$;
comment on function app.person_of_code is 'Whom a code means: both codes of a merged person mean the one that is kept';

revoke all on function app.kept_person(uuid), app.all_of_persons(uuid[]), app.person_of_code(text, text) from public;
grant execute on function app.kept_person(uuid), app.all_of_persons(uuid[]), app.person_of_code(text, text)
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;

create view app.person_rows with (security_invoker = true) as
  select pr.region_code, pr.village_code, pr.kecamatan_code, pr.person_id, pr.record_id, pr.at
  from app.person_records pr
  where not exists (select from app.identity_decisions d where d.record_id = pr.record_id and d.state = 'standing')
  union all
  select pr.region_code, pr.village_code, pr.kecamatan_code, d.other_id, pr.record_id, pr.at
  from app.identity_decisions d join app.person_records pr on pr.record_id = d.record_id
  where d.kind = 'split' and d.state = 'standing';
comment on view app.person_rows is 'Which list rows describe whom: as they were joined, but for those that a decision gave to somebody else; walls are those of its tables';
grant select on app.person_rows to app_village, app_city, app_jobs;

-- What rests on an entry, counted for whoever decides whether two are one: a data officer sees neither money nor packets, and
-- must yet not merge what stands in them.
create function app.stakes_of_person(one uuid)
returns table (list_rows int, edits int, links int, life_events int, endorsements int, pledges int, enrolments int, packet_lines int,
  obligations int, cover_events int, is_enrolled boolean, is_in_unsent_packet boolean, is_pledged boolean, is_proposed boolean,
  has_waiting_edit boolean, absorbed int, owed_months text[])
language sql stable security definer set search_path = '' as $$
  select
    (select count(*)::int from app.person_rows r where r.person_id = p.id),
    (select count(*)::int from app.person_edits e where e.person_id = p.id and e.state = 'standing'),
    (select count(*)::int from app.links l where l.person_id = p.id and l.ended_at is null),
    (select count(*)::int from app.life_events e where e.person_id = p.id and e.undone_at is null),
    (select count(*)::int from app.endorsement_items i where i.person_id = p.id),
    (select count(*)::int from app.sponsorships s where s.person_id = p.id),
    (select count(*)::int from app.enrolments e where e.person_id = p.id),
    (select count(*)::int from app.packet_lines l where l.person_id = p.id),
    (select count(*)::int from app.obligations o where o.person_id = p.id and o.reversed_at is null),
    (select count(*)::int from app.cover_events e where e.person_id = p.id),
    exists (select from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended')),
    exists (select from app.packet_lines l join app.packets k on k.id = l.packet_id where l.person_id = p.id and k.state = 'draft'),
    exists (select from app.sponsorships s where s.person_id = p.id and s.state in ('proposed', 'accepted')),
    exists (select from app.endorsement_items i join app.endorsements n on n.id = i.endorsement_id
      where i.person_id = p.id and i.included and n.state in ('draft', 'proposed')),
    exists (select from app.person_edits e where e.person_id = p.id and e.state = 'waiting'),
    (select count(*)::int from app.identity_decisions d where d.person_id = p.id and d.kind = 'merge' and d.state = 'standing'),
    array(select o.programme || ' ' || o.month from app.obligations o where o.person_id = p.id and o.reversed_at is null)
  from app.persons p
  where p.id = one and p.region_code = (select app.region())
    and ((select app.actor_role()) = 'DAT' or ((select app.actor_role()) = 'OPR' and p.village_code = (select app.scope())))
$$;
revoke all on function app.stakes_of_person(uuid) from public;
grant execute on function app.stakes_of_person(uuid) to app_village, app_city;
