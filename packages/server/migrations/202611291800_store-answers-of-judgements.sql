-- What a judgement means for payers and lists is answered once, by the program that judges, and kept beside its reasons. Until
-- now three queries took the reasons apart, and two of them disagreed on a fact that is only missing.
alter table app.judgements
  add column bars_payment boolean not null default false,
  add column is_ready boolean not null default false;
comment on column app.judgements.bars_payment is 'A reason other than being paid for by another speaks against paying for the person';
comment on column app.judgements.is_ready is 'Nothing keeps the person from a list but the consent that is declared with it';

-- Villages read columns one by one, without the points for welfare.
grant select (bars_payment, is_ready) on app.judgements to app_village, app_kecamatan;

-- The owner too is held by row policies; what follows concerns every city.
alter table app.judgements no force row level security;
update app.judgements j set
  bars_payment = exists (select from jsonb_array_elements(j.reasons) r where r->>'code' not in ('paid-by-another', 'fact-missing')),
  is_ready = not exists (select from jsonb_array_elements(j.reasons) r
    where not (r->>'code' = 'fact-missing' and r->>'fact' = 'consent'));
alter table app.judgements force row level security;
