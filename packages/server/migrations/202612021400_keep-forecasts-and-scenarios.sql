-- What may come of a village, a kecamatan and the city, simulated anew after figures were counted; and plans that somebody kept with
-- everything they rest on.
create table app.forecasts (
  region_code text not null,
  area_code text not null,
  village_code text,
  kecamatan_code text,
  from_month date not null check (extract(day from from_month) = 1),
  fingerprint text not null,
  answer jsonb not null,
  computed_at timestamptz not null,
  primary key (region_code, area_code),
  check (village_code is null or kecamatan_code is not null)
);
comment on table app.forecasts is 'Coverage ahead of each place, in people: what was, the band of what may come or why there is none, and how the bands did before; recomputable from month_figures';
comment on column app.forecasts.fingerprint is 'Of everything the city''s forecast was made from: the same is not made twice';

create table app.scenarios (
  region_code text not null,
  id uuid primary key,
  code text not null,
  title text not null check (length(title) between 1 and 80),
  recipe jsonb not null,
  result jsonb not null,
  made_by uuid not null,
  made_role text not null,
  made_at timestamptz not null,
  version integer not null default 1 check (version > 0),
  set_aside_at timestamptz,
  unique (region_code, code)
);
comment on table app.scenarios is 'Plans that were kept: how the city stood, prices, versions of the reckoning, what was asked and what came out; never changed but for title and being set aside';
create index scenarios_by_time on app.scenarios (region_code, made_at desc);

do $$
declare
  mine constant text := 'made_by = (select app.actor_id()) and made_role = (select app.actor_role()) and version = 1 and set_aside_at is null';
begin
  perform app_private.allow('app.forecasts', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.forecasts', 'app_kecamatan', 'select', 'kecamatan', '{CMT}');
  perform app_private.allow('app.forecasts', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.forecasts', 'app_jobs', 'select,insert,delete', 'region');
  perform app_private.allow('app.scenarios', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.scenarios', 'app_city', 'insert', mine, '{MGR,DAT}');
  perform app_private.wall('app.scenarios', 'app_city', 'update', 'region', '{MGR,DAT}');
  perform app_private.allow('app.scenarios', 'app_jobs', 'select', 'region');
end $$;
grant update (title, version, set_aside_at) on app.scenarios to app_city;
