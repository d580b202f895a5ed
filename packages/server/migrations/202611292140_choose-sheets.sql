-- A workbook may hold several lists; whoever sends it says which sheets are meant, and the same file may be sent for another one.
alter table app.import_batches add column sheets jsonb
  constraint import_batches_sheets_are_names check (sheets = '"all"' or jsonb_typeof(sheets) = 'array');
comment on column app.import_batches.sheets is 'Names of the sheets that were asked for, or "all"; null: those that belong together';
drop index app.import_batches_once;
create unique index import_batches_once on app.import_batches
  (region_code, file_sha256, kind, coalesce(village_code, ''), uploaded_role, coalesce(uploaded_scope, ''), coalesce(sheets, 'null'))
  where not is_repeat and state not in ('undone', 'discarded', 'refused');
