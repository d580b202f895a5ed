-- Schemas, the verified context that row policies read, and what every installation has one of.
create schema app;
create schema audit;
create schema auth;
create schema pub;
comment on schema app is 'Persons and the work on them; row-level security on every table';
comment on schema audit is 'Who did and who saw what; append-only by permission';
comment on schema auth is 'Sign-in: users, sessions, second factors';
comment on schema pub is 'Released aggregates; the only schema public pages read';
comment on schema app_private is 'Keys of the row policies and migrations; no application login may look inside';

revoke all on schema public from public;
grant usage on schema app to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_public, app_jobs;
grant usage on schema audit to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
grant usage on schema auth to app_auth;
grant usage on schema pub to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;

create table app_private.installation (
  only_row boolean primary key check (only_row),
  region_code text not null,
  key_fingerprint text not null,
  restore_epoch integer not null default 0,
  made_at timestamptz not null default now()
);
comment on table app_private.installation is 'One row: the city served and which key set sealed its data';

create table app_private.context_keys (
  only_row boolean primary key check (only_row),
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64)
);
comment on table app_private.context_keys is 'HMAC-SHA-256 key of the context token, as its two padded blocks (RFC 2104)';

-- login | region | scope | actor | role | expiry, verified; null when missing, forged, expired or of another login.
create function app.context() returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare
  token text := nullif(current_setting('app.context', true), '');
  body text;
  parts text[];
  key app_private.context_keys%rowtype;
begin
  if token is null or length(token) < 66 then return null; end if;
  body := left(token, length(token) - 65);
  select * into key from app_private.context_keys;
  if encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(body, 'UTF8'))), 'hex') <> right(token, 64) then
    return null;
  end if;
  parts := string_to_array(body, '|');
  if parts[1] <> session_user or to_timestamp(parts[6]::bigint) < clock_timestamp() then return null; end if;
  return parts;
end $$;
comment on function app.context is 'The verified context of this transaction; row policies trust nothing else';
revoke all on function app.context() from public;
grant execute on function app.context() to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_public, app_jobs;

create function app.region() returns text language sql stable set search_path = '' as $$ select (app.context())[2] $$;
create function app.scope() returns text language sql stable set search_path = '' as $$ select nullif((app.context())[3], '') $$;
create function app.actor_id() returns uuid language sql stable set search_path = '' as $$ select (app.context())[4]::uuid $$;
create function app.actor_role() returns text language sql stable set search_path = '' as $$ select (app.context())[5] $$;
comment on function app.region is 'City of the current transaction';
comment on function app.scope is 'Village, kecamatan, OPD, branch or civil servant of the current transaction';
