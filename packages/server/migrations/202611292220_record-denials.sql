-- Who was refused what (ASVS 5.0, 16.3.2). A loop of refused requests adds to one row a minute instead of filling the trail.
create table audit.denials (
  region_code text not null,
  actor_id uuid not null,
  actor_role text not null,
  actor_scope text,
  permission text not null,
  code text not null check (code in ('forbidden', 'not-found', 'four-eyes')),
  minute timestamptz not null,
  times integer not null check (times > 0),
  last_at timestamptz not null,
  primary key (region_code, actor_id, actor_role, permission, code, minute)
);
comment on table audit.denials is 'Requests of signed-in persons that were refused or found nothing: a row per person, permission and minute, with how many';
comment on column audit.denials.permission is 'What the page or use case asks for, a row of the access matrix; never what was asked about';
create index audit_denials_by_time on audit.denials (region_code, last_at desc);

do $$
begin
  perform app_private.allow('audit.denials', 'app_auth', 'select,insert,update', 'actor_id = (select app.actor_id())');
  perform app_private.allow('audit.denials', 'app_jobs', 'select', 'region');
  perform app_private.allow('audit.denials', 'app_jobs', 'delete', $p$last_at < (select app.now()) - interval '10 years'$p$);
  perform app_private.allow('audit.denials', 'app_city', 'select', 'region', '{AUD,DPO}');
end $$;
