-- Released aggregates. Public pages read these and nothing else (reliability.md G.7).
create table pub.releases (
  region_code text not null,
  id uuid primary key,
  number integer not null,
  definition text not null,
  as_of_numerator date not null,
  as_of_denominator date not null,
  sources jsonb not null,
  unchanged_since date not null,
  released_at timestamptz not null,
  unique (region_code, number)
);
comment on table pub.releases is 'A frozen publication of coverage: definition, sources and as-of dates of both halves';

create table pub.coverage (
  region_code text not null,
  release_id uuid not null references pub.releases (id),
  code text not null,
  level text not null check (level in ('city', 'kecamatan', 'village')),
  name text not null,
  kecamatan text,
  numerator integer,
  denominator integer,
  percent numeric(5, 1),
  suppressed boolean not null,
  true_numerator_sealed bytea,
  true_denominator_sealed bytea,
  primary key (release_id, code)
);
comment on table pub.coverage is 'Rounded and suppressed figures per place; the true values are sealed, for the next release''s hysteresis only';

create table app.settings (
  region_code text not null,
  name text not null,
  value jsonb not null,
  confirmed boolean not null,
  source text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (region_code, name)
);
comment on table app.settings is 'What the law leaves open, as a named setting that shows whether it is confirmed';

do $$
declare login text;
begin
  foreach login in array array['app_public', 'app_village', 'app_kecamatan', 'app_city', 'app_bpjs', 'app_sponsor', 'app_finance', 'app_jobs'] loop
    perform app_private.allow('pub.releases', login, 'select', 'region');
    perform app_private.allow('pub.coverage', login, 'select', 'region');
    if login <> 'app_public' then
      perform app_private.allow('app.settings', login, 'select', 'region');
    end if;
  end loop;
  perform app_private.allow('pub.releases', 'app_jobs', 'insert,update', 'region');
  perform app_private.allow('pub.coverage', 'app_jobs', 'insert', 'region');
  perform app_private.allow('app.settings', 'app_jobs', 'insert,update', 'region');
  perform app_private.allow('app.settings', 'app_city', 'insert,update', 'region', '{ADM}');
end $$;
revoke select on pub.coverage from app_public;
grant select (region_code, release_id, code, level, name, kecamatan, numerator, denominator, percent, suppressed) on pub.coverage to app_public;
