-- Who counts as covered in a figure is answered by the cover clock and stored with its state; figures only count the answers.
-- Until the first folding after this migration, at start, whoever is covered counts.
alter table app.cover_states
  add column counts_as_covered boolean,
  add column stands_beside text check (stands_beside in ('grace', 'waiting-first-payment', 'list-only')),
  add check (not (counts_as_covered and stands_beside is not null));
comment on column app.cover_states.counts_as_covered is 'The month''s contribution stands, or is not yet due after a paid one';
comment on column app.cover_states.stands_beside is 'Shown beside a figure of coverage, never inside it';

alter table app.cover_states no force row level security;
update app.cover_states set counts_as_covered = state = 'covered';
alter table app.cover_states force row level security;
alter table app.cover_states alter column counts_as_covered set not null;
