-- What was decided or ordered, in a meeting or standing, and what each office that was asked does about it. A decision is never
-- changed, only withdrawn; the steps of a follow-up are never changed either: the follow-up holds what they add up to.
create table app.decisions (
  region_code text not null,
  id uuid primary key,
  meeting_id uuid references app.meetings,
  position integer not null,
  kind text not null check (kind in ('decision', 'instruction')),
  text text not null check (length(text) between 5 and 1000),
  owner_role text,
  village_code text,
  kecamatan_code text,
  only_kind text check (only_kind in ('desa', 'kelurahan')),
  due_on date,
  evidence_kind text not null,
  group_code text,
  year integer check (year between 2020 and 2100),
  measure text check (measure in ('lists-joined')),
  made_by uuid not null,
  made_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) <= 1000),
  unique nulls not distinct (region_code, meeting_id, position),
  check ((owner_role is null) = (due_on is null)),
  check ((group_code is null) = (year is null)),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
comment on table app.decisions is 'Decisions and instructions of a meeting, or standing ones where no meeting is named; each asks one office or one in every village';
comment on column app.decisions.village_code is 'The one village that is asked; empty with kecamatan_code: all its villages, both empty: all of the city';
comment on column app.decisions.owner_role is 'Empty where nobody is asked for anything, as a decision that only states';
comment on column app.decisions.measure is 'Progress that is counted from what the city has, so that nobody reports on it and no follow-up is written';
create index decisions_by_meeting on app.decisions (meeting_id);

create table app.follow_ups (
  region_code text not null,
  id uuid primary key,
  decision_id uuid not null references app.decisions,
  owner_role text not null,
  village_code text,
  kecamatan_code text,
  state text not null check (state in ('open', 'asked', 'done', 'cannot', 'accepted', 'released', 'withdrawn')),
  due_on date not null,
  due_since date not null,
  asked_for date,
  papers integer not null default 0 check (papers between 0 and 1000),
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unique nulls not distinct (region_code, decision_id, owner_role, village_code, kecamatan_code),
  check ((state = 'asked') = (asked_for is not null))
);
comment on table app.follow_ups is 'One office asked by one decision: by when, and where it stands as its steps add up';
comment on column app.follow_ups.due_since is 'On which day this due date was given; reminders of days before it are not made up for';
create index follow_ups_by_decision on app.follow_ups (decision_id);
create index follow_ups_by_day on app.follow_ups (region_code, due_on);

create table app.follow_up_steps (
  region_code text not null,
  id uuid primary key,
  follow_up_id uuid not null references app.follow_ups,
  village_code text,
  kecamatan_code text,
  step text not null,
  undoes uuid references app.follow_up_steps,
  state text not null,
  due_on date not null,
  due_since date not null,
  asked_for date,
  papers integer not null,
  reason text check (length(reason) <= 1000),
  paper_name text,
  paper_type text,
  paper_hash bytea,
  paper_sealed bytea,
  taken_role text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  unique (undoes),
  check ((step = 'undo') = (undoes is not null)),
  check (num_nulls(paper_name, paper_type, paper_hash, paper_sealed) in (0, 4))
);
comment on table app.follow_up_steps is 'Every step of a follow-up with what stood after it and the paper that shows it; never changed, a step back is a step of its own';
create index follow_up_steps_by_follow_up on app.follow_up_steps (follow_up_id, taken_at);

do $$
declare
  target text;
  own constant text := ' and taken_by = (select app.actor_id()) and taken_role = (select app.actor_role())';
  asked constant text := ' and owner_role = (select app.actor_role())';
begin
  perform app_private.allow('app.decisions', 'app_village', 'select', 'region', '{OPR,KDS}');
  perform app_private.allow('app.decisions', 'app_kecamatan', 'select', 'region');
  foreach target in array '{follow_ups,follow_up_steps}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'kecamatan');
  end loop;
  foreach target in array '{decisions,follow_ups,follow_up_steps}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.decisions', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.decisions', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.follow_ups', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.follow_ups', 'app_village', 'update', 'village_code = (select app.scope())' || asked, '{OPR,KDS}');
  perform app_private.wall('app.follow_ups', 'app_kecamatan', 'update', 'kecamatan_code = (select app.scope())' || asked);
  perform app_private.wall('app.follow_ups', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.wall('app.follow_ups', 'app_city', 'update', 'true' || asked, '{DAT,EXE}', null, 'own');
  perform app_private.wall('app.follow_ups', 'app_finance', 'update', 'true' || asked, '{FIN}');
  perform app_private.allow('app.follow_up_steps', 'app_village', 'insert', 'village_code = (select app.scope())' || own, '{OPR,KDS}');
  perform app_private.allow('app.follow_up_steps', 'app_kecamatan', 'insert', 'kecamatan_code = (select app.scope())' || own);
  perform app_private.allow('app.follow_up_steps', 'app_city', 'insert', 'true' || own, '{MGR,DAT,EXE}');
  perform app_private.allow('app.follow_up_steps', 'app_finance', 'insert', 'true' || own, '{FIN}');
end $$;
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on app.decisions to app_city;
grant update (state, asked_for, papers, changed_by, changed_at, version) on app.follow_ups to app_village, app_kecamatan, app_city, app_finance;
grant update (due_on, due_since) on app.follow_ups to app_city;
