-- Guessing is slowed per account and per address, across restarts and processes; a code of the second factor counts once;
-- sessions keep no token that could be used.
create table auth.attempts (
  kind text not null check (kind in ('password', 'code', 'invitation')),
  account bytea not null,
  address bytea not null,
  failures integer not null default 0,
  tried_at timestamptz not null,
  failed_at timestamptz,
  succeeded_at timestamptz,
  blocked_until timestamptz,
  primary key (kind, account, address)
);
comment on table auth.attempts is 'Failed attempts of one account from one address; both as keyed digests, so that it names nobody';
comment on column auth.attempts.succeeded_at is 'When this account last proved itself from this address: what strangers do elsewhere does not shut it out here';
create index attempts_by_address on auth.attempts (kind, address, failed_at) where failed_at is not null;
create index attempts_by_time on auth.attempts (tried_at);

create table auth.used_codes (
  user_id uuid primary key references auth."user" ("id") on delete cascade,
  step bigint not null
);
comment on table auth.used_codes is 'The latest 30 seconds (RFC 6238 step) whose code an account has used: it and older ones are refused';

grant select, insert, update, delete on auth.attempts, auth.used_codes to app_auth;

-- Everybody signs in again: tokens are kept as digests from now on.
delete from auth."session";
comment on table auth."session" is 'Server-side sessions; the cookie carries the token, the table its SHA-256 digest; "updatedAt" is when it was last used';
drop table auth."rateLimit";
