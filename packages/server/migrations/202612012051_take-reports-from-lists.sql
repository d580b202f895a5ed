-- The population office sends a list of deaths, and BPJS answers that somebody died. Each row about a worker becomes a report like any
-- other: until a person confirms it, nothing follows.
alter table app.import_batches drop constraint import_batches_kind_check,
  add constraint import_batches_kind_check check (kind in ('village-list', 'village-officers', 'dtsen', 'bpjs-members', 'civil-servants',
    'enrolment-result', 'bpjs-receipts', 'deaths'));

alter table app.incident_reports add column batch_id uuid references app.import_batches,
  drop constraint incident_reports_channel_check,
  add constraint incident_reports_channel_check check (channel in ('public', 'telephone', 'population-office', 'bpjs')),
  add check ((channel in ('population-office', 'bpjs')) = (batch_id is not null)),
  alter column told_sealed drop not null,
  add column forgotten_at timestamptz,
  add check ((told_sealed is null) = (forgotten_at is not null)),
  add check (forgotten_at is null or state in ('refuted', 'merged'));
comment on column app.incident_reports.batch_id is 'The list that reported it';
comment on column app.incident_reports.told_sealed is 'Names, telephone number, place and card code as they were told, sealed; empty once they are forgotten';
comment on column app.incident_reports.forgotten_at is 'When the words of a report that is not true were taken away; the row stays, as it is counted';
create index incident_reports_by_batch on app.incident_reports (batch_id) where batch_id is not null;
create index incident_reports_by_person on app.incident_reports (person_id) where person_id is not null;

do $$
begin
  perform app_private.wall('app.incident_reports', 'app_city', 'insert', 'channel = ''population-office''', '{DAT}', null, 'lists');
  perform app_private.wall('app.incident_reports', 'app_jobs', 'update', 'state in (''refuted'', ''merged'')');
end $$;
grant update (told_sealed, forgotten_at, version) on app.incident_reports to app_jobs;
