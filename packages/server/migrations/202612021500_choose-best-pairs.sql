-- The best pairs are chosen for everybody together, beside the rule; a manager may look at the numbers before anything is proposed.
create table app.pair_runs (
  region_code text not null,
  id uuid primary key,
  proposes boolean not null,
  question jsonb not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  answer jsonb,
  check ((finished_at is null) = (answer is null))
);
comment on table app.pair_runs is 'A choice of the best pairs: how the aims were weighed, and what was reached beside the rule; numbers only';
comment on column app.pair_runs.proposes is 'Whether its pairs were to be proposed; otherwise it was only a look';
create unique index pair_runs_one_at_a_time on app.pair_runs (region_code) where finished_at is null;
create index pair_runs_by_time on app.pair_runs (region_code, asked_at);

do $$
begin
  perform app_private.allow('app.pair_runs', 'app_city', 'select,insert', 'region', '{MGR}');
  perform app_private.allow('app.pair_runs', 'app_jobs', 'select,insert,update', 'region');
end $$;

-- A proposal that nobody has decided may be turned to another pledge.
grant update (pledge_id, reasons, proposed_at) on app.sponsorships to app_city;
