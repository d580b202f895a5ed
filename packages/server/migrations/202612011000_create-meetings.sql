-- Coordination meetings in which villages say what they will pay: who is asked for what, who came, what each village did, and an
-- endless line of what happened, from which boards and minutes are made. What was promised itself stands in app.commitments.
create table app.meetings (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[0-9A-Z]{6}$'),
  title text not null check (length(title) between 3 and 200),
  year integer not null check (year between 2020 and 2100),
  groups text[] not null check (cardinality(groups) > 0),
  state text not null check (state in ('draft', 'invited', 'open', 'closed')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null check (length(place) <= 200),
  leader text not null check (length(leader) <= 200),
  secretary text not null check (length(secretary) <= 200),
  letter_number text check (length(letter_number) <= 80),
  basis text check (length(basis) <= 2000),
  previous_id uuid references app.meetings,
  opened_at timestamptz,
  closed_at timestamptz,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unique (region_code, code),
  check (ends_at > starts_at),
  check (state <> 'draft' or (opened_at is null and closed_at is null)),
  check ((state = 'closed') = (closed_at is not null))
);
comment on table app.meetings is 'Coordination meetings: when, where, led by whom, and for which groups of which year the villages are asked';
comment on column app.meetings.code is 'Stands in addresses and is read out in the hall; no secret';
comment on column app.meetings.groups is 'Groups of commitments that are asked for; need and totals of the meeting are over these';

create table app.meeting_items (
  region_code text not null,
  id uuid primary key,
  meeting_id uuid not null references app.meetings,
  position integer not null,
  title text not null check (length(title) between 1 and 200),
  presenter text check (length(presenter) <= 200),
  minutes integer not null check (minutes between 0 and 600),
  state text not null default 'planned' check (state in ('planned', 'running', 'done', 'moved', 'parked', 'dropped')),
  started_at timestamptz,
  ended_at timestamptz,
  notes text check (length(notes) <= 8000),
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1
);
comment on table app.meeting_items is 'The agenda, item by item with its minutes; what is parked was put aside, what is moved goes to the next meeting';
create index meeting_items_by_meeting on app.meeting_items (meeting_id, position);
create unique index meeting_items_one_running on app.meeting_items (meeting_id) where state = 'running';

create table app.meeting_guests (
  region_code text not null,
  id uuid primary key,
  meeting_id uuid not null references app.meetings,
  village_code text,
  kecamatan_code text,
  office text not null check (length(office) between 2 and 120),
  name text check (length(name) <= 120),
  stands_in_for text check (length(stands_in_for) <= 120),
  letter text check (length(letter) <= 120),
  arrived_at timestamptz,
  left_at timestamptz,
  set_how text check (set_how in ('card', 'door', 'tick')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  check (left_at is null or arrived_at is not null)
);
comment on table app.meeting_guests is 'Who is invited and who came, by office; attendance is set to a time, never switched over';
comment on column app.meeting_guests.stands_in_for is 'Where somebody else came: the office they speak for; their own is in office, their paper in letter';
create index meeting_guests_by_meeting on app.meeting_guests (meeting_id);
create unique index meeting_guests_of_village on app.meeting_guests (meeting_id, village_code) where village_code is not null;

create table app.meeting_cards (
  region_code text not null,
  id uuid primary key,
  meeting_id uuid not null references app.meetings,
  village_code text not null,
  kecamatan_code text not null,
  code text not null unique check (code ~ '^[0-9A-Z]{12}$'),
  made_by uuid not null,
  made_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);
comment on table app.meeting_cards is 'The printed card of a village: its code signs in for this meeting only, until it is revoked or the meeting closes';
create unique index meeting_cards_valid on app.meeting_cards (meeting_id, village_code) where revoked_at is null;

create table app.meeting_rows (
  region_code text not null,
  meeting_id uuid not null references app.meetings,
  village_code text not null,
  kecamatan_code text not null,
  opened_at timestamptz,
  typing_at timestamptz,
  typed_at timestamptz,
  confirmed_at timestamptz,
  objected_at timestamptz,
  objection text check (length(objection) <= 1000),
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (meeting_id, village_code),
  check (num_nonnulls(confirmed_at, objected_at) <= 1),
  check ((objected_at is null) = (objection is null))
);
comment on table app.meeting_rows is 'What a village did in a meeting: opened its form, typed, and whether it says right or no to what was typed for it';
comment on column app.meeting_rows.typed_at is 'When somebody else typed the row last; from then it waits for the village to say right or no';

create table app.meeting_events (
  region_code text not null,
  meeting_id uuid not null references app.meetings,
  seq bigint generated always as identity,
  id uuid not null unique,
  kind text not null check (length(kind) <= 40),
  village_code text,
  kecamatan_code text,
  details jsonb not null default '{}',
  by_role text not null,
  by_actor uuid not null,
  at timestamptz not null,
  primary key (meeting_id, seq)
);
comment on table app.meeting_events is 'What happened in a meeting, in order and never changed; holds numbers and codes, no name of a person';

insert into app_private.unguarded values
  ('app.meetings', 'starts_at', 'when it is planned to begin'),
  ('app.meetings', 'ends_at', 'when it is planned to end'),
  ('app.meeting_guests', 'arrived_at', 'when somebody came, which may be written down later'),
  ('app.meeting_guests', 'left_at', 'when somebody left, which may be written down later');
insert into app_private.known_at_birth values
  ('app.meeting_rows', 'opened_at'), ('app.meeting_rows', 'typing_at'), ('app.meeting_rows', 'typed_at');

do $$
declare
  target text;
begin
  foreach target in array '{meetings,meeting_items}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'region', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'region');
  end loop;
  foreach target in array '{meeting_guests,meeting_rows}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'kecamatan');
  end loop;
  perform app_private.allow('app.meeting_events', 'app_village', 'select', 'village_code is null or village_code = (select app.scope())', '{OPR,KDS}');
  perform app_private.allow('app.meeting_events', 'app_kecamatan', 'select', 'kecamatan_code is null or kecamatan_code = (select app.scope())');
  foreach target in array '{meetings,meeting_items,meeting_guests,meeting_rows,meeting_events}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{MGR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.meeting_cards', 'app_city', 'select,insert', 'region', '{MGR}');
  perform app_private.allow('app.meeting_cards', 'app_jobs', 'select', 'region');
  foreach target in array '{meetings,meeting_items,meeting_guests,meeting_cards,meeting_rows}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'update', 'region', '{MGR}');
  end loop;
  foreach target in array '{meeting_guests,meeting_rows}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_village', 'update', 'village', '{KDS}');
  end loop;
  perform app_private.allow('app.meeting_rows', 'app_village', 'insert', 'village', '{KDS}');
  perform app_private.allow('app.meeting_events', 'app_village', 'insert', 'village_code = (select app.scope()) and by_actor = (select app.actor_id())', '{KDS}');
