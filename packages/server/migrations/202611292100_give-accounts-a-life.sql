-- Accounts are invited, end, and are asked about before a second person agrees. All of it is kept by the login that keeps
-- accounts, in the schema that no other login reads.
grant execute on function app.region() to app_auth;

create table auth.account_lives (
  user_id uuid primary key references auth."user" ("id") on delete cascade,
  region_code text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text check (end_reason in ('moved', 'retired', 'replaced', 'misuse', 'other')),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
comment on table auth.account_lives is 'Since when an account exists in a city, who made it, and how it ended';
create index account_lives_by_region on auth.account_lives (region_code);

insert into auth.account_lives (user_id, region_code, made_by, made_at)
  select distinct on (u."id") u."id", a.region_code, coalesce(a.granted_by, '00000000-0000-7000-8000-000000000001'), u."createdAt"
  from auth."user" u join auth.appointments a on a.user_id = u."id" order by u."id", a.id;

create table auth.invitations (
  id uuid primary key,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  region_code text not null,
  purpose text not null check (purpose in ('invitation', 'reset')),
  number text not null unique,
  secret_digest bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  wrong_attempts int not null default 0,
  closed_at timestamptz,
  closed_as text check (closed_as in ('used', 'replaced', 'ended')),
  check ((closed_at is null) = (closed_as is null))
);
comment on table auth.invitations is 'One-time codes with which an invited person sets the first or a new password; the secret is kept as a keyed digest';
create unique index invitations_one_open on auth.invitations (user_id) where closed_at is null;

create table auth.account_requests (
  id uuid primary key,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  region_code text not null,
  kind text not null check (kind in ('appoint', 'reset')),
  role text,
  scope text,
  valid_from date,
  last_day date,
  drops_second_factor boolean not null default false,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'refused')),
  check (decided_by is null or (decided_by <> asked_by and decided_by <> user_id)),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decision is null)),
  check ((kind = 'appoint') = (role is not null and valid_from is not null))
);
comment on table auth.account_requests is 'Roles and resets that wait for a second person';
create index account_requests_by_user on auth.account_requests (user_id);
create index account_requests_open on auth.account_requests (region_code) where decided_at is null;

-- Who ended a role; and the same role may be given again on the day it ended.
alter table auth.appointments add column ended_by uuid;
alter table auth.appointments drop constraint appointments_user_id_region_code_role_scope_valid_from_key;
create index appointments_by_user on auth.appointments (user_id);

grant select, insert, update on auth.account_lives, auth.invitations to app_auth;
grant select, insert, update, delete on auth.account_requests to app_auth;
