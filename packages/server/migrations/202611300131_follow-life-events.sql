-- Whoever has somebody's enrolment or payer in hand has to act on a death, a move or a job; until it is done it is their task,
-- and what they have acted on is no longer simply taken back.
alter table app.life_events
  add column told_by text check (told_by in ('self', 'family', 'neighbour', 'official', 'employer', 'facilitator')),
  add column handled_by uuid,
  add column handled_at timestamptz,
  add column handled_note text,
  add constraint handled_by_somebody check ((handled_by is null) = (handled_at is null)),
  add constraint handled_or_undone check (handled_at is null or undone_at is null);
comment on column app.life_events.told_by is 'Who told it; null where it was recorded before that was asked, or by a list';
comment on column app.life_events.handled_at is 'When a manager had acted on it: payer and BPJS told, heirs helped';
comment on column app.life_events.handled_note is 'What was done, in words; never a number of a person';
create index life_events_to_follow on app.life_events (region_code, recorded_at) where undone_at is null and handled_at is null;
do $$
begin
  perform app_private.wall('app.life_events', 'app_city', 'update', 'undone_by is null', '{MGR}', part => 'followed');
end $$;
grant update (handled_by, handled_at, handled_note) on app.life_events to app_city;
