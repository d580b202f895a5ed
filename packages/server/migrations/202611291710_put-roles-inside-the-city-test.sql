-- A row policy tests the role inside the city test, evaluated once: region_code = (select case when the role may then the city end).
-- Beside it, `(select app.actor_role()) = any (…)` tells the planner nothing: it assumed one row in 200 per role, expected 250
-- persons of 12,531, and walked nested loops through whole tables. The same rows are seen; only the estimates are right.

create function app.scope_id() returns uuid language sql stable set search_path = '' as $$
  select case when s.scope ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then s.scope::uuid end
  from (select app.scope() as scope) as s
$$;
comment on function app.scope_id is 'The scope as the id of a civil servant; null when it is none, so that primary keys can be compared with it';

drop function app_private.allow(regclass, text, text, text, text[]);

-- The condition of a wall; the words are explained at app_private.allow.
create function app_private.condition(predicate text, for_roles text[] default null) returns text
language sql immutable set search_path = '' as $$
  select case when for_roles is null then 'region_code = (select app.region())'
    else format('region_code = (select case when app.actor_role() = any (%L::text[]) then app.region() end)', for_roles) end
  || case predicate
    when 'region' then ''
    when 'village' then ' and village_code = (select app.scope())'
    when 'kecamatan' then ' and kecamatan_code = (select app.scope())'
    else ' and (' || predicate || ')' end
$$;
comment on function app_private.condition is 'What a row policy checks: the city for these roles, then the place or any SQL condition';

-- Sets row policies without granting anything, in place of those of the same name: login_command, or login_command_part where
-- several together let rows through. A new row must fulfil the same, or new_row (words as of the predicate) whoever writes it.
create function app_private.wall(target regclass, login text, commands text, predicate text, for_roles text[] default null,
  new_row text default null, part text default null)
returns void language plpgsql set search_path = '' as $$
declare
  old_rows text := app_private.condition(predicate, for_roles);
  new_rows text := case when new_row is null then old_rows else app_private.condition(new_row) end;
  command text;
  name text;
begin
  foreach command in array string_to_array(replace(commands, ' ', ''), ',') loop
    name := concat_ws('_', login, command, part);
    execute format('drop policy if exists %I on %s', name, target);
    execute format('create policy %I on %s for %s to %I %s', name, target, command, login,
      case command
        when 'insert' then format('with check (%s)', new_rows)
        when 'update' then format('using (%s) with check (%s)', old_rows, new_rows)
        else format('using (%s)', old_rows)
      end);
  end loop;
end $$;
comment on function app_private.wall is 'Sets the row policies of one login on a table; the only way in which policies are made';

-- One sentence per wall: allow('app.persons', 'app_village', 'select', 'village', '{OPR,KDS}').
-- Grants the commands to the login and adds one simple policy per command; the predicate is one of
--   region     the row's city is the actor's city
--   village    … and its village is the actor's village
--   kecamatan  … and its kecamatan is the actor's kecamatan
-- or any SQL condition, which is added to the city check. Roles narrow it further; null means every role of that login.
create function app_private.allow(target regclass, login text, commands text, predicate text, for_roles text[] default null)
returns void language plpgsql set search_path = '' as $$
declare command text;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  foreach command in array string_to_array(replace(commands, ' ', ''), ',') loop
    execute format('grant %s on %s to %I', command, target, login);
  end loop;
  perform app_private.wall(target, login, commands, predicate, for_roles);
end $$;
comment on function app_private.allow is 'Grants commands on a table to one login under one row policy each';

do $$
declare
  of_batch text := 'exists (select from app.import_batches b where b.id = batch_id)';
  unapplied text := 'exists (select from app.import_batches b where b.id = batch_id and b.state in (''received'', ''needs-mapping'', ''checked''))';
  village_lists text := 'village_code = (select app.scope()) and kind in (''village-list'', ''village-officers'')';
  civil_servants text := 'kind = ''civil-servants''';
  of_sponsor text := 'exists (select from app.pledges p where p.civil_servant_id = source_records.id)';
  own_consent text := 'subject_type = ''civil-servant'' and subject_id = (select app.scope_id())';
