-- A worker is held for a payer until a day, so that nobody else takes him meanwhile. What is past its day holds nobody back, whatever work
-- has run: the day is read, not a state.
create table app.reservations (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  payer_id uuid not null references app.payers,
  until_day date not null,
  extensions integer not null default 0 check (extensions between 0 and 2),
  extend_reason text,
  made_by uuid not null,
  made_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  release_reason text,
  version integer not null default 1,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((extensions = 0) = (extend_reason is null)),
  check (num_nonnulls(released_by, released_at, release_reason) in (0, 3))
);
comment on table app.reservations is 'A worker held for a payer through a day; extended with a reason, released with one, never deleted';
create unique index reservations_one_each on app.reservations (person_id) where released_at is null;
create index reservations_by_payer on app.reservations (payer_id, until_day) where released_at is null;

do $$
begin
  perform app_private.allow('app.reservations', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.reservations', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.reservations', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.reservations', 'app_jobs', 'select', 'region');
end $$;
grant update (until_day, extensions, extend_reason, released_by, released_at, release_reason, version) on app.reservations to app_city;

-- Whoever takes a worker has to know that another payer holds him, and nothing else of it.
create function app.reserved_persons() returns table (person_id uuid, payer_id uuid, until_day date)
language sql stable security definer set search_path = '' as $$
  select r.person_id, r.payer_id, r.until_day from app.reservations r
  where r.region_code = (select app.region()) and r.released_at is null
$$;
comment on function app.reserved_persons is 'Workers held for a payer and not released, with the day through which it holds';
revoke all on function app.reserved_persons() from public;
grant execute on function app.reserved_persons() to app_city, app_sponsor, app_jobs, app_village;
