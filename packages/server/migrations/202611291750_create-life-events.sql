-- What happened in a worker's life, as somebody told it. Until now the register had a day of death and a day of moving away
-- that nothing wrote.
create table app.life_events (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null references app.persons,
  kind text not null check (kind in ('died', 'moved-away', 'moved-in', 'formal-job')),
  happened_on date not null,
  document text not null,
  note text,
  date_before date,
  cover_event_id uuid references app.cover_events,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.life_events is 'Deaths, moves and jobs with a wage as they were told; one that is undone stays';
comment on column app.life_events.document is 'What says so: death-certificate, moving-letter, village-letter, employer-letter, family, other';
comment on column app.life_events.note is 'Words of whoever recorded it; never a number of a person';
comment on column app.life_events.date_before is 'The day of death or of moving away that the register held before, which an undo puts back';
comment on column app.life_events.cover_event_id is 'The event of cover that this one made, which an undo takes back';
create index life_events_by_person on app.life_events (person_id, recorded_at);
create unique index life_events_one_death on app.life_events (person_id, kind) where undone_at is null and kind in ('died', 'formal-job');

do $$
begin
  perform app_private.allow('app.life_events', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.life_events', 'app_village', 'insert', 'village', '{OPR}');
  perform app_private.allow('app.life_events', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.life_events', 'app_city', 'insert', 'region', '{DAT}');
  perform app_private.wall('app.life_events', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.wall('app.life_events', 'app_city', 'update', 'region', '{DAT}');
  perform app_private.allow('app.life_events', 'app_jobs', 'select', 'region');
end $$;
-- What was told stays as it was told; only that it is undone may be added, and which event of cover now stands for it.
grant update (undone_by, undone_at, cover_event_id) on app.life_events to app_village, app_city;
