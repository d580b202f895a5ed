-- Administrative units of the configured city, with validity and predecessors: units split, merge and change name.
create table app.regions (
  region_code text not null,
  code text not null,
  kind text not null check (kind in ('provinsi', 'kabupaten', 'kota', 'kecamatan', 'desa', 'kelurahan', 'desa-adat')),
  name text not null,
  parent_code text,
  kecamatan_code text,
  aliases text[] not null default '{}',
  population integer,
  population_source text,
  area_km2 numeric,
  label_lat numeric,
  label_lng numeric,
  valid_from date,
  valid_until date,
  predecessors text[] not null default '{}',
  primary key (region_code, code),
  check ((kind in ('desa', 'kelurahan', 'desa-adat')) = (kecamatan_code is not null))
);
comment on table app.regions is 'Codes and names of Kemendagri for one city; code is dotted, e.g. 13.77.02.2015';
comment on column app.regions.region_code is 'The city this row belongs to (tenant)';
comment on column app.regions.population_source is 'Source, or ESTIMATE with its method';
create index regions_by_parent on app.regions (region_code, parent_code);
alter table app.regions enable row level security;
alter table app.regions force row level security;
create policy regions_read on app.regions for select
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs
  using (region_code = (select app.region()));
create policy regions_public on app.regions for select to app_public using (region_code = (select app.region()));
create policy regions_write on app.regions for insert to app_jobs with check (region_code = (select app.region()));
create policy regions_change on app.regions for update to app_jobs
  using (region_code = (select app.region())) with check (region_code = (select app.region()));
grant select on app.regions to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_public, app_jobs;
grant insert, update on app.regions to app_jobs;