end $$;
grant update (title, year, groups, state, starts_at, ends_at, place, leader, secretary, letter_number, basis, previous_id, opened_at,
  closed_at, changed_by, changed_at, version) on app.meetings to app_city;
grant update (position, title, presenter, minutes, state, started_at, ended_at, notes, changed_by, changed_at, version)
  on app.meeting_items to app_city;
grant update (office, name, stands_in_for, letter, arrived_at, left_at, set_how, changed_by, changed_at) on app.meeting_guests to app_city, app_village;
grant update (revoked_by, revoked_at) on app.meeting_cards to app_city;
grant update (opened_at, typing_at, typed_at, confirmed_at, objected_at, objection, changed_by, changed_at, version)
  on app.meeting_rows to app_city, app_village;

-- Whoever holds a card's code is asked nothing else: which meeting and village it signs in for, while it may.
create function app.village_of_meeting_card(asked text)
returns table (card_id uuid, meeting_code text, village_code text, kecamatan_code text, state text, is_revoked boolean)
language sql stable security definer set search_path = '' as $$
  select c.id, m.code, c.village_code, c.kecamatan_code, m.state, c.revoked_at is not null
  from app.meeting_cards c join app.meetings m on m.id = c.meeting_id
  where c.region_code = (select (app.context())[2]) and c.code = asked
$$;
comment on function app.village_of_meeting_card(text) is 'The meeting and village that a printed card signs in for; nothing of any person';
revoke all on function app.village_of_meeting_card(text) from public;
grant execute on function app.village_of_meeting_card(text)
  to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
