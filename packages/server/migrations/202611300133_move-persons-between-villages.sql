-- Whoever moves within the city goes from one village's list to another's: the old one hands over, the new one receives, and
-- only then does the village of record change. All that hangs on a person goes along by its keys; a list that was endorsed stays
-- with the village that endorsed it.
create table app.person_moves (
  region_code text not null,
  id uuid primary key,
  person_id uuid not null references app.persons (id),
  from_village_code text not null,
  to_village_code text not null,
  to_kecamatan_code text not null,
  moved_on date not null,
  document text not null check (document in ('moving-letter', 'village-letter', 'family', 'other')),
  note text,
  name_sealed bytea,
  state text not null check (state in ('asked', 'handed-over', 'accepted', 'moved', 'refused', 'withdrawn')),
  refusal text,
  recorded_by uuid not null,
  recorded_role text not null,
  recorded_at timestamptz not null default app.now(),
  handed_by uuid,
  handed_at timestamptz,
  received_by uuid,
  received_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  check (from_village_code <> to_village_code),
  check ((handed_by is null) = (handed_at is null)),
  check ((received_by is null) = (received_at is null)),
  check (received_by is null or received_by <> handed_by),
  check (state not in ('handed-over', 'accepted', 'moved') or handed_by is not null),
  check (state not in ('accepted', 'moved') or received_by is not null)
);
comment on table app.person_moves is 'A worker who moves from one village of the city to another: asked, handed over by the old one, received by the new one, then moved';
comment on column app.person_moves.name_sealed is 'Whom the new village is to receive, before it may see the person; null once settled';
comment on column app.person_moves.settled_by is 'Who refused it or took it back';
create unique index person_moves_one_open on app.person_moves (person_id) where state in ('asked', 'handed-over', 'accepted');
create index person_moves_open on app.person_moves (region_code, state) where state in ('asked', 'handed-over', 'accepted');
create index person_moves_by_person on app.person_moves (person_id);
insert into app_private.known_at_birth values
  ('app.person_moves', 'handed_by'), ('app.person_moves', 'handed_at');

do $$
declare
  own constant text := 'recorded_by = (select app.actor_id()) and recorded_role = (select app.actor_role()) and received_by is null and settled_by is null';
  mine constant text := 'from_village_code = (select app.scope())';
  theirs constant text := 'to_village_code = (select app.scope()) and handed_at is not null';
begin
  perform app_private.allow('app.person_moves', 'app_village', 'select', '(' || mine || ') or (' || theirs || ')', '{OPR}');
  perform app_private.allow('app.person_moves', 'app_village', 'insert', mine || ' and state = ''handed-over'' and handed_by = (select app.actor_id()) and ' || own, '{OPR}');
  perform app_private.wall('app.person_moves', 'app_village', 'update', mine || ' and received_by is null and state in (''asked'', ''handed-over'', ''refused'', ''withdrawn'')', '{OPR}', part => 'old');
  perform app_private.wall('app.person_moves', 'app_village', 'update', theirs || ' and state in (''handed-over'', ''accepted'', ''refused'')', '{OPR}', part => 'new');
  perform app_private.allow('app.person_moves', 'app_city', 'select', 'region', '{DAT}');
  perform app_private.allow('app.person_moves', 'app_city', 'insert', own || ' and state = ''asked'' and handed_by is null', '{DAT}');
  perform app_private.wall('app.person_moves', 'app_city', 'update', 'state <> ''moved''', '{DAT}');
  perform app_private.allow('app.person_moves', 'app_jobs', 'select', 'region');
  perform app_private.wall('app.person_moves', 'app_jobs', 'update', 'region');
  perform app_private.wall('app.consents', 'app_jobs', 'update', 'subject_type = ''person''');
end $$;
grant update (state, refusal, name_sealed, handed_by, handed_at, received_by, received_at, settled_by, settled_at, version)
  on app.person_moves to app_village, app_city;
grant update (state, name_sealed, version) on app.person_moves to app_jobs;
grant update (village_code) on app.consents to app_jobs;

-- An endorsed list is its village's word on that day: its rows stay there. The owner too is held by row policies.
alter table app.endorsement_items no force row level security;
alter table app.persons no force row level security;
do $$
declare
  old text := (select c.conname from pg_catalog.pg_constraint c
    where c.conrelid = 'app.endorsement_items'::regclass and c.confrelid = 'app.persons'::regclass and c.contype = 'f');
begin
  execute format('alter table app.endorsement_items drop constraint %I, add foreign key (person_id) references app.persons (id)', old);
end $$;
alter table app.endorsement_items force row level security;
alter table app.persons force row level security;

-- The keys carry the village along; the kecamatan goes with it.
create function app_private.follow_person() returns trigger language plpgsql set search_path = '' as $$
begin
  new.kecamatan_code := coalesce((select p.kecamatan_code from app.persons p where p.id = new.person_id), new.kecamatan_code);
  return new;
end $$;

create or replace function app_private.guard_all() returns void language plpgsql set search_path = '' as $$
declare
  target regclass;
begin
  for target in select c.oid from pg_catalog.pg_class c
    where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace, 'pub'::regnamespace) order by c.oid
  loop
    perform app_private.carry_scope(target);
    if target::text !~ '^pub\.' then perform app_private.guard(target); end if;
    if exists (select from pg_catalog.pg_constraint c where c.conrelid = target and c.confrelid = 'app.persons'::regclass
        and c.contype = 'f' and c.confupdtype = 'c')
      and exists (select from pg_catalog.pg_attribute a where a.attrelid = target and a.attname = 'kecamatan_code' and not a.attisdropped) then
      execute format('drop trigger if exists follow_person on %s', target);
      execute format('create trigger follow_person before update of village_code on %s for each row
        when (old.village_code is distinct from new.village_code) execute function app_private.follow_person()', target);
    end if;
  end loop;
end $$;
revoke all on function app_private.follow_person(), app_private.guard_all() from public;
