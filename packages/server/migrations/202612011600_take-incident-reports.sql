-- Somebody died or was hurt, and somebody says so: family, neighbour, village or health post, without an account. A reported death is
-- not yet a death: until a person confirms it nothing else happens, payment goes on and nothing is sent.
create table app.incident_reports (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  village_code text,
  kecamatan_code text,
  kind text not null check (kind in ('work-accident', 'work-accident-death', 'death', 'unsure')),
  happened_on date not null,
  happened_time text check (happened_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  accident_on date,
  channel text not null check (channel in ('public', 'telephone')),
  teller text not null check (teller in ('family', 'neighbour', 'official', 'health', 'other')),
  told_sealed bytea not null,
  state text not null default 'reported' check (state in ('reported', 'confirmed', 'refuted', 'merged')),
  person_id uuid,
  evidence text,
  refutal text,
  merged_into uuid references app.incident_reports,
  life_event_id uuid references app.life_events,
  received_at timestamptz not null,
  taken_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  followed_by uuid,
  followed_at timestamptz,
  version integer not null default 1,
  unique (region_code, code),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((village_code is null) = (kecamatan_code is null)),
  check (person_id is null or village_code is not null),
  check ((state = 'merged') = (merged_into is not null)),
  check (state <> 'confirmed' or (person_id is not null and evidence is not null and kind <> 'unsure')),
  check ((state = 'refuted') = (refutal is not null)),
  check (life_event_id is null or state = 'confirmed')
);
comment on table app.incident_reports is 'Deaths and accidents as somebody reported them, until a person confirmed or refuted each, or found two to be one';
comment on column app.incident_reports.code is 'What the reporter keeps, spelt KJ-…; drawn at random, it shows where the report stands and names nobody';
comment on column app.incident_reports.told_sealed is 'Names, telephone number, place and card code as they were told, sealed';
comment on column app.incident_reports.village_code is 'Empty where the reporter did not know it; then the data officers of the city look for the person';
comment on column app.incident_reports.happened_on is 'Of an accident its day, of a death the day of death; never the day of the report';
comment on column app.incident_reports.life_event_id is 'What the register was told when it was confirmed; undone when it is refuted or its day is corrected';
comment on column app.incident_reports.followed_at is 'When somebody had spoken with the family and told BPJS';
create index incident_reports_by_state on app.incident_reports (region_code, state, received_at);

create table app.incident_report_steps (
  region_code text not null,
  id uuid primary key,
  report_id uuid not null references app.incident_reports,
  village_code text,
  kecamatan_code text,
  step text not null check (step in ('report', 'link', 'confirm', 'refute', 'correct', 'merge', 'follow')),
  details jsonb not null default '{}',
  taken_role text not null,
  taken_by uuid not null,
  taken_at timestamptz not null
);
comment on table app.incident_report_steps is 'What was done with a report, in order and never changed; days and codes only, no name';
create index incident_report_steps_by_report on app.incident_report_steps (report_id, taken_at);

insert into app_private.known_at_birth values ('app.incident_reports', 'taken_by');

do $$
declare
  owner text := current_user;
  own constant text := 'taken_by = (select app.actor_id()) and taken_role = (select app.actor_role())';
begin
  perform app_private.allow('app.incident_reports', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.incident_reports', 'app_village', 'insert', 'village_code = (select app.scope()) and channel = ''telephone''', '{OPR,KDS}');
  perform app_private.wall('app.incident_reports', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.allow('app.incident_reports', 'app_city', 'select', 'region', '{MGR,DAT}');
  perform app_private.allow('app.incident_reports', 'app_city', 'insert', 'channel = ''telephone''', '{MGR}');
  perform app_private.wall('app.incident_reports', 'app_city', 'update', 'region', '{MGR,DAT}');
  perform app_private.allow('app.incident_report_steps', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.incident_report_steps', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR,KDS}');
  perform app_private.allow('app.incident_report_steps', 'app_city', 'select', 'region', '{MGR,DAT}');
  perform app_private.allow('app.incident_report_steps', 'app_city', 'insert', own, '{MGR,DAT}');
  -- The public login reads and writes nothing here: what comes without an account is written by the city's own work.
  perform app_private.allow('app.incident_reports', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.incident_report_steps', 'app_jobs', 'select,insert', 'region');
  execute format('create policy seen_by_functions on app.incident_reports for select to %I using (region_code = (select app.region()))', owner);
end $$;
-- What was told stays as it was told.
grant update (village_code, kecamatan_code, kind, happened_on, happened_time, accident_on, state, person_id, evidence, refutal, merged_into, life_event_id, decided_by,
  decided_at, followed_by, followed_at, version) on app.incident_reports to app_village, app_city;

alter table auth.attempts drop constraint attempts_kind_check,
  add constraint attempts_kind_check check (kind in ('password', 'code', 'invitation', 'card', 'incident-report', 'incident-code'));

create function app.incident_of_code(asked text)
returns table (kind text, state text, village_code text, happened_on date, happened_time text, received_at timestamptz, decided_at timestamptz, followed_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select k.kind, k.state, k.village_code, k.happened_on, k.happened_time, r.received_at, k.decided_at, k.followed_at
  from app.incident_reports r join app.incident_reports k on k.id = coalesce(r.merged_into, r.id)
  where r.region_code = (select (app.context())[2]) and r.code = asked
$$;
comment on function app.incident_of_code(text) is 'Where the report of a code stands, or the one it was found to be the same as; nothing of any person';
revoke all on function app.incident_of_code(text) from public;
grant execute on function app.incident_of_code(text)
  to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
