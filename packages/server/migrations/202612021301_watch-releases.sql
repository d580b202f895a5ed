-- A new release of DTSEN beside the one before: what it says otherwise is proposed to a data officer and changes no fact that somebody
-- confirmed. Kept of the former release are its own records, as before; here only which differ, and how.
create table app.register_listings (
  region_code text not null,
  record_id uuid not null references app.source_records (id),
  batch_id uuid not null,
  listed_at timestamptz not null,
  primary key (record_id, batch_id)
);
comment on table app.register_listings is 'Releases of DTSEN that repeat a row unchanged; whom a whole release leaves out is looked at';
create index register_listings_by_batch on app.register_listings (batch_id);
create index source_records_by_successor on app.source_records (superseded_by) where superseded_by is not null;

create table app.targeting_watches (
  region_code text not null,
  batch_id uuid primary key references app.import_batches (id),
  repeated integer not null,
  missing integer not null,
  fresh integer not null,
  is_whole boolean not null,
  compared_at timestamptz not null
);
comment on table app.targeting_watches is 'A release that was compared with the one before: entries it repeats or replaces, leaves out, and names for the first time';

create table app.targeting_change_decisions (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.targeting_watches (batch_id),
  kind text not null,
  direction text,
  verdict text not null check (verdict in ('register-right', 'ours-stands', 'ask-village')),
  count integer not null check (count > 0),
  decided_by uuid not null,
  decided_role text not null,
  decided_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.targeting_change_decisions is 'What a data officer said of a group of changes at once; an audit row of its own says so as well';

create table app.targeting_changes (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.targeting_watches (batch_id),
  village_code text not null,
  kecamatan_code text not null,
  kind text not null check (kind in ('decile', 'village', 'household', 'new-nik', 'gone', 'died')),
  direction text check (direction in ('into-poverty', 'out-of-poverty', 'within', 'open')),
  former_id uuid references app.source_records (id),
  record_id uuid references app.source_records (id),
  person_id uuid,
  decision_id uuid references app.targeting_change_decisions (id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((kind = 'decile') = (direction is not null)),
  check (num_nonnulls(former_id, record_id) > 0)
);
comment on table app.targeting_changes is 'One thing that a release says otherwise of one person; open while no decision stands';
create index targeting_changes_by_batch on app.targeting_changes (batch_id, kind, direction);

do $$
declare
  target text;
  own constant text := 'decided_by = (select app.actor_id()) and decided_role = (select app.actor_role())';
begin
  perform app_private.allow('app.register_listings', 'app_city', 'select,insert', 'region', '{DAT}');
  perform app_private.allow('app.register_listings', 'app_jobs', 'select,insert', 'region');
  foreach target in array '{targeting_watches,targeting_changes}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{DAT}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select,insert', 'region');
  end loop;
  perform app_private.wall('app.targeting_changes', 'app_city', 'update', 'region', '{DAT}');
  perform app_private.allow('app.targeting_change_decisions', 'app_city', 'select', 'region', '{DAT}');
  perform app_private.allow('app.targeting_change_decisions', 'app_city', 'insert', own, '{DAT}');
  perform app_private.wall('app.targeting_change_decisions', 'app_city', 'update', 'region', '{DAT}');
  perform app_private.allow('app.targeting_change_decisions', 'app_jobs', 'select', 'region');
end $$;
grant update (decision_id) on app.targeting_changes to app_city;
grant update (undone_by, undone_at) on app.targeting_change_decisions to app_city;
