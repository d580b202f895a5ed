-- A worker may take consent back, as easily as it was given (UU 27/2022 art. 9, 40): who told it, how and when, and who acted on
-- it in time. The consent itself says since when it no longer holds.
create table app.consent_withdrawals (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  was_given boolean not null,
  told_by text not null check (told_by in ('self', 'guardian', 'representative')),
  told_how text not null check (told_how in ('in-person', 'call', 'message', 'letter')),
  told_on date not null,
  note text,
  recorded_by uuid not null,
  recorded_role text not null,
  recorded_at timestamptz not null default app.now(),
  undone_by uuid,
  undone_at timestamptz,
  handled_by uuid,
  handled_at timestamptz,
  handled_note text,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((undone_by is null) = (undone_at is null)),
  check ((handled_by is null) = (handled_at is null)),
  check (handled_at is null or undone_at is null)
);
comment on table app.consent_withdrawals is 'That a worker takes consent back or refuses it; never changed, only acted on or undone';
comment on column app.consent_withdrawals.was_given is 'Whether a consent stood; else it is a refusal';
comment on column app.consent_withdrawals.note is 'Words of whoever recorded it; never a number of a person';
comment on column app.consent_withdrawals.handled_at is 'When a manager had told payer and BPJS';
create index consent_withdrawals_by_person on app.consent_withdrawals (person_id, recorded_at);
create index consent_withdrawals_by_village on app.consent_withdrawals (region_code, village_code);

do $$
declare
  own constant text := 'recorded_by = (select app.actor_id()) and recorded_role = (select app.actor_role())';
begin
  perform app_private.allow('app.consent_withdrawals', 'app_village', 'select', 'village', '{OPR}');
  perform app_private.allow('app.consent_withdrawals', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.wall('app.consent_withdrawals', 'app_village', 'update', 'village_code = (select app.scope()) and handled_by is null', '{OPR}');
  perform app_private.allow('app.consent_withdrawals', 'app_city', 'select', 'region', '{MGR,DPO}');
  perform app_private.allow('app.consent_withdrawals', 'app_city', 'insert', own, '{DPO}');
  perform app_private.wall('app.consent_withdrawals', 'app_city', 'update', 'handled_by is null', '{DPO}');
  perform app_private.wall('app.consent_withdrawals', 'app_city', 'update', 'undone_by is null', '{MGR}', part => 'followed');
  perform app_private.allow('app.consent_withdrawals', 'app_jobs', 'select', 'region');
  -- The data protection officer withdraws for whoever comes to the city instead of the village.
  perform app_private.wall('app.consents', 'app_city', 'update', 'subject_type = ''person''', '{DPO}', null, 'persons');
end $$;
grant update (undone_by, undone_at) on app.consent_withdrawals to app_village, app_city;
grant update (handled_by, handled_at, handled_note) on app.consent_withdrawals to app_city;
