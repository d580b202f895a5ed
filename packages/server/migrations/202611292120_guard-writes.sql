-- The database refuses by itself what a row says of its writer: whose word it is, when it was written, and what it hangs on.
-- The rules come from the columns' names, types and keys, and every start lays them over tables that have none yet.
create table app_private.unguarded (
  target text not null,
  column_name text not null,
  why text not null,
  primary key (target, column_name)
);
comment on table app_private.unguarded is 'Columns that look like a writer or a moment of writing and are neither; why: one sentence';
insert into app_private.unguarded values
  ('app.work', 'not_before', 'when a pause ends'),
  ('app.work', 'leased_until', 'when a lease ends'),
  ('app.work', 'leased_by', 'a lease, not a person');

create table app_private.known_at_birth (
  target text not null,
  column_name text not null,
  primary key (target, column_name)
);
comment on table app_private.known_at_birth is 'Columns that may be empty and are yet filled by whoever makes the row; all others of their kind are filled later, by a change';
insert into app_private.known_at_birth values
  ('app.endorsements', 'proposed_by'), ('app.endorsements', 'proposed_at'), ('app.links', 'decided_by'), ('app.settings', 'changed_by');

-- Columns of a table that name a writer (uuid, actor_id or …_by, without a key of its own) or a moment of writing.
create function app_private.guarded(wanted regclass)
returns table (name text, is_actor boolean, may_be_empty boolean, at_birth boolean)
language sql stable set search_path = '' as $$
  select a.attname::text, a.atttypid = 'uuid'::regtype, not a.attnotnull,
    exists (select from app_private.known_at_birth k where k.target::regclass = wanted and k.column_name = a.attname)
  from pg_catalog.pg_attribute a
  where a.attrelid = wanted and a.attnum > 0 and not a.attisdropped
    and (a.atttypid = 'timestamptz'::regtype or (a.atttypid = 'uuid'::regtype and a.attname ~ '(^actor_id|_by)$'))
    and not exists (select from app_private.unguarded u where u.target::regclass = wanted and u.column_name = a.attname)
    and not exists (select from pg_catalog.pg_constraint c
      where c.conrelid = wanted and c.contype = 'f' and a.attnum = c.conkey[cardinality(c.conkey)])
$$;

-- A change may put the writer's own name and the present moment into such a column, or empty it; nothing else.
create function app_private.guard_update() returns trigger language plpgsql set search_path = '' as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
  c text;
begin
  foreach c in array tg_argv[0]::text[] loop
    if after->>c is distinct from before->>c and after->>c is not null and (after->>c)::uuid is distinct from app.actor_id() then
      raise exception '%.%.% names another actor than the one of this transaction', tg_table_schema, tg_table_name, c
        using errcode = 'insufficient_privilege';
    end if;
  end loop;
  foreach c in array tg_argv[1]::text[] loop
    if after->>c is distinct from before->>c
      and (after->>c)::timestamptz not between app.now() - interval '5 minutes' and app.now() + interval '5 minutes' then
      raise exception '%.%.% takes the moment of the change only (other moments: app_private.unguarded)',
        tg_table_schema, tg_table_name, c using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;

create function app_private.guard(target regclass) returns void language plpgsql set search_path = '' as $$
declare
  people constant text := (select string_agg(rolname, ', ') from pg_catalog.pg_roles where rolname = any(
    '{app_village,app_kecamatan,app_city,app_bpjs,app_sponsor,app_finance,app_public,app_auth}'));
  near constant text := 'between (select app.now()) - interval ''5 minutes'' and (select app.now()) + interval ''5 minutes''';
  conditions text[];
  actors text[];
  moments text[];
  key record;
  login text;
  command text;
begin
  select array_agg(case
      when g.may_be_empty and not g.at_birth then format('%I is null', g.name)
      else concat(case when g.may_be_empty then format('%I is null or ', g.name) end, g.name,
        case when g.is_actor then ' = (select app.actor_id())' else ' ' || near end) end),
    coalesce(array_agg(g.name) filter (where g.is_actor), '{}'), coalesce(array_agg(g.name) filter (where not g.is_actor), '{}')
  into conditions, actors, moments from app_private.guarded(target) g;

  execute format('drop policy if exists own_name_and_moment on %s', target);
  execute format('drop policy if exists own_name_and_moment_of_work on %s', target);
  execute format('drop trigger if exists guard_update on %s', target);
  if conditions is not null then
    execute format('create policy own_name_and_moment on %s as restrictive for insert to %s with check (region_code = (select app.region()) and (%s))',
      target, people, array_to_string(conditions, ') and ('));
    -- Work carries on what people began: only its own trail is held to its own name.
    if target::text ~ '^audit\.' then
      execute format('create policy own_name_and_moment_of_work on %s as restrictive for insert to app_jobs with check (region_code = (select app.region()) and (%s))',
        target, array_to_string(conditions, ') and ('));
    end if;
    -- Held are the logins that act for people; not the owner, who restores backups and moves rows with their persons, and not
    -- work, which carries on in the city's own name.
    execute format('create trigger guard_update before update on %s for each row when (current_user::text ~ ''^app_(?!jobs_)[a-z]+_[0-9a-f]{12}$'' and (%s))
      execute function app_private.guard_update(%L, %L)', target,
      (select string_agg(format('old.%1$I is distinct from new.%1$I', c), ' or ') from unnest(actors || moments) c), actors, moments);
  end if;

  -- A row hangs on nothing that its writer does not see; keys that carry the village say it themselves.
  for key in
    select c.conname as name, c.confrelid::regclass as parent, a.attname as child_column, p.attname as parent_column
    from pg_catalog.pg_constraint c
      join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
      join pg_catalog.pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[cardinality(c.confkey)]
    where c.contype = 'f' and c.conrelid = target and c.confrelid <> target and not exists (select from pg_catalog.pg_attribute v
      where v.attrelid = c.conrelid and v.attnum = any(c.conkey) and v.attname = 'village_code')
  loop
    foreach login in array '{app_village,app_kecamatan,app_bpjs,app_sponsor,app_finance}'::text[] loop
      foreach command in array '{insert,update}'::text[] loop
        execute format('drop policy if exists %I on %s', 'sees_' || key.child_column || '_' || login || '_' || command, target);
        if has_column_privilege(login, target, key.child_column, command)
          and has_column_privilege(login, key.parent, key.parent_column, 'select') then
          execute format('create policy %1$I on %2$s as restrictive for %3$s to %4$I with check (region_code = (select app.region())
            and (%5$I is null or exists (select from %6$s parent where parent.%7$I = %8$I.%5$I)))',
            'sees_' || key.child_column || '_' || login || '_' || command, target, command, login,
            key.child_column, key.parent, key.parent_column, (select relname from pg_catalog.pg_class where oid = target));
        end if;
      end loop;
    end loop;
  end loop;
end $$;
comment on function app_private.guard is 'Lays the rules of this migration over one table, anew';

create function app_private.guard_all() returns void language sql set search_path = '' as $$
  select app_private.guard(c.oid) from pg_catalog.pg_class c
  where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace) order by c.oid
$$;
comment on function app_private.guard_all is 'Every start calls it after new migrations, so that a new table is guarded without a line of its own';
revoke all on function app_private.guarded(regclass), app_private.guard_update(),
  app_private.guard(regclass), app_private.guard_all() from public;
