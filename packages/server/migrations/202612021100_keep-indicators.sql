-- Figures of coverage by other counts than ours, the targets of each ladder, and how many vulnerable workers there are by fixed
-- sources. All of it is public; who entered it is not.
create table pub.indicator_values (
  region_code text not null,
  id uuid primary key,
  series text not null,
  place text not null check (place ~ '^\d{2}(\.\d{2})?$'),
  as_of text not null check (as_of ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  numerator bigint check (numerator >= 0),
  denominator bigint check (denominator >= 0),
  bare_percent numeric(5, 2) check (bare_percent between 0 and 100),
  mark text not null check (mark in ('text-read', 'reported', 'from-memory', 'cannot-be-reproduced')),
  source text not null check (source <> ''),
  denominator_source text,
  denominator_as_of text,
  note text,
  replaces uuid unique references pub.indicator_values,
  is_withdrawal boolean not null default false,
  entered_by uuid,
  entered_role text,
  entered_at timestamptz not null,
  check (is_withdrawal or numerator is not null or denominator is not null or bare_percent is not null),
  check (bare_percent is null or (numerator is null and denominator is null)),
  check (not is_withdrawal or replaces is not null)
);
comment on table pub.indicator_values is 'Values of the series that are told beside ours; never changed, a correction is a row that replaces another';
comment on column pub.indicator_values.place is 'Whom it speaks of: dotted region code, 00 for Indonesia';
comment on column pub.indicator_values.as_of is 'A day, or the month or year where the source says no more';
create index indicator_values_by_series on pub.indicator_values (region_code, series, as_of);

create table pub.indicator_targets (
  region_code text not null,
  id uuid primary key,
  ladder text not null,
  year integer not null check (year between 2020 and 2100),
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  source text not null check (source <> ''),
  mark text not null check (mark in ('text-read', 'reported', 'from-memory')),
  entered_by uuid,
  entered_role text,
  entered_at timestamptz not null,
  state text not null check (state in ('proposed', 'standing', 'refused')),
  decided_by uuid,
  decided_role text,
  decided_at timestamptz,
  check ((state = 'proposed') = (decided_at is null)),
  check (decided_by is null or decided_by <> entered_by)
);
comment on table pub.indicator_targets is 'What a ladder wants to have reached by a year; of one ladder and year the one decided last holds';
create index indicator_targets_by_ladder on pub.indicator_targets (region_code, ladder, year);

create table pub.estimate_sources (
  region_code text not null,
  id uuid primary key,
  kind text not null check (kind in ('employed', 'informal-share', 'out-of-scope', 'kecamatan-population', 'village-persons')),
  place text not null check (place ~ '^\d{2}(\.\d{2}){0,2}(\.\d{4})?$'),
  low numeric(12, 2) not null check (low >= 0),
  middle numeric(12, 2) not null,
  high numeric(12, 2) not null,
  as_of text not null check (as_of ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  mark text not null check (mark in ('text-read', 'reported', 'from-memory')),
  source text not null check (source <> ''),
  entered_by uuid,
  entered_role text,
  entered_at timestamptz not null,
  check (low <= middle and middle <= high)
);
comment on table pub.estimate_sources is 'What the number of vulnerable workers is estimated from; of one kind and place the one entered last holds';
create index estimate_sources_by_kind on pub.estimate_sources (region_code, kind, place, entered_at);

create table pub.estimate_versions (
  region_code text not null,
  id uuid primary key,
  number integer not null check (number > 0),
  low integer not null check (low >= 0),
  middle integer not null,
  high integer not null,
  sources jsonb not null,
  made_by uuid,
  made_role text,
  made_at timestamptz not null,
  unique (region_code, number),
  check (low <= middle and middle <= high)
);
comment on table pub.estimate_versions is 'The city''s vulnerable workers as estimated, with the sources as they stood; the last number holds';

create table pub.worker_estimates (
  region_code text not null,
  version_id uuid not null references pub.estimate_versions,
  village_code text not null,
  kecamatan_code text not null,
  low integer not null check (low >= 0),
  middle integer not null,
  high integer not null,
  primary key (version_id, village_code),
  check (low <= middle and middle <= high)
);
comment on table pub.worker_estimates is 'The same for each village; each column sums to that of its version';

do $$
declare
  login text;
  mine constant text := 'entered_by = (select app.actor_id()) and entered_role = (select app.actor_role())';
  made constant text := 'made_by = (select app.actor_id()) and made_role = (select app.actor_role())';
begin
  foreach login in array array['app_village', 'app_kecamatan', 'app_city', 'app_bpjs', 'app_sponsor', 'app_finance', 'app_jobs', 'app_public'] loop
    perform app_private.allow('pub.indicator_values', login, 'select', 'region');
    perform app_private.allow('pub.estimate_sources', login, 'select', 'region');
    perform app_private.allow('pub.estimate_versions', login, 'select', 'region');
    perform app_private.allow('pub.worker_estimates', login, 'select', 'region');
    if login in ('app_city', 'app_jobs') then
      perform app_private.allow('pub.indicator_targets', login, 'select', 'region');
    else
      perform app_private.allow('pub.indicator_targets', login, 'select', 'state = ''standing''');
    end if;
  end loop;
  perform app_private.allow('pub.indicator_values', 'app_city', 'insert', mine, '{DAT,MGR}');
  perform app_private.allow('pub.estimate_sources', 'app_city', 'insert', mine, '{DAT,MGR}');
  perform app_private.allow('pub.estimate_versions', 'app_city', 'insert', made, '{DAT,MGR}');
  perform app_private.allow('pub.worker_estimates', 'app_city', 'insert', 'region', '{DAT,MGR}');
  perform app_private.allow('pub.indicator_targets', 'app_city', 'insert', mine || ' and state = ''proposed''', '{MGR}');
  -- Who proposed a target does not decide of it.
  perform app_private.wall('pub.indicator_targets', 'app_city', 'update', 'state = ''proposed'' and entered_by <> (select app.actor_id())', '{MGR}',
    'decided_by = (select app.actor_id()) and decided_role = (select app.actor_role())');
  perform app_private.allow('pub.indicator_values', 'app_jobs', 'insert', 'entered_by is null');
  perform app_private.allow('pub.indicator_targets', 'app_jobs', 'insert', 'entered_by is null');
  perform app_private.allow('pub.estimate_sources', 'app_jobs', 'insert', 'entered_by is null');
  perform app_private.allow('pub.estimate_versions', 'app_jobs', 'insert', 'made_by is null');
  perform app_private.allow('pub.worker_estimates', 'app_jobs', 'insert', 'region');
end $$;
grant update (state, decided_by, decided_role, decided_at) on pub.indicator_targets to app_city;

-- Published without the names of who typed them.
revoke select on pub.indicator_values, pub.indicator_targets, pub.estimate_sources, pub.estimate_versions from app_public;
grant select (region_code, id, series, place, as_of, numerator, denominator, bare_percent, mark, source, denominator_source, denominator_as_of, note,
  replaces, is_withdrawal, entered_at) on pub.indicator_values to app_public;
grant select (region_code, id, ladder, year, percent, source, mark, entered_at, state, decided_at) on pub.indicator_targets to app_public;
grant select (region_code, id, kind, place, low, middle, high, as_of, mark, source, entered_at) on pub.estimate_sources to app_public;
grant select (region_code, id, number, low, middle, high, sources, made_at) on pub.estimate_versions to app_public;
