-- Work after a commit is leased instead of being held by an open transaction: nothing waits for unrelated long transactions,
-- and a worker that dies loses its lease. Rows carry over.
alter table app.outbox rename to work;
drop index app.outbox_open;
alter table app.work drop column xid;
alter table app.work rename column next_at to not_before;
alter table app.work alter column not_before set default '-infinity';
update app.work set not_before = '-infinity' where done_at is null and failed_at is null;
alter table app.work
  add column key text,
  add column leased_by uuid,
  add column leased_until timestamptz;
comment on table app.work is 'What must happen after a commit. at, done_at, failed_at: business time; not_before, leased_until: the machine''s, they measure the life of processes';
comment on column app.work.key is 'Waiting work of one topic and one key is done together, where the topic unites';
comment on column app.work.payload is 'Ids and codes only; never a NIK or a name';
create index work_open on app.work (region_code, at, id) where done_at is null and failed_at is null;
create index work_done on app.work (region_code, done_at) where done_at is not null;
create index work_failed on app.work (region_code, failed_at) where failed_at is not null;

-- Every night of a schedule once, whichever process sees it first.
create table app.schedule_runs (
  region_code text not null,
  name text not null,
  day date not null,
  at timestamptz not null default app.now(),
  primary key (region_code, name, day)
);
comment on table app.schedule_runs is 'Which schedule was set to work for which day, in business time of Asia/Jakarta';

do $$
begin
  perform app_private.allow('app.schedule_runs', 'app_jobs', 'select,insert,delete', 'region');
  -- Work that is done and older than its keeping time goes.
  perform app_private.allow('app.work', 'app_jobs', 'delete', 'region');
end $$;

-- Whoever runs the system sees what failed and may set it to work again; what the work was about (ids of persons) stays hidden.
grant select (region_code, id, topic, key, at, attempts, not_before, leased_by, leased_until, done_at, failed_at, last_error)
  on app.work to app_city;
grant update (attempts, not_before, failed_at) on app.work to app_city;
create policy work_operate_read on app.work for select to app_city
  using (region_code = (select app.region()) and (select app.actor_role()) = 'ADM');
create policy work_operate on app.work for update to app_city
  using (region_code = (select app.region()) and (select app.actor_role()) = 'ADM' and failed_at is not null)
  with check (region_code = (select app.region()));

-- The business moment is for the application's logins, not for anybody.
revoke all on function app.fixed_now(), app.now() from public;
grant execute on function app.fixed_now(), app.now()
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_public, app_jobs;
