-- An event that takes back another names it. Until now `reversed|` before the other's natural key said so, and
-- details.takesBack beside it; every question about what stands had to know the spelling.
alter table app.cover_events add column reverses uuid unique references app.cover_events;
comment on column app.cover_events.reverses is 'The event this one takes back; an event is taken back once';

-- The owner too is held by row policies; what follows concerns every city.
alter table app.cover_events no force row level security;
update app.cover_events r set reverses = e.id, details = r.details - 'takesBack'
  from app.cover_events e where e.person_id = r.person_id and r.type = 'reversed' and r.natural_key = 'reversed|' || e.natural_key;
alter table app.cover_events force row level security;

alter table app.cover_events add constraint cover_events_reversal_names_event check ((type = 'reversed') = (reverses is not null));

create function app_private.check_reversal() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.cover_events e where e.id = new.reverses and e.type <> 'reversed'
    and e.person_id = new.person_id and e.enrolment_id is not distinct from new.enrolment_id)
  then raise exception 'a reversal belongs to the person and the enrolment of what it takes back' using errcode = '23514';
  end if;
  return new;
end $$;
comment on function app_private.check_reversal is 'Whoever may write events of life only may take back events of life only';
create trigger check_reversal before insert on app.cover_events for each row when (new.reverses is not null)
  execute function app_private.check_reversal();

create view app.standing_events with (security_invoker = true) as
  select e.region_code, e.id, e.village_code, e.kecamatan_code, e.person_id, e.enrolment_id, e.type, e.effective_on,
    e.recorded_at, e.month, e.payer, e.details, e.evidence_type, e.evidence_id, e.natural_key
  from app.cover_events e
  where e.type <> 'reversed' and not exists (select from app.cover_events r where r.reverses = e.id);
comment on view app.standing_events is 'Events of cover that nobody took back: the only place that says what stands; walls are those of cover_events';
grant select on app.standing_events to app_bpjs, app_village, app_city, app_jobs;

do $$
declare
  of_life text := 'enrolment_id is null and type in (''died'', ''moved'', ''formal-job'', ''reversed'')';
begin
  perform app_private.allow('app.cover_events', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || of_life, '{OPR}');
  perform app_private.wall('app.cover_events', 'app_city', 'insert', of_life, '{DAT}', part => 'life');
end $$;
