-- Whoever proposes may take the proposal back while nobody decided; and who cannot return an endorsed list asks the head to.
alter table app.endorsements drop constraint endorsements_state_check;
alter table app.endorsements add constraint endorsements_state_check
  check (state in ('draft', 'proposed', 'approved', 'returned', 'withdrawn'));
alter table app.endorsements add column return_asked_by uuid;
alter table app.endorsements add column return_asked_at timestamptz;
comment on column app.endorsements.return_asked_at is 'Since when its office asks the head to give an endorsed list back, as an import is to be undone';
alter table app.endorsements add constraint asked_with_time check ((return_asked_by is null) = (return_asked_at is null));
grant update (return_asked_by, return_asked_at) on app.endorsements to app_village, app_city;
