-- Four habits that are dear to retrofit: audit in the same transaction, idempotent operations, an outbox, notices.
create table audit.entries (
  id uuid primary key,
  region_code text not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null,
  actor_role text not null,
  actor_scope text,
  action text not null,
  object_type text not null,
  object_id text not null,
  operation_id uuid,
  details jsonb not null default '{}'
);
comment on table audit.entries is 'Every change, written in its own transaction. details: codes, counts, ids; never a NIK or a name';
create index audit_entries_by_object on audit.entries (object_type, object_id, at);
create index audit_entries_by_time on audit.entries (region_code, at desc);

create table audit.accesses (
  id uuid primary key,
  region_code text not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null,
  actor_role text not null,
  actor_scope text,
  purpose text not null,
  fields text[] not null,
  person_ids uuid[] not null check (cardinality(person_ids) between 1 and 200)
);
comment on table audit.accesses is 'Whose data were shown to whom and why; one row per page of at most 200 persons (UU 27/2022 art. 32)';
create index audit_accesses_by_person on audit.accesses using gin (person_ids);

create table app.operations (
  region_code text not null,
  id uuid primary key,
  name text not null,
  actor_id uuid not null,
  request_hash bytea not null,
  result jsonb,
  at timestamptz not null default clock_timestamp()
);
comment on table app.operations is 'Client-made operation ids: the same id twice has one effect and one answer; never expires';

create table app.outbox (
  id uuid primary key,
  region_code text not null,
  xid xid8 not null default pg_current_xact_id(),
  topic text not null,
  payload jsonb not null,
  at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  failed_at timestamptz,
  last_error text
);
comment on table app.outbox is 'What must happen after a commit. Claimed with SKIP LOCKED below the oldest running transaction, so nothing is passed over';
create index outbox_open on app.outbox (next_at) where done_at is null and failed_at is null;

create table app.notifications (
  id uuid primary key,
  region_code text not null,
  role text not null,
  scope text,
  user_id uuid,
  kind text not null,
  payload jsonb not null default '{}',
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz
);
comment on table app.notifications is 'Notices to a person or to whoever holds a role in a scope; kind names the sentence in language/';

do $$
declare login text; t text;
begin
  foreach t in array array['audit.entries', 'audit.accesses', 'app.operations', 'app.outbox', 'app.notifications'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    foreach login in array array['app_village', 'app_kecamatan', 'app_city', 'app_bpjs', 'app_sponsor', 'app_finance', 'app_jobs'] loop
      execute format('grant insert on %s to %I', t, login);
      execute format('create policy %I on %s for insert to %I with check (region_code = (select app.region()))',
        'add_' || login, t, login);
    end loop;
  end loop;
end $$;

-- Auditors and the data-protection officer read the trail; nobody changes it.
grant select on audit.entries, audit.accesses to app_city, app_jobs;
create policy entries_read on audit.entries for select to app_city
  using (region_code = (select app.region()) and (select app.actor_role()) in ('AUD', 'DPO'));
create policy accesses_read on audit.accesses for select to app_city
  using (region_code = (select app.region()) and (select app.actor_role()) in ('AUD', 'DPO'));
create policy entries_read_jobs on audit.entries for select to app_jobs using (region_code = (select app.region()));
create policy accesses_read_jobs on audit.accesses for select to app_jobs using (region_code = (select app.region()));

-- An operation is read and completed by the actor who began it.
grant select, update (result) on app.operations to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
create policy operations_own on app.operations for select
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs
  using (region_code = (select app.region()) and actor_id = (select app.actor_id()));
create policy operations_finish on app.operations for update
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs
  using (region_code = (select app.region()) and actor_id = (select app.actor_id()))
  with check (region_code = (select app.region()) and actor_id = (select app.actor_id()));

grant select, update on app.outbox to app_jobs;
create policy outbox_read on app.outbox for select to app_jobs using (region_code = (select app.region()));
create policy outbox_work on app.outbox for update to app_jobs
  using (region_code = (select app.region())) with check (region_code = (select app.region()));

grant select, update (read_at) on app.notifications to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance;
create policy notifications_read on app.notifications for select
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance
  using (region_code = (select app.region()) and role = (select app.actor_role())
    and scope is not distinct from (select app.scope()) and (user_id is null or user_id = (select app.actor_id())));
create policy notifications_tick on app.notifications for update
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance
  using (region_code = (select app.region()) and role = (select app.actor_role()) and scope is not distinct from (select app.scope()))
  with check (region_code = (select app.region()) and role = (select app.actor_role()) and scope is not distinct from (select app.scope()));
