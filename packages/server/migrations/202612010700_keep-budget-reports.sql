-- The report of a village budget as Siskeudes exports it is the proof of what stands in the budget. It is kept sealed as it came, with every
-- line that was read from it; once confirmed, with what it has for each group. A step that it shows names it.
create table app.budget_reports (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  year integer not null check (year between 2020 and 2100),
  stage text not null check (stage in ('draft', 'enacted')),
  has_change boolean not null,
  paper_number text not null,
  paper_on date not null,
  file_name text not null,
  file_format text not null check (file_format in ('xlsx', 'ods', 'csv', 'tsv')),
  file_hash bytea not null,
  file_sealed bytea not null,
  lines jsonb not null,
  handed_by uuid not null,
  handed_role text not null,
  handed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_role text,
  confirmed_at timestamptz,
  unique (region_code, village_code, year, stage, file_hash),
  check (num_nulls(confirmed_by, confirmed_role, confirmed_at) in (0, 3))
);
comment on table app.budget_reports is 'Exported reports of village budgets, sealed as they came, with the lines read from them; the file is never changed';
comment on column app.budget_reports.has_change is 'Whether it has amounts after change beside the first ones: then it is of the change budget';
comment on column app.budget_reports.lines is 'Every line as printed: activity, account, name, first amount, amount after change';
create index budget_reports_by_village on app.budget_reports (region_code, village_code, year);

create table app.budget_report_groups (
  region_code text not null,
  report_id uuid not null references app.budget_reports,
  village_code text not null,
  kecamatan_code text not null,
  group_code text not null,
  commitment_id uuid not null references app.commitments,
  initial_rupiah bigint,
  changed_rupiah bigint,
  codes text[] not null,
  primary key (report_id, group_code)
);
comment on table app.budget_report_groups is 'What a confirmed report has for each promised group, under which codes; null where it has no such line';
create index budget_report_groups_by_commitment on app.budget_report_groups (commitment_id);

alter table app.commitment_steps add report_id uuid references app.budget_reports;
comment on column app.commitment_steps.report_id is 'The report of the budget that shows the step; its file is kept there once';
alter table app.commitment_steps drop constraint commitment_steps_check;
alter table app.commitment_steps add constraint commitment_steps_check check (
  num_nulls(paper_name, paper_type, paper_hash, paper_sealed) in (0, 4)
    or (report_id is not null and paper_sealed is null and num_nulls(paper_name, paper_type, paper_hash) = 0));

do $$
declare
  target text;
  own constant text := ' and handed_by = (select app.actor_id()) and handed_role = (select app.actor_role())';
begin
  foreach target in array '{budget_reports,budget_report_groups}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'kecamatan');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,EXE,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.budget_reports', 'app_village', 'insert', 'village_code = (select app.scope())' || own, '{KDS}');
  perform app_private.allow('app.budget_reports', 'app_city', 'insert', 'true' || own, '{MGR}');
  perform app_private.wall('app.budget_reports', 'app_village', 'update', 'village', '{KDS}');
  perform app_private.wall('app.budget_reports', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.budget_report_groups', 'app_village', 'insert', 'village', '{KDS}');
  perform app_private.allow('app.budget_report_groups', 'app_city', 'insert', 'region', '{MGR}');
end $$;
grant update (confirmed_by, confirmed_role, confirmed_at) on app.budget_reports to app_village, app_city;
