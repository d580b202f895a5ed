-- The system is looked after: failed work is set going again by a person, and it is known when the last backup was made.
alter table app.work add column retried_at timestamptz;
comment on column app.work.retried_at is 'When an administrator looked at it and set it going again: what is refused for its size is done then';
grant select (retried_at), update (retried_at) on app.work to app_city;

create table app.backups (
  region_code text not null,
  id uuid primary key,
  made_at timestamptz not null default app.now(),
  path text not null,
  rows bigint not null,
  checked_at timestamptz,
  problem text check (problem in ('missing', 'unreadable'))
);
comment on table app.backups is 'Backups that were written and where they lie; problem: what the last check found';
create index backups_by_time on app.backups (region_code, made_at desc);

-- The trail may be forgotten when its time is over, and not a day before, whatever the program says (reliability.md G.3).
create index audit_accesses_by_time on audit.accesses (region_code, at);
do $$
begin
  perform app_private.allow('app.backups', 'app_jobs', 'select,insert,update,delete', 'region');
  perform app_private.allow('app.backups', 'app_city', 'select', 'region', '{ADM}');
  perform app_private.allow('audit.accesses', 'app_jobs', 'delete', $p$at < (select app.now()) - interval '5 years'$p$);
  perform app_private.allow('audit.entries', 'app_jobs', 'delete', $p$at < (select app.now()) - interval '10 years'$p$);
end $$;
