-- A key between two tables of a city names the city, and the village too where both rows belong to the same person: a row of
-- elsewhere is refused by the key itself. Laid over every table at each start, like the rules of writing.
create function app_private.carry_scope(target regclass) returns void language plpgsql set search_path = '' as $$
declare
  key record;
  scope text;
begin
  for key in
    select c.conname as name, c.confrelid::regclass as parent, a.attname as child_column, p.attname as parent_column,
      c.conrelid::regclass::text || '.' || a.attname in ('app.enrolments.sponsorship_id', 'app.obligations.enrolment_id',
        'app.life_events.cover_event_id', 'app.person_memberships.person_id') as with_village
    from pg_catalog.pg_constraint c
      join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_catalog.pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
    where c.contype = 'f' and c.conrelid = target and cardinality(c.conkey) = 1
      and 2 = (select count(*) from pg_catalog.pg_attribute r where r.attname = 'region_code' and r.attrelid in (c.conrelid, c.confrelid))
         + (c.conrelid = c.confrelid)::int
  loop
    scope := case when key.with_village then 'region_code, village_code' else 'region_code' end;
    if not exists (select from pg_catalog.pg_index i where i.indrelid = key.parent and i.indisunique
      and array(select a.attname::text from unnest(i.indkey::smallint[]) with ordinality k (n, place)
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.place)
        = string_to_array(scope || ', ' || key.parent_column, ', ')) then
      execute format('alter table %s add unique (%s, %I)', key.parent, scope, key.parent_column);
    end if;
    execute format('alter table %1$s drop constraint %2$I, add constraint %2$I foreign key (%3$s, %4$I) references %5$s (%3$s, %6$I) %7$s',
      target, key.name, scope, key.child_column, key.parent, key.parent_column,
      case when key.with_village then 'on update cascade' end);
  end loop;
end $$;
comment on function app_private.carry_scope is 'Gives the city, or city and village, to keys of one column between tables that have them';

create or replace function app_private.guard_all() returns void language plpgsql set search_path = '' as $$
declare
  target regclass;
begin
  for target in select c.oid from pg_catalog.pg_class c
    where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace, 'pub'::regnamespace) order by c.oid
  loop
    perform app_private.carry_scope(target);
    if target::text !~ '^pub\.' then perform app_private.guard(target); end if;
  end loop;
end $$;
revoke all on function app_private.carry_scope(regclass), app_private.guard_all() from public;
