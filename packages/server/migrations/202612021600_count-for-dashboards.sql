-- What dashboards show beside the figures of months, counted for each village; and what people write beside a chart.
create table app.dashboard_counts (
  region_code text not null,
  village_code text not null,
  kecamatan_code text not null,
  topic text not null check (topic in ('stages', 'money', 'promises', 'quality', 'groups', 'claims', 'waits', 'remitted')),
  counts jsonb not null,
  counted_at timestamptz not null,
  counting uuid not null,
  primary key (region_code, village_code, topic)
);
comment on table app.dashboard_counts is 'Counts and sums of a village for dashboards, without a person in them; recomputable from what the village has, and counted anew after every change';

comment on column app.dashboard_counts.counting is 'One for all that was counted together: tells a newer answer from an older one also where the clock stands still';

create table app.chart_notes (
  region_code text not null,
  id uuid primary key,
  chart text not null check (chart ~ '^[a-z-]{2,30}$'),
  village_code text,
  kecamatan_code text,
  text text not null check (length(text) between 3 and 500),
  written_by uuid not null,
  written_role text not null,
  written_at timestamptz not null,
  check (village_code is null or kecamatan_code is not null)
);
comment on table app.chart_notes is 'How somebody who knows the area reads a chart; of the city, a kecamatan or a village. Never changed';
create index chart_notes_by_area on app.chart_notes (region_code, village_code, kecamatan_code, written_at);

do $$
declare
  own constant text := ' and written_by = (select app.actor_id()) and written_role = (select app.actor_role())';
begin
  perform app_private.allow('app.dashboard_counts', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.dashboard_counts', 'app_kecamatan', 'select', 'kecamatan', '{CMT}');
  perform app_private.allow('app.dashboard_counts', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.dashboard_counts', 'app_jobs', 'select,insert,delete', 'region');
  perform app_private.allow('app.chart_notes', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.chart_notes', 'app_kecamatan', 'select', 'kecamatan', '{CMT}');
  perform app_private.allow('app.chart_notes', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.chart_notes', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.chart_notes', 'app_kecamatan', 'insert', 'kecamatan_code = (select app.scope())' || own, '{CMT}');
  perform app_private.allow('app.chart_notes', 'app_city', 'insert', 'true' || own, '{MGR,DAT}');
end $$;
