-- A login changes the columns that its use cases change, and no other: who sent a file, what it is about and under which code
-- it is known stay as they were written.
create function app_private.narrow_update(target regclass, columns text) returns void language plpgsql set search_path = '' as $$
declare
  login text;
  kept text;
begin
  foreach login in array '{app_village,app_kecamatan,app_city,app_bpjs,app_sponsor,app_finance}'::text[] loop
    continue when not exists (select from pg_catalog.pg_class c, aclexplode(c.relacl) x
      where c.oid = target and x.grantee = login::regrole and x.privilege_type = 'UPDATE');
    -- Taking the whole away takes what was granted column by column too.
    select string_agg(quote_ident(a.attname), ', ') into kept from pg_catalog.pg_attribute a, aclexplode(a.attacl) x
      where a.attrelid = target and x.grantee = login::regrole and x.privilege_type = 'UPDATE';
    execute format('revoke update on %s from %I', target, login);
    if columns <> '' then
      execute format('grant update (%s) on %s to %I', concat_ws(', ', columns, kept), target, login);
    end if;
  end loop;
end $$;

select app_private.narrow_update(target::regclass, columns) from (values
  ('app.import_batches', 'state, progress, version, refusal, recognition, warnings, counts, approved_by, applied_at, undone_at, undone_by'),
  ('app.import_rows', 'outcome, issues, clean_sealed'),
  ('app.import_mappings', 'mapping, updated_at, version'),
  ('app.source_records', 'withdrawn_at, superseded_by'),
  ('app.links', 'ended_at, ended_by'),
  ('app.link_questions', 'state, probability, weight, evidence, decided_at, decided_by, reason, version'),
  ('app.consents', 'withdrawn_at'),
  ('app.policies', ''),
  ('app.endorsements', 'state, proposed_by, decided_by, decided_at, note, version'),
  ('app.endorsement_items', 'included, exclusion_reason'),
  ('app.pledges', 'state, stopped_at, stop_month, stop_reason, version'),
  ('app.sponsorships', 'state, decided_at, decided_by, ended_at, end_reason, version'),
  ('app.enrolments', 'state, until_month, accepted_on, rejection_reason, kpj_sealed, kpj_index, version'),
  ('app.packets', 'state, sent_by, sent_at, version'),
  ('app.packet_lines', 'state, reason'),
  ('app.settings', 'value, confirmed, source, changed_by, changed_at, version')
) as narrowed (target, columns);

-- What a row may be when it is made: the first of its states, and its sender as the context has it.
create policy new_batches on app.import_batches as restrictive for insert
  to app_village, app_city, app_bpjs, app_finance
  with check (region_code = (select app.region()) and state in ('received', 'refused', 'needs-mapping')
    and uploaded_role = (select app.actor_role()) and uploaded_scope is not distinct from (select app.scope()));
create policy new_lists on app.endorsements as restrictive for insert to app_village, app_city
  with check (region_code = (select app.region()) and state in ('draft', 'proposed'));
create policy new_pledges on app.pledges as restrictive for insert to app_sponsor
  with check (region_code = (select app.region()) and state = 'active');
create policy new_proposals on app.sponsorships as restrictive for insert to app_city
  with check (region_code = (select app.region()) and state = 'proposed');
create policy new_enrolments on app.enrolments as restrictive for insert to app_city
  with check (region_code = (select app.region()) and state = 'ready');
create policy new_packets on app.packets as restrictive for insert to app_city
  with check (region_code = (select app.region()) and state = 'draft');
create policy new_lines on app.packet_lines as restrictive for insert to app_city
  with check (region_code = (select app.region()) and state = 'waiting');

-- Rows are written into a batch by its sender alone, work on its behalf included.
do $$
declare
  own constant text := 'region_code = (select app.region()) and exists (select from app.import_batches b where b.id = batch_id
    and b.uploaded_role = (select app.actor_role()) and b.uploaded_scope is not distinct from (select app.scope()))';
begin
  execute 'create policy own_batch on app.import_rows as restrictive for insert to app_village, app_city, app_bpjs with check (' || own || ')';
  execute 'create policy own_batch on app.source_records as restrictive for insert to app_village, app_city with check (' || own || ')';
end $$;

-- A consent of a person is recorded by a village for a person it sees.
create policy seen_person on app.consents as restrictive for insert to app_village
  with check (region_code = (select app.region()) and subject_type = 'person'
    and exists (select from app.persons p where p.id = subject_id));

-- A list is decided by who may decide, never by who proposes: without a decider it is neither approved nor returned.
alter table app.endorsements add constraint decided_by_somebody
  check ((state in ('approved', 'returned')) = (decided_by is not null)) not valid;
create function app_private.guard_decision() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.decided_by is not null and app.actor_role() not in ('KDS', 'MGR') then
    raise exception 'a list is decided by the head of the village or by the city' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_decision before update on app.endorsements for each row
  when (current_user::text ~ '^app_(?!jobs_)[a-z]+_[0-9a-f]{12}$' and old.decided_by is distinct from new.decided_by)
  execute function app_private.guard_decision();

-- Long lists and money wait for a second person: who sent the file cannot take it past that by naming a state.
create function app_private.guard_approval() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.approved_by is null and (new.kind in ('bpjs-receipts') or (select count(*) from (
      select from app.import_rows r where r.batch_id = new.id and r.outcome = 'accepted' limit 201) accepted) > 200) then
    raise exception 'more than 200 rows, and money, are applied after a second person agreed' using errcode = 'insufficient_privilege';
  end if;
  if new.approved_by is distinct from old.approved_by and app.actor_role() = 'OPR' then
    raise exception 'a village operator does not approve' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_approval before update on app.import_batches for each row
  when (current_user::text ~ '^app_(?!jobs_)[a-z]+_[0-9a-f]{12}$' and new.state = 'applying' and old.state <> 'applying')
  execute function app_private.guard_approval();
revoke all on function app_private.narrow_update(regclass, text), app_private.guard_decision(), app_private.guard_approval() from public;

-- Nights and backups are set going by the schedule alone; notices are of the kinds that a login's use cases send, to whom they send them.
create policy by_day on app.work as restrictive for insert
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance
  with check (region_code = (select app.region()) and topic !~ '(\.forget|-all|\.check|\.verify|\.seal)$');
revoke insert on app.notifications from app_kecamatan, app_finance;
create policy own_kinds_village on app.notifications as restrictive for insert to app_village
  with check (region_code = (select app.region()) and kind ~ '^(endorsement|life-event|person|import)-'
    and ((scope is null and role = 'MGR') or scope = (select app.scope())));
create policy own_kinds_bpjs on app.notifications as restrictive for insert to app_bpjs
  with check (region_code = (select app.region()) and kind in ('enrolment-rejected', 'packet-answered') and role in ('OPR', 'MGR'));
create policy own_kinds_sponsor on app.notifications as restrictive for insert to app_sponsor
  with check (region_code = (select app.region()) and kind = 'worker-waits-again' and role in ('OPR', 'MGR'));
