-- Every active worker's month is owed, not only the month of a packet: a run says which run made it.
create table app.month_runs (
  region_code text not null,
  id uuid primary key,
  month date not null check (extract(day from month) = 1),
  started_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  workers integer not null default 0,
  added integer not null default 0,
  added_rupiah bigint not null default 0,
  reversed integer not null default 0,
  reversed_rupiah bigint not null default 0,
  parked integer not null default 0
);
comment on table app.month_runs is 'A month gone through worker by worker, and what it changed; the sums grow with each piece of the run';
create unique index month_runs_one_at_a_time on app.month_runs (region_code, month) where finished_at is null;
create index month_runs_by_month on app.month_runs (region_code, month, started_at);

create table app.parked_months (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  month date not null check (extract(day from month) = 1),
  reason text not null check (reason in ('two-payers', 'no-rate', 'too-many')),
  since timestamptz not null,
  resolved_at timestamptz,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.parked_months is 'Workers whose month contradicts itself: nothing was changed for them, and each run looks again';
create unique index parked_months_once on app.parked_months (person_id, month) where resolved_at is null;
create index parked_months_open on app.parked_months (region_code, month) where resolved_at is null;

alter table app.obligations alter packet_id drop not null, add run_id uuid references app.month_runs,
  add entry_id uuid references app.ledger_entries, add check (packet_id is not null or run_id is not null);
comment on column app.obligations.run_id is 'The run of a month that made it; null for the first month, which its packet made';
comment on column app.obligations.entry_id is 'Where it stands in the books; null until it is posted';
create index obligations_by_month on app.obligations (region_code, month, person_id) where reversed_at is null;
create index obligations_unposted on app.obligations (region_code, id) where entry_id is null;
create index obligations_by_entry on app.obligations (entry_id);

do $$
begin
  perform app_private.allow('app.month_runs', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.month_runs', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.allow('app.month_runs', 'app_jobs', 'select,insert,update', 'region');
  perform app_private.allow('app.parked_months', 'app_city', 'select', 'region', '{MGR}');
  perform app_private.allow('app.parked_months', 'app_jobs', 'select,insert,update', 'region');
  perform app_private.wall('app.obligations', 'app_jobs', 'insert,update', 'region');
end $$;
grant insert, update (reversed_at, reverse_reason, entry_id) on app.obligations to app_jobs;
