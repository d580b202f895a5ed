-- A secret address by which a calendar reads what one desk has to do. Only its digest is kept; it is shown once, and one at a time
-- is valid for a desk.
create table app.calendar_addresses (
  region_code text not null,
  id uuid primary key,
  user_id uuid not null,
  role text not null,
  scope text,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
comment on table app.calendar_addresses is 'Secret calendar addresses of desks, by digest; a revoked one answers nothing';
create unique index calendar_addresses_valid on app.calendar_addresses (region_code, user_id, role, scope) nulls not distinct where revoked_at is null;
do $$
declare
  login text;
  own constant text := 'user_id = (select app.actor_id()) and role = (select app.actor_role()) and scope is not distinct from (select app.scope())';
begin
  foreach login in array '{app_village,app_kecamatan,app_city,app_finance}'::text[] loop
    perform app_private.allow('app.calendar_addresses', login, 'select,insert', own);
    perform app_private.wall('app.calendar_addresses', login, 'update', own);
    execute format('grant update (revoked_at) on app.calendar_addresses to %I', login);
  end loop;
  perform app_private.allow('app.calendar_addresses', 'app_jobs', 'select', 'region');
end $$;
