-- What happened beside the line of coverage, counted every night for all who may see the line: a reader of figures sees neither batches nor
-- lists, and need not.
create table app.trend_events (
  region_code text not null,
  kind text not null check (kind in ('target', 'budget', 'list', 'payroll', 'release')),
  month date not null check (extract(day from month) = 1),
  village_code text,
  kecamatan_code text,
  number numeric(12, 2) not null check (number > 0),
  year integer,
  unique nulls not distinct (region_code, kind, month, village_code, year),
  check (village_code is null or kecamatan_code is not null)
);
comment on table app.trend_events is 'Months in which something happened that may bend coverage, with how much of it; without a village it is of the whole city; recomputable';
comment on column app.trend_events.number is 'Percent of a target, villages whose budget was passed, rows of lists taken over, mandates of payrolls, releases';

do $$
begin
  perform app_private.allow('app.trend_events', 'app_village', 'select', 'village_code is null or village_code = (select app.scope())', '{OPR,KDS}');
  perform app_private.allow('app.trend_events', 'app_kecamatan', 'select', 'village_code is null or kecamatan_code = (select app.scope())', '{CMT}');
  perform app_private.allow('app.trend_events', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.trend_events', 'app_jobs', 'select,insert,delete', 'region');
end $$;
