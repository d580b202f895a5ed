-- An agenda item may be taken up again, so its time is counted over all its runs; its notes have a version of their own, as two
-- operators write while others move the agenda. A village says before the meeting that its numbers are right.
alter table app.meeting_items
  add column spent_seconds integer not null default 0 check (spent_seconds >= 0),
  add column notes_version integer not null default 0,
  add column from_item_id uuid unique references app.meeting_items;
comment on column app.meeting_items.spent_seconds is 'Seconds of the runs that are over; the run that goes on began at started_at';
comment on column app.meeting_items.notes_version is 'Counts changes of the notes alone, so that a text never overwrites one that its writer did not see';
comment on column app.meeting_items.from_item_id is 'The item of an earlier meeting that was not finished there and goes on here';
alter table app.meetings add column invited_at timestamptz;
comment on column app.meetings.invited_at is 'When the villages were invited; the date of the letter';
alter table app.meeting_rows add column checked_at timestamptz;
comment on column app.meeting_rows.checked_at is 'When the village said that its numbers of people are right, before the meeting';
insert into app_private.known_at_birth values ('app.meeting_rows', 'checked_at');

grant update (spent_seconds, notes_version) on app.meeting_items to app_city;
grant update (invited_at) on app.meetings to app_city;
grant update (checked_at) on app.meeting_rows to app_village;
