-- Sign-in tables in the shape better-auth 1.7 expects (its column names are camelCase), and appointments of our own.
create table auth."user" (
  "id" uuid primary key default gen_random_uuid(),
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean
);
comment on table auth."user" is 'Accounts; a person signs in with an account and acts through an appointment';

create table auth."session" (
  "id" uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade
);
comment on table auth."session" is 'Server-side sessions; the cookie carries only the opaque token';
create index session_by_user on auth."session" ("userId");

create table auth."account" (
  "id" uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
comment on column auth."account"."password" is 'argon2id hash';
create index account_by_user on auth."account" ("userId");

create table auth."verification" (
  "id" uuid primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on table auth."verification" is 'Short-lived tokens, such as the wait for a second factor';
create index verification_by_identifier on auth."verification" ("identifier");

create table auth."twoFactor" (
  "id" uuid primary key default gen_random_uuid(),
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
comment on table auth."twoFactor" is 'TOTP secrets and backup codes, sealed by the session secret';
create index two_factor_by_user on auth."twoFactor" ("userId");

create table auth."rateLimit" (
  "id" uuid primary key default gen_random_uuid(),
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);
comment on table auth."rateLimit" is 'Attempts per address and path';

create table auth.appointments (
  id uuid primary key,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  region_code text not null,
  role text not null,
  scope text,
  valid_from date not null,
  valid_until date,
  granted_by uuid,
  approved_by uuid,
  check (approved_by is null or approved_by <> user_id),
  unique nulls not distinct (user_id, region_code, role, scope, valid_from)
);
comment on table auth.appointments is 'In which capacity and where an account may act, and since when';
comment on column auth.appointments.scope is 'Village, kecamatan or OPD code, BPJS branch, or civil servant id';

create table auth.step_ups (
  session_id uuid primary key references auth."session" ("id") on delete cascade,
  at timestamptz not null
);
comment on table auth.step_ups is 'When this session last proved itself again, for acts marked ! in the access matrix';

grant select, insert, update, delete on auth."user", auth."session", auth."account", auth."verification",
  auth."twoFactor", auth."rateLimit", auth.appointments, auth.step_ups to app_auth;
