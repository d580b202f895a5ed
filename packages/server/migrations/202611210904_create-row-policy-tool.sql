-- One sentence per wall: allow('app.persons', 'app_village', 'select', 'village', '{OPR,KDS}').
-- Grants the commands to the login and adds one simple policy per command; the predicate is one of
--   region     the row's city is the actor's city
--   village    … and its village is the actor's village
--   kecamatan  … and its kecamatan is the actor's kecamatan
-- or any SQL condition, which is added to the city check. Roles narrow it further; null means every role of that login.
create function app_private.allow(target regclass, login text, commands text, predicate text, for_roles text[] default null)
returns void language plpgsql set search_path = '' as $$
declare
  condition text := 'region_code = (select app.region())';
  command text;
begin
  condition := condition || case predicate
    when 'region' then ''
    when 'village' then ' and village_code = (select app.scope())'
    when 'kecamatan' then ' and kecamatan_code = (select app.scope())'
    else ' and (' || predicate || ')'
  end;
  if for_roles is not null then
    condition := condition || format(' and (select app.actor_role()) = any (%L::text[])', for_roles);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  foreach command in array string_to_array(replace(commands, ' ', ''), ',') loop
    execute format('grant %s on %s to %I', command, target, login);
    execute format('create policy %I on %s for %s to %I %s', login || '_' || command, target, command, login,
      case command
        when 'insert' then format('with check (%s)', condition)
        when 'update' then format('using (%s) with check (%s)', condition, condition)
        else format('using (%s)', condition)
      end);
  end loop;
end $$;
comment on function app_private.allow is 'Grants commands on a table to one login under one row policy each';
