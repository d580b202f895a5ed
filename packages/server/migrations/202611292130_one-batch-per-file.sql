-- The same bytes sent twice at the same moment are one file: the program locks by their hash, and the database says so too.
-- What came twice before stays as it is, marked, so that no city's history stands in the way.
alter table app.import_batches add column is_repeat boolean not null default false;
comment on column app.import_batches.is_repeat is 'The same bytes had come from the same sender before, when that was still possible';
update app.import_batches b set is_repeat = true
where exists (
  select from app.import_batches first
  where first.region_code = b.region_code and first.file_sha256 = b.file_sha256 and first.kind = b.kind
    and first.village_code is not distinct from b.village_code and first.uploaded_role = b.uploaded_role
    and first.uploaded_scope is not distinct from b.uploaded_scope
    and (first.uploaded_at, first.id) < (b.uploaded_at, b.id)
);
create unique index import_batches_once on app.import_batches
  (region_code, file_sha256, kind, coalesce(village_code, ''), uploaded_role, coalesce(uploaded_scope, ''))
  where not is_repeat and state not in ('undone', 'discarded', 'refused');
-- How many files somebody has sent today.
create index import_batches_by_sender on app.import_batches (region_code, uploaded_by, uploaded_at);
