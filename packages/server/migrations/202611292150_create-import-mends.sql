-- What people decided about rows held back: another text for a cell, or that the row is left out, and why. The row keeps what
-- the file said; what counts now is the file with the standing decisions laid over it.
create table app.import_mends (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.import_batches (id),
  sheet integer not null,
  row_no integer not null,
  village_code text,
  kecamatan_code text,
  decision text not null check (decision in ('mended', 'left-out')),
  reason text check (reason in ('not-eligible', 'moved', 'died', 'twice', 'other-village', 'no-number', 'other')),
  changes_sealed bytea,
  decided_by uuid not null,
  decided_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((decision = 'left-out') = (reason is not null)),
  check ((decision = 'mended') = (changes_sealed is not null)),
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.import_mends is 'Decisions of people about rows of a file; one that is undone stays';
comment on column app.import_mends.changes_sealed is 'Column, text before and text after of every cell changed, sealed like the rows';
create index import_mends_by_row on app.import_mends (batch_id, sheet, row_no) where undone_at is null;

alter table app.import_rows drop constraint import_rows_outcome_check;
alter table app.import_rows add constraint import_rows_outcome_check
  check (outcome in ('accepted', 'applied', 'unchanged', 'quarantined', 'duplicate', 'blank', 'header', 'note', 'left-out'));

do $$
declare
  own text := 'decided_by = (select app.actor_id())';
  mine text := 'undone_by = (select app.actor_id()) and undone_at is not null';
  of_batch text := 'exists (select from app.import_batches b where b.id = batch_id)';
begin
  perform app_private.allow('app.import_mends', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.import_mends', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.wall('app.import_mends', 'app_village', 'update', 'village', '{OPR}', 'village_code = (select app.scope()) and ' || mine);
  perform app_private.allow('app.import_mends', 'app_city', 'select', 'region', '{MGR,DAT,BKP,AUD}');
  perform app_private.allow('app.import_mends', 'app_city', 'insert', own, '{DAT}');
  perform app_private.wall('app.import_mends', 'app_city', 'update', 'region', '{DAT}', mine);
  perform app_private.allow('app.import_mends', 'app_bpjs', 'select', of_batch);
  perform app_private.allow('app.import_mends', 'app_finance', 'select', of_batch, '{FIN}');
  perform app_private.allow('app.import_mends', 'app_jobs', 'select', 'region');
end $$;
grant update (undone_by, undone_at) on app.import_mends to app_village, app_city;
