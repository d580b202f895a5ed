-- An account and the entry about it are written in one transaction by the login that keeps accounts. It may add entries about
-- accounts of its city, and still reads nothing outside sign-in.
grant usage on schema app, audit to app_auth;
grant execute on function app.context(), app.now(), app.fixed_now() to app_auth;
grant insert on audit.entries to app_auth;
create policy add_app_auth on audit.entries for insert to app_auth
  with check (region_code = (select app.region()) and object_type = 'account');
