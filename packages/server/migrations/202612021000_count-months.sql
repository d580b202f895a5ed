-- How each month of each worker was, by what is known now; and counted for every village, as trends, forecasts and dashboards read it.
alter table app.cover_states add marks_from date, add marks text not null default '';
comment on column app.cover_states.marks is 'A letter a month from marks_from on: C paid in time, c paid later, d due, 1-3 months owed, v village owes, p accepted and nothing paid, l only listed, e ended, w waiting, r rejected, n none, x died';

create table app.month_figures (
  region_code text not null,
  village_code text not null,
  kecamatan_code text not null,
  group_code text not null check (group_code in ('worker', 'officer')),
  month date not null check (extract(day from month) = 1),
  counts jsonb not null,
  counted_at timestamptz not null,
  primary key (region_code, village_code, group_code, month)
);
comment on table app.month_figures is 'People of a village in a month, by state and by what changed; recomputable from cover_states and persons. Past months are said by what is known now';

create table app.cohort_figures (
  region_code text not null,
  village_code text not null,
  kecamatan_code text not null,
  joined_month date not null,
  month date not null check (month >= joined_month),
  covered integer not null check (covered > 0),
  primary key (region_code, village_code, joined_month, month)
);
comment on table app.cohort_figures is 'Of the workers of a village first covered in one month, how many a later month covers';

create table app.arrival_figures (
  region_code text not null,
  month date not null,
  day integer not null,
  payments integer not null check (payments > 0),
  primary key (region_code, month, day)
);
comment on table app.arrival_figures is 'How many payments for a month became known so many days after its first day; tells how full a month usually is by now';

do $$
declare
  target text;
begin
  foreach target in array array['app.month_figures', 'app.cohort_figures'] loop
    perform app_private.allow(target, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(target, 'app_kecamatan', 'select', 'kecamatan', '{CMT}');
    perform app_private.allow(target, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
    perform app_private.allow(target, 'app_jobs', 'select,insert,delete', 'region');
  end loop;
  perform app_private.allow('app.arrival_figures', 'app_village', 'select', 'region_code = (select app.region())', '{OPR,KDS}');
  perform app_private.allow('app.arrival_figures', 'app_kecamatan', 'select', 'region_code = (select app.region())', '{CMT}');
  perform app_private.allow('app.arrival_figures', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.arrival_figures', 'app_jobs', 'select,insert,delete', 'region');
end $$;
