-- The public sees releases of complete months, frozen; what stands in the register today is for staff alone (reliability.md G.7 S1).
alter table pub.releases add month date, add citation_code text, add made_late boolean not null default false;
create unique index releases_by_month on pub.releases (region_code, month) where month is not null;
comment on column pub.releases.month is 'The complete month that is told; releases of before 2 December 2026 told a day, and have none';
comment on column pub.releases.made_late is 'Made when an example city first started, by what was known then, not in the month after';
comment on column pub.releases.citation_code is 'Names these figures in print, e.g. 2026-11/1a2b3c4d: the month and the first letters of the digest of all tables';

alter table pub.coverage add listed integer, add estimate_low integer, add estimate integer, add estimate_high integer,
  add is_silent boolean not null default false, add is_small boolean not null default false;
alter table pub.coverage no force row level security;
update pub.coverage set listed = denominator, is_silent = denominator is null and not suppressed;
alter table pub.coverage force row level security;
comment on column pub.coverage.true_denominator_sealed is 'The true count of the listed';
comment on column pub.coverage.denominator is 'What the share is of: from 2 December 2026 on the middle of the estimate, before it the lists';
comment on column pub.coverage.estimate is 'Vulnerable workers by fixed, dated sources; public as it stands';
comment on column pub.coverage.is_small is 'Fewer than ten are covered: all that is told of zero to nine';
comment on column pub.coverage.is_silent is 'Nobody of it is on a list: the place has sent none';
grant select (listed, estimate_low, estimate, estimate_high, is_silent, is_small) on pub.coverage to app_public;

create table pub.release_tables (
  region_code text not null,
  release_id uuid not null references pub.releases (id),
  name text not null check (name in ('coverage', 'months', 'indicators', 'commitments', 'groups', 'revisions')),
  columns text[] not null,
  rows jsonb not null,
  row_count integer not null check (row_count >= 0),
  primary key (release_id, name)
);
comment on table pub.release_tables is 'The closed list of public tables of a release, frozen with it: files are written from these rows and nothing else';

create table pub.release_notices (
  region_code text not null,
  id uuid primary key,
  release_id uuid not null references pub.releases (id),
  words text not null check (length(words) between 10 and 1000),
  noted_role text not null,
  noted_at timestamptz not null
);
comment on table pub.release_notices is 'What was found wrong in a release afterwards; the release stays as it was';

create table app.release_drafts (
  region_code text not null,
  id uuid primary key,
  month date not null,
  state text not null check (state in ('prepared', 'submitted', 'confirmed', 'published', 'dropped')),
  figures jsonb not null,
  tables jsonb not null,
  attacks jsonb not null,
  bases_sealed bytea not null,
  prepared_at timestamptz not null,
  submitted_by uuid,
  submitted_role text,
  submitted_at timestamptz,
  confirmed_by uuid,
  confirmed_role text,
  confirmed_at timestamptz,
  drop_reason text,
  version integer not null default 1,
  check (confirmed_by is null or confirmed_by <> submitted_by),
  check (state <> 'submitted' or submitted_by is not null),
  -- An example city's past is confirmed by nobody.
  check (state <> 'confirmed' or (submitted_by is null) = (confirmed_by is null))
);
comment on table app.release_drafts is 'A release as it would be published, looked at by one person and confirmed by another';
comment on column app.release_drafts.bases_sealed is 'The true counts behind the rounded ones, for the publishing work only';
create unique index release_drafts_open on app.release_drafts (region_code, month) where state <> 'dropped';

do $$
declare
  login text;
  submitted constant text := 'submitted_by is not null';
begin
  foreach login in array array['app_public', 'app_village', 'app_kecamatan', 'app_city', 'app_bpjs', 'app_sponsor', 'app_finance', 'app_jobs'] loop
    perform app_private.allow('pub.release_tables', login, 'select', 'region');
    perform app_private.allow('pub.release_notices', login, 'select', 'region');
  end loop;
  perform app_private.allow('pub.release_tables', 'app_jobs', 'insert', 'region');
  perform app_private.allow('pub.release_notices', 'app_city', 'insert', 'noted_role = (select app.actor_role())', '{DAT,DPO}');
  perform app_private.allow('app.release_drafts', 'app_city', 'select', 'region', '{DAT,DPO}');
  perform app_private.wall('app.release_drafts', 'app_city', 'update', 'region', '{DAT,DPO}', submitted || ' or state = ''dropped''');
  perform app_private.allow('app.release_drafts', 'app_jobs', 'select,insert,update', 'region');
end $$;
-- What is published stays as it is.
revoke update on pub.releases from app_jobs;
drop policy app_jobs_update on pub.releases;
revoke select on app.release_drafts from app_city;
grant select (region_code, id, month, state, figures, tables, attacks, prepared_at, submitted_by, submitted_role, submitted_at, confirmed_by,
  confirmed_role, confirmed_at, drop_reason, version) on app.release_drafts to app_city;
grant update (state, submitted_by, submitted_role, submitted_at, confirmed_by, confirmed_role, confirmed_at, drop_reason, version)
  on app.release_drafts to app_city;