begin
  perform app_private.wall('app.import_batches', 'app_village', 'select,update', 'village', '{OPR,KDS}');
  perform app_private.wall('app.import_batches', 'app_village', 'insert', 'village', '{OPR}');
  perform app_private.wall('app.import_batches', 'app_city', 'select', 'region', '{MGR,DAT,BKP,AUD}');
  perform app_private.wall('app.import_batches', 'app_city', 'insert,update', 'region', '{MGR,DAT,BKP}');
  perform app_private.wall('app.import_batches', 'app_finance', 'select,update', 'kind = ''bpjs-receipts''', '{FIN}');
  perform app_private.wall('app.import_rows', 'app_city', 'select,insert,update', 'region', '{MGR,DAT,BKP}');
  perform app_private.wall('app.import_rows', 'app_city', 'delete', unapplied, '{MGR,DAT,BKP}');
  perform app_private.wall('app.import_rows', 'app_finance', 'select', of_batch, '{FIN}');

  -- A data officer reads every registry, others only the civil servants: one policy each, because an OR over roles would
  -- again tell the planner nothing.
  perform app_private.wall('app.source_records', 'app_village', 'select', village_lists, '{OPR,KDS}');
  perform app_private.wall('app.source_records', 'app_village', 'insert', village_lists, '{OPR}');
  perform app_private.wall('app.source_records', 'app_city', 'select,insert', 'region', '{DAT}');
  perform app_private.wall('app.source_records', 'app_city', 'update', 'region', '{DAT}', 'region');
  perform app_private.wall('app.source_records', 'app_city', 'select', civil_servants, '{BKP,MGR}', part => 'civil_servants');
  perform app_private.wall('app.source_records', 'app_city', 'insert', civil_servants, '{BKP}', part => 'civil_servants');
  perform app_private.wall('app.source_records', 'app_city', 'update', civil_servants, '{BKP}', 'region', 'civil_servants');
  perform app_private.wall('app.source_records', 'app_city', 'select', civil_servants || ' and ' || of_sponsor, '{AUD}', part => 'sponsors');
  perform app_private.wall('app.source_records', 'app_sponsor', 'select', civil_servants || ' and id = (select app.scope_id())');

  perform app_private.wall('app.persons', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.wall('app.persons', 'app_village', 'insert', 'village', '{OPR}');
  perform app_private.wall('app.persons', 'app_village', 'update', 'village', '{OPR}', 'village');
  perform app_private.wall('app.persons', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.wall('app.persons', 'app_city', 'insert,update', 'region', '{DAT}');
  perform app_private.wall('app.persons', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.wall('app.person_records', 'app_city', 'select,insert,delete', 'region', '{DAT,DPO}');
  perform app_private.wall('app.links', 'app_city', 'select,insert,update', 'region', '{DAT}');
  perform app_private.wall('app.link_questions', 'app_city', 'select,insert,update', 'region', '{DAT}');
  perform app_private.wall('app.link_decisions', 'app_city', 'select,insert', 'region', '{DAT}');
  perform app_private.wall('app.person_welfare', 'app_city', 'select', 'region', '{DAT,DPO}');
  perform app_private.wall('app.person_memberships', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.wall('app.consents', 'app_city', 'select', 'region', '{MGR,DAT,DPO,AUD}');
  perform app_private.wall('app.consents', 'app_city', 'update', 'subject_type = ''civil-servant''', '{MGR}', 'region');
  perform app_private.wall('app.consents', 'app_sponsor', 'select,insert', own_consent);
  perform app_private.wall('app.consents', 'app_sponsor', 'update', own_consent, null, 'subject_id = (select app.scope_id())');

  perform app_private.wall('app.judgements', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.wall('app.endorsements', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.wall('app.endorsements', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.wall('app.endorsement_items', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.wall('app.endorsement_items', 'app_city', 'insert,update', 'region', '{MGR}');

  perform app_private.wall('app.pledges', 'app_sponsor', 'select,insert,update', 'civil_servant_id = (select app.scope_id())');
  perform app_private.wall('app.pledges', 'app_city', 'select', 'region', '{MGR,BKP,AUD}');
  perform app_private.wall('app.pledges', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.wall('app.pledges', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.wall('app.pledges', 'app_finance', 'select', 'opd = (select app.scope())', part => 'office');
  perform app_private.wall('app.pledge_wishes', 'app_city', 'select', 'region', '{MGR}');
  perform app_private.wall('app.sponsorships', 'app_city', 'select,insert,update', 'region', '{MGR}');
  perform app_private.wall('app.enrolments', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.wall('app.enrolments', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.wall('app.enrolments', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.wall('app.packets', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.wall('app.packets', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.wall('app.packet_lines', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.wall('app.packet_lines', 'app_city', 'insert,update,delete', 'region', '{MGR}');
  perform app_private.wall('app.packet_mappings', 'app_city', 'select', 'region', '{MGR,ADM}');
  perform app_private.wall('app.packet_mappings', 'app_city', 'insert', 'region', '{ADM}');
  perform app_private.wall('app.obligations', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.wall('app.obligations', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.obligations', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.wall('app.cover_events', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.wall('app.cover_events', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.cover_states', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.wall('app.settings', 'app_city', 'insert,update', 'region', '{ADM}');

  drop policy entries_read on audit.entries;
  perform app_private.wall('audit.entries', 'app_city', 'select', 'region', '{AUD,DPO}');
  drop policy accesses_read on audit.accesses;
  perform app_private.wall('audit.accesses', 'app_city', 'select', 'region', '{AUD,DPO}');
end $$;
