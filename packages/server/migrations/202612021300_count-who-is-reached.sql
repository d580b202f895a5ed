-- Whether cover reaches the right ones: counts of one release of the register, small enough to be read by every page, and what a data
-- officer decided of somebody on a work list. Counts name nobody; the decile of one person stays where it is.
create table app.targeting_releases (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.import_batches (id),
  as_of date,
  counted_at timestamptz not null,
  unique (region_code, batch_id)
);
comment on table app.targeting_releases is 'One release of DTSEN for which the reach of cover was counted; counted anew while it is the last one, kept as it was afterwards';

create table app.targeting_counts (
  region_code text not null,
  release_id uuid not null references app.targeting_releases (id) on delete cascade,
  village_code text not null,
  kecamatan_code text not null,
  side text not null check (side in ('register', 'covered', 'reach')),
  dimension text not null,
  value text not null,
  decile_from smallint check (decile_from between 1 and 10),
  decile_to smallint check (decile_to between 1 and 10 and decile_from <= decile_to),
  people integer not null check (people >= 0),
  listed double precision not null default 0,
  covered double precision not null default 0,
  variance double precision not null default 0,
  asked integer not null default 0,
  asked_expected double precision not null default 0,
  unlinked integer not null default 0,
  unique nulls not distinct (release_id, village_code, side, dimension, value, decile_from, decile_to)
);
comment on table app.targeting_counts is 'People of a village by one trait: of the register by decile and kind of work, of the covered by decile, of the lists by sex, age and work';
comment on column app.targeting_counts.covered is 'Expected number: each link counts by its probability; variance is the sum of p (1 - p)';
comment on column app.targeting_counts.village_code is 'Empty where the register names no village';

create table app.targeting_decisions (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  side text not null check (side in ('left-out', 'better-off')),
  record_id uuid not null references app.source_records (id),
  decision text not null check (decision in ('invited', 'not-a-worker', 'moved', 'died', 'wrong-link', 'keep')),
  note_sealed bytea,
  decided_by uuid not null,
  decided_role text not null,
  decided_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((side = 'left-out' and decision <> 'keep') or (side = 'better-off' and decision <> 'invited')),
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.targeting_decisions is 'What a data officer said of somebody whom the register shows as left out or as better off; removes nobody, and a newer record of the same NIK carries it on';
create unique index targeting_decisions_standing on app.targeting_decisions (record_id, side) where undone_at is null;
create index targeting_decisions_by_village on app.targeting_decisions (region_code, village_code) where undone_at is null;

do $$
declare
  target text;
  own constant text := 'decided_by = (select app.actor_id()) and decided_role = (select app.actor_role())';
begin
  foreach target in array '{targeting_releases,targeting_counts}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD,DPO}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select,insert,update,delete', 'region');
  end loop;
  perform app_private.allow('app.targeting_releases', 'app_kecamatan', 'select', 'region', '{CMT}');
  perform app_private.allow('app.targeting_counts', 'app_kecamatan', 'select', 'kecamatan', '{CMT}');
  perform app_private.allow('app.targeting_decisions', 'app_city', 'select', 'region', '{DAT}');
  perform app_private.allow('app.targeting_decisions', 'app_city', 'insert', own, '{DAT}');
  perform app_private.wall('app.targeting_decisions', 'app_city', 'update', 'region', '{DAT}');
  perform app_private.allow('app.targeting_decisions', 'app_jobs', 'select', 'region');
end $$;
grant update (undone_by, undone_at) on app.targeting_decisions to app_city;

-- A village hears how many families it is asked to visit, and nothing of why.
create function app.visits_asked_of_village() returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::int from app.targeting_decisions d
  where d.region_code = (select (app.context())[2]) and d.village_code = (select app.scope()) and d.decision = 'invited' and d.undone_at is null
    and not exists (select from app.links l where l.record_id = d.record_id and l.ended_at is null)
$$;
comment on function app.visits_asked_of_village is 'How many people of the asking village a data officer wants visited and who stand on no list yet';
revoke all on function app.visits_asked_of_village() from public;
grant execute on function app.visits_asked_of_village() to app_village;
