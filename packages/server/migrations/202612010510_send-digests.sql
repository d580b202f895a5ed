-- Once a week whoever can rescue workers is told by e-mail how many are in danger: counts and a link, no name. Here stands that it
-- went, to which desk and for which week; the address is looked up when it goes.
create table app.digests (
  region_code text not null,
  id uuid primary key,
  user_id uuid not null,
  role text not null,
  scope text,
  week date not null check (extract(isodow from week) = 1),
  state text not null check (state in ('waiting', 'sending', 'sent', 'empty', 'failed', 'unknown')),
  asked_at timestamptz not null,
  settled_at timestamptz,
  unique nulls not distinct (region_code, user_id, role, scope, week)
);
comment on table app.digests is 'The weekly letter of counts to each desk that can rescue workers: once a week, however often the work runs';
comment on column app.digests.week is 'Its Monday; weeks in which nobody was here are not made up for';
comment on column app.digests.state is 'empty: nothing to tell; unknown: the connection broke after the letter was handed over, and no second one follows';
create index digests_by_user on app.digests (user_id, week);

do $$
declare
  login text;
begin
  foreach login in array '{app_village,app_kecamatan,app_city,app_bpjs}'::text[] loop
    perform app_private.allow('app.digests', login, 'select', 'user_id = (select app.actor_id())');
  end loop;
  perform app_private.allow('app.digests', 'app_jobs', 'select,insert,update,delete', 'region');
end $$;
