-- A decision about a row says which version of the row it made, so that nobody overwrites what they have not seen; and a file of
-- faulty rows that came back leaves a receipt.
alter table app.import_mends add column version integer;
alter table app.import_mends add column undone_version integer;
alter table app.import_mends add column returned_from integer;
update app.import_mends m set version = n.version, undone_version = case when m.undone_at is not null then n.last + n.undone end
from (select id, row_number() over own as version, count(*) over (partition by batch_id, sheet, row_no) as last,
    count(undone_at) over own as undone
  from app.import_mends window own as (partition by batch_id, sheet, row_no order by decided_at, id)) n
where n.id = m.id;
alter table app.import_mends alter column version set not null;
alter table app.import_mends add constraint import_mends_undone_at_a_version check ((undone_at is null) = (undone_version is null));
create unique index import_mends_by_version on app.import_mends (batch_id, sheet, row_no, version);
comment on column app.import_mends.version is 'Version of the row that this decision made; a row nobody decided about has 0';
comment on column app.import_mends.undone_version is 'Version of the row that undoing made';
comment on column app.import_mends.returned_from is 'Version of the row in the file of faulty rows by which it was mended; null: on the page';
grant update (undone_version) on app.import_mends to app_village, app_city;

create table app.import_returns (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.import_batches (id),
  village_code text,
  kecamatan_code text,
  file_sha256 bytea not null,
  receipt jsonb not null,
  returned_by uuid not null,
  returned_at timestamptz not null,
  unique (batch_id, file_sha256)
);
comment on table app.import_returns is 'Files of faulty rows that came back mended, and what each of their rows did';
comment on column app.import_returns.receipt is 'Row numbers by what became of them; no cell of the file';

do $$
declare
  own text := 'returned_by = (select app.actor_id())';
begin
  perform app_private.allow('app.import_returns', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.import_returns', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.allow('app.import_returns', 'app_city', 'select', 'region', '{MGR,DAT,BKP,AUD}');
  perform app_private.allow('app.import_returns', 'app_city', 'insert', own, '{DAT,BKP}');
  perform app_private.allow('app.import_returns', 'app_jobs', 'select', 'region');
  perform app_private.wall('app.import_mends', 'app_city', 'insert', own_mend.condition, '{DAT,BKP}')
    from (values ('decided_by = (select app.actor_id())')) as own_mend (condition);
  perform app_private.wall('app.import_mends', 'app_city', 'update', 'region', '{DAT,BKP}',
    'undone_by = (select app.actor_id()) and undone_at is not null');
end $$;
