-- A file on its way in: the batch, every physical row with its outcome, and column choices remembered per sender.
create table app.import_batches (
  region_code text not null,
  id uuid primary key,
  code text not null,
  kind text not null check (kind in ('village-list', 'village-officers', 'dtsen', 'bpjs-members', 'civil-servants', 'enrolment-result', 'bpjs-receipts')),
  village_code text,
  kecamatan_code text,
  state text not null check (state in ('received', 'refused', 'needs-mapping', 'checked', 'awaiting-approval', 'applying', 'applied', 'undone', 'discarded')),
  file_name text not null,
  file_sha256 bytea not null,
  file_bytes bigint not null,
  refusal jsonb,
  recognition jsonb,
  warnings jsonb not null default '[]',
  counts jsonb,
  progress jsonb,
  uploaded_by uuid not null,
  uploaded_role text not null,
  uploaded_scope text,
  uploaded_at timestamptz not null,
  approved_by uuid,
  applied_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  version integer not null default 1,
  unique (region_code, code),
  check (kind <> 'village-list' or village_code is not null),
  check (village_code is null or kind in ('village-list', 'village-officers')),
  check (approved_by is null or approved_by <> uploaded_by)
);
comment on table app.import_batches is 'One uploaded file and how far it has come; nothing touches persons before state applying';
comment on column app.import_batches.recognition is 'Sheet, header rows and column choices';
comment on column app.import_batches.counts is 'read = accepted + repair + skipped, with detail (contracts.md 1)';
create index import_batches_by_uploader on app.import_batches (region_code, uploaded_scope, uploaded_at desc);
create index import_batches_by_hash on app.import_batches (region_code, file_sha256);

create table app.import_rows (
  region_code text not null,
  batch_id uuid not null references app.import_batches (id),
  sheet integer not null,
  row_no integer not null,
  village_code text,
  kecamatan_code text,
  outcome text not null check (outcome in ('accepted', 'applied', 'unchanged', 'quarantined', 'duplicate', 'blank', 'header', 'note')),
  raw_sealed bytea,
  clean_sealed bytea,
  issues jsonb not null default '[]',
  primary key (batch_id, sheet, row_no)
);
comment on table app.import_rows is 'Every physical row of the sheet: sealed as it came, sealed as understood, and its outcome';
create index import_rows_to_apply on app.import_rows (batch_id, outcome);

create table app.import_mappings (
  region_code text not null,
  kind text not null,
  scope_key text not null,
  header_hash bytea not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (region_code, kind, scope_key, header_hash)
);
comment on table app.import_mappings is 'Which column means what, remembered per sender and header row';

do $$
declare
  mine text := 'uploaded_role = (select app.actor_role()) and uploaded_scope is not distinct from (select app.scope())';
  of_batch text := 'exists (select from app.import_batches b where b.id = batch_id)';
  unapplied text := 'exists (select from app.import_batches b where b.id = batch_id and b.state in (''received'', ''needs-mapping'', ''checked''))';
begin
  -- The village sees its own village's batches; KDS too, to approve long lists.
  perform app_private.allow('app.import_batches', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.import_batches', 'app_village', 'insert', 'village', '{OPR}');
  perform app_private.allow('app.import_batches', 'app_village', 'update', 'village', '{OPR,KDS}');
  perform app_private.allow('app.import_batches', 'app_city', 'select', 'region', '{MGR,DAT,BKP,AUD}');
  perform app_private.allow('app.import_batches', 'app_city', 'insert,update', 'region', '{MGR,DAT,BKP}');
  perform app_private.allow('app.import_batches', 'app_bpjs', 'select,insert,update', 'uploaded_role = ''BPJ'' and uploaded_scope = (select app.scope())');
  perform app_private.allow('app.import_batches', 'app_finance', 'select,update', 'kind = ''bpjs-receipts''', '{FIN}');
  perform app_private.allow('app.import_batches', 'app_jobs', 'select,update', 'region');

  perform app_private.allow('app.import_rows', 'app_village', 'select,insert,update', 'village');
  perform app_private.allow('app.import_rows', 'app_city', 'select,insert,update', 'region', '{MGR,DAT,BKP}');
  perform app_private.allow('app.import_rows', 'app_bpjs', 'select,insert,update', of_batch);
  perform app_private.allow('app.import_rows', 'app_finance', 'select', of_batch, '{FIN}');
  perform app_private.allow('app.import_rows', 'app_jobs', 'select,insert,update,delete', 'region');

  -- A file not yet applied may be read again from the start.
  perform app_private.allow('app.import_rows', 'app_village', 'delete', unapplied || ' and village_code = (select app.scope())');
  perform app_private.allow('app.import_rows', 'app_city', 'delete', unapplied, '{MGR,DAT,BKP}');
  perform app_private.allow('app.import_rows', 'app_bpjs', 'delete', unapplied);

  perform app_private.allow('app.import_mappings', 'app_village', 'select,insert,update', 'scope_key = (select app.scope())');
  perform app_private.allow('app.import_mappings', 'app_city', 'select,insert,update', 'scope_key = (select app.actor_role())');
  perform app_private.allow('app.import_mappings', 'app_bpjs', 'select,insert,update', 'scope_key = (select app.scope())');
end $$;
