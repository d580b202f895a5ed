-- Whoever has the code of a report may know where the family's case stands and since when: a state and a day, no amount, no name.
drop function app.incident_of_code(text);
create function app.incident_of_code(asked text)
returns table (kind text, state text, village_code text, happened_on date, happened_time text, received_at timestamptz, decided_at timestamptz,
  followed_at timestamptz, claim_state text, claim_since date)
language sql stable security definer set search_path = '' as $$
  select k.kind, k.state, k.village_code, k.happened_on, k.happened_time, r.received_at, k.decided_at, k.followed_at,
    case when c.state = 'closed' and c.need_reason is not null then 'closed-in-need' else c.state end, c.state_since
  from app.incident_reports r join app.incident_reports k on k.id = coalesce(r.merged_into, r.id)
    left join app.claims c on c.id = k.claim_id and c.state <> 'withdrawn'
  where r.region_code = (select (app.context())[2]) and r.code = asked
$$;
comment on function app.incident_of_code(text) is 'Where the report of a code and its case stand, or of the one it was found to be the same as; nothing of any person';
revoke all on function app.incident_of_code(text) from public;
grant execute on function app.incident_of_code(text)
  to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;

-- An auditor who opens name and notes with a reason leaves that look behind, and can write nothing else of a case.
select app_private.wall('app.claim_steps', 'app_city', 'insert',
  'step = ''look'' and taken_by = (select app.actor_id()) and taken_role = (select app.actor_role())', '{AUD}', part => 'look');
