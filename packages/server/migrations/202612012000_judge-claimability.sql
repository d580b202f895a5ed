-- Before somebody is registered at BPJS it is looked at whether a claim of the family would be paid. The judgement is made anew each
-- time it is read; what is kept is what persons decided, and whom a sample visited.
create function app.claimability_facts(ids uuid[])
returns table (person_id uuid, evidence jsonb, illness_id uuid, illness_sealed bytea, membership text, asks_membership boolean, is_disputed boolean,
  register_names text[])
language sql stable security definer set search_path = '' as $$
  select p.id,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'seenOn', w.seen_on) order by w.seen_on), '[]') from app.work_evidence w
      where w.person_id in (select a.id from app.all_of_persons(array[p.id]) a) and w.undone_at is null),
    i.id, i.value_sealed,
    -- Whom we registered before stands on BPJS's list because of us.
    (select max(m.status) from app.person_memberships m where m.person_id = p.id and m.status = 'active'
      and not exists (select from app.enrolments e where e.person_id = p.id and e.state in ('sent', 'accepted', 'ended'))),
    coalesce((select bool_or(q.kind = 'bpjs-members' and q.state in ('open', 'unsure')) from app.link_questions q where q.person_id = p.id), false),
    coalesce((select bool_or(q.kind = 'person' and q.state in ('open', 'same') and o.withdrawn_at is null) from app.link_questions q
      join app.persons o on o.id = q.other_person_id where q.person_id = p.id), false),
    (select coalesce(array_agg(r.full_name order by r.full_name), '{}') from app.links l join app.source_records r on r.id = l.record_id
      where l.person_id = p.id and l.ended_at is null and l.kind in ('dtsen', 'bpjs-members') and r.withdrawn_at is null)
  from app.persons p
    left join lateral (select e.id, e.value_sealed from app.person_edits e
      where e.person_id = p.id and e.field = 'illness' and e.state = 'standing' order by e.recorded_at desc, e.id desc limit 1) i on true
  where p.id = any(ids) and p.region_code = (select app.region())
    and (select app.actor_role()) in ('OPR', 'KDS', 'MGR', 'DAT', 'AUD')
    and ((select app.scope()) is null or p.village_code = (select app.scope()))
$$;
comment on function app.claimability_facts(uuid[]) is 'What a judgement of claimability rests on, the same for a village and for the city; an answer about an illness stays sealed';
revoke all on function app.claimability_facts(uuid[]) from public;
grant execute on function app.claimability_facts(uuid[]) to app_village, app_city;

create table app.claimability_decisions (
  region_code text not null,
  id uuid primary key,
  enrolment_id uuid not null references app.enrolments,
  person_id uuid not null,
  village_code text not null,
  kecamatan_code text not null,
  decision text not null check (decision in ('hold', 'send', 'release')),
  reason text not null,
  missing text[] not null,
  decided_by uuid not null,
  decided_role text not null,
  decided_at timestamptz not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.claimability_decisions is 'What a person decided of somebody whose claim would be refused: held back, sent all the same, or released; the last one counts';
comment on column app.claimability_decisions.missing is 'The checks as they stood then, by code; of what a family told its village only that there is something';
create index claimability_decisions_by_enrolment on app.claimability_decisions (enrolment_id, decided_at);

create table app.visit_samples (
  region_code text not null,
  id uuid primary key,
  seed text not null default gen_random_uuid()::text,
  percent smallint not null check (percent between 0 and 100),
  least smallint not null check (least >= 0),
  population integer not null check (population > 0),
  drawn_by uuid not null,
  drawn_role text not null,
  drawn_at timestamptz not null
);
comment on table app.visit_samples is 'Samples of people about to be registered, who are visited to see whether they work';
comment on column app.visit_samples.seed is 'Drawn by the database; with it the same people come out of the same list again';

create table app.visit_sample_members (
  region_code text not null,
  id uuid primary key,
  sample_id uuid not null references app.visit_samples,
  enrolment_id uuid not null references app.enrolments,
  person_id uuid not null,
  village_code text not null,
  kecamatan_code text not null,
  stratum text not null check (stratum in ('green', 'amber', 'red')),
  drawn_at timestamptz not null,
  answer text check (answer in ('working', 'not-working', 'not-found')),
  answered_by uuid,
  answered_role text,
  answered_at timestamptz,
  unique (sample_id, enrolment_id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null)),
  check ((answer is null) = (answered_role is null))
);
comment on table app.visit_sample_members is 'Who is visited of a sample, and what was found; without an answer nothing is known';
comment on column app.visit_sample_members.stratum is 'The judgement when the sample was drawn; strata are this and the village';
create index visit_sample_members_by_person on app.visit_sample_members (person_id, answered_at);
create index visit_sample_members_by_place on app.visit_sample_members (region_code, village_code);

do $$
declare
  owner text := current_user;
  decided constant text := 'decided_by = (select app.actor_id()) and decided_role = (select app.actor_role())';
  drawn constant text := 'drawn_by = (select app.actor_id()) and drawn_role = (select app.actor_role())';
  answered constant text := 'answered_by = (select app.actor_id()) and answered_role = (select app.actor_role())';
  target text;
begin
  perform app_private.allow('app.claimability_decisions', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.claimability_decisions', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.claimability_decisions', 'app_city', 'insert', decided, '{MGR}');
  perform app_private.allow('app.claimability_decisions', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.visit_samples', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.visit_samples', 'app_city', 'insert', drawn, '{MGR}');
  perform app_private.allow('app.visit_samples', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.visit_sample_members', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.wall('app.visit_sample_members', 'app_village', 'update', 'village', '{OPR,KDS}', 'village_code = (select app.scope()) and ' || answered);
  perform app_private.allow('app.visit_sample_members', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.visit_sample_members', 'app_city', 'insert', 'answer is null', '{MGR}');
  perform app_private.wall('app.visit_sample_members', 'app_city', 'update', 'region', '{DAT}', answered);
  perform app_private.allow('app.visit_sample_members', 'app_jobs', 'select', 'region');
  -- The function above runs as the owner.
  foreach target in array array['persons', 'enrolments', 'work_evidence', 'person_edits', 'person_memberships', 'link_questions', 'links', 'source_records'] loop
    execute format('create policy seen_by_claimability on app.%I for select to %I using (region_code = (select app.region()))', target, owner);
  end loop;
end $$;
grant update (answer, answered_by, answered_role, answered_at) on app.visit_sample_members to app_village, app_city;
