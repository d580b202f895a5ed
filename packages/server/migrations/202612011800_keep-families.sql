-- The family of a worker: who belongs to it from when until when, who speaks for each child, and what a child's school is. Names, days of
-- birth and telephone numbers lie sealed; nobody's number of a card is kept, and no picture.
create table app.households (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  person_id uuid not null,
  disputed_by uuid,
  disputed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  unique (region_code, person_id),
  unique (region_code, village_code, id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((disputed_by is null) = (disputed_at is null))
);
comment on table app.households is 'The household that is kept for a worker, its breadwinner; it outlives the worker and every claim';
comment on column app.households.disputed_at is 'Since when the heirs are in dispute: from then on a person decides, not the rule';
create index households_by_village on app.households (region_code, village_code);

create table app.household_members (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  household_id uuid not null,
  kinship text not null check (kinship in ('self', 'spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'parent-in-law',
    'will', 'burier', 'other')),
  told_sealed bytea,
  noted_by uuid not null,
  noted_at timestamptz not null default app.now(),
  unique (region_code, village_code, id),
  foreign key (region_code, village_code, household_id) references app.households (region_code, village_code, id) on update cascade
);
comment on table app.household_members is 'Who belongs to a household, by kinship to its breadwinner';
comment on column app.household_members.told_sealed is 'Name and day of birth, sealed; empty for the breadwinner, who stands in the register, and for a child that was forgotten';
create unique index household_members_one_self on app.household_members (household_id) where kinship = 'self';
create index household_members_by_household on app.household_members (household_id);

create table app.household_terms (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  member_id uuid not null,
  role text not null check (role in ('head', 'spouse', 'child', 'parent', 'sibling', 'parent-in-law', 'other')),
  from_on date,
  until_on date,
  ending text check (ending in ('died', 'moved', 'divorced', 'mistaken', 'new-head')),
  noted_by uuid not null,
  noted_at timestamptz not null default app.now(),
  unique nulls not distinct (member_id, from_on),
  foreign key (region_code, village_code, member_id) references app.household_members (region_code, village_code, id) on update cascade,
  check (until_on > from_on),
  check ((until_on is null) = (ending is null))
);
comment on table app.household_terms is 'What a member is in the household from one day until another';
comment on column app.household_terms.from_on is 'Null since birth, or since before anybody noted it: a day of birth stands nowhere in the clear';
comment on column app.household_terms.until_on is 'The first day on which it no longer holds';

-- The rule refuses this with its reason; the database refuses it whoever writes.
create function app_private.refuse_second_term() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (
    select from app.household_terms o join app.household_members om on om.id = o.member_id
      join app.household_members m on m.id = new.member_id
    where o.id <> new.id and om.household_id = m.household_id
      and (o.member_id = new.member_id or (o.role = 'head' and new.role = 'head'))
      and daterange(o.from_on, o.until_on, '[)') && daterange(new.from_on, new.until_on, '[)')
  ) then
    raise exception 'a member stands twice in a household, or a household has two heads, on one day' using errcode = 'exclusion_violation';
  end if;
  return null;
end $$;
revoke all on function app_private.refuse_second_term() from public;
create constraint trigger refuse_second_term after insert or update on app.household_terms
  deferrable initially deferred for each row execute function app_private.refuse_second_term();

create table app.family_children (
  region_code text not null,
  member_id uuid primary key,
  village_code text not null,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  school_level text check (school_level in ('tk', 'sd', 'smp', 'sma', 's1')),
  school_year_of_level integer check (school_year_of_level between 1 and 6),
  school_on date,
  scholarship text not null default 'unknown' check (scholarship in ('unknown', 'granted', 'refused')),
  ended_kind text check (ended_kind in ('married', 'working')),
  ended_on date,
  consent text not null default 'none' check (consent in ('none', 'given', 'withdrawn')),
  consent_on date,
  verified_by uuid,
  verified_at timestamptz,
  version integer not null default 1,
  unique (region_code, code),
  unique (region_code, village_code, member_id),
  foreign key (region_code, village_code, member_id) references app.household_members (region_code, village_code, id) on update cascade,
  check (num_nulls(school_level, school_year_of_level, school_on) in (0, 3)),
  check ((ended_kind is null) = (ended_on is null)),
  check ((consent = 'none') = (consent_on is null)),
  check ((verified_by is null) = (verified_at is null))
);
comment on table app.family_children is 'What is followed of a child of a worker: school, scholarship, consent of the guardian; erased a year after the 18th birthday or the last scholarship year';
comment on column app.family_children.code is 'Names the child in addresses and files, drawn at random, spelt YT-…';
comment on column app.family_children.school_on is 'The day on which the child was in this class; other years follow from it';
comment on column app.family_children.consent_on is 'When the guardian of that day agreed that the child may be told of to those who help, or took it back';

create table app.child_guardians (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  child_id uuid not null,
  kind text not null check (kind in ('surviving-parent', 'grandparent', 'relative', 'court-appointed', 'institution')),
  evidence text not null check (evidence in ('family-card', 'village-letter', 'family-statement', 'court-order', 'institution-letter')),
  told_sealed bytea not null,
  from_on date not null,
  until_on date,
  noted_by uuid not null,
  noted_at timestamptz not null default app.now(),
  foreign key (region_code, village_code, child_id) references app.family_children (region_code, village_code, member_id) on update cascade,
  check (until_on > from_on)
);
comment on table app.child_guardians is 'Who speaks for a child from one day until another, and what shows it';
comment on column app.child_guardians.told_sealed is 'Name and telephone number, sealed';
create index child_guardians_by_child on app.child_guardians (child_id);

create table app.school_letters (
  region_code text not null,
  village_code text not null,
  child_id uuid not null,
  year integer not null check (year between 2020 and 2100),
  received_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null default app.now(),
  primary key (child_id, year),
  foreign key (region_code, village_code, child_id) references app.family_children (region_code, village_code, member_id) on update cascade
);
comment on table app.school_letters is 'The letter of the school that each year of a scholarship wants, once it came; the letter itself is not kept here';

create table app.family_copies (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  household_id uuid not null,
  why text not null check (why in ('claim', 'alms-round')),
  reference_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  copy_sealed bytea not null,
  children integer not null check (children >= 0),
  frozen_by uuid not null,
  frozen_at timestamptz not null default app.now(),
  unique (household_id, why, reference_id),
  foreign key (region_code, village_code, household_id) references app.households (region_code, village_code, id) on update cascade
);
comment on table app.family_copies is 'A family as it stood when a claim was handed in or a round of alms was locked: sealed, with its hash, never changed';
comment on column app.family_copies.reference_id is 'The claim or the round';

-- Only the village goes along when a worker moves.
create function app_private.refuse_changed_copy() returns trigger language plpgsql set search_path = '' as $$
begin
  if to_jsonb(new) - 'village_code' is distinct from to_jsonb(old) - 'village_code' then
    raise exception 'a frozen family is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke all on function app_private.refuse_changed_copy() from public;
create trigger refuse_changed_copy before update on app.family_copies for each row execute function app_private.refuse_changed_copy();

-- Whoever follows a child knows the day of the loss, and of the register nothing else.
create function app.lost_on(one uuid) returns date
language sql stable security definer set search_path = '' as $$
  select p.died_on from app.persons p where p.id = app.kept_person(one) and p.region_code = (select app.region())
$$;
comment on function app.lost_on is 'The day of death that the register holds for a breadwinner; null for the living';
revoke all on function app.lost_on(uuid) from public;
grant execute on function app.lost_on(uuid) to app_village, app_city, app_bpjs, app_jobs;

do $$
declare
  target text;
  own text;
  in_packet constant text := 'exists (select from app.persons p where p.id = households.person_id)';
  of_household constant text := 'household_id in (select h.id from app.households h)';
  of_member constant text := 'member_id in (select m.id from app.household_members m)';
  of_child constant text := 'child_id in (select c.member_id from app.family_children c)';
begin
  foreach target in array '{households,household_members,household_terms,family_children,child_guardians,school_letters,family_copies}'::text[] loop
    own := case target when 'households' then 'created_by = (select app.actor_id())' when 'family_copies' then 'frozen_by = (select app.actor_id())'
      when 'family_children' then 'true' else 'noted_by = (select app.actor_id())' end;
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,CHR,AUD,DPO}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  foreach target in array '{households,household_members,household_terms,family_children}'::text[] loop
    own := case target when 'households' then 'created_by = (select app.actor_id())' when 'family_children' then 'region' else 'noted_by = (select app.actor_id())' end;
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', own, '{MGR}');
  end loop;
  foreach target in array '{child_guardians,school_letters}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'noted_by = (select app.actor_id())', '{CHR}');
  end loop;
  perform app_private.allow('app.family_copies', 'app_city', 'insert', 'frozen_by = (select app.actor_id())', '{MGR,CHR}');
  foreach target in array '{households,household_terms}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_village', 'update', 'village', '{OPR}');
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'update', 'region', '{MGR}');
  end loop;
  foreach target in array '{family_children,child_guardians}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_village', 'update', 'village', '{OPR}');
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'update', 'region', '{CHR}');
  end loop;
  perform app_private.allow('app.households', 'app_bpjs', 'select', in_packet);
  perform app_private.allow('app.household_members', 'app_bpjs', 'select', of_household);
  perform app_private.allow('app.household_terms', 'app_bpjs', 'select', of_member);
  perform app_private.allow('app.family_children', 'app_bpjs', 'select', of_member);
  perform app_private.allow('app.child_guardians', 'app_bpjs', 'select', of_child);
  perform app_private.allow('app.school_letters', 'app_bpjs', 'select', of_child);
  perform app_private.allow('app.family_copies', 'app_bpjs', 'select', of_household);
  perform app_private.allow('app.family_copies', 'app_bpjs', 'insert', of_household || ' and frozen_by = (select app.actor_id())');
  perform app_private.allow('app.family_copies', 'app_jobs', 'insert', 'region');
  -- What is kept too long goes at night: a child's record, and what is left of it elsewhere.
  foreach target in array '{family_children,child_guardians,school_letters,family_copies}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'delete', 'region');
  end loop;
  perform app_private.wall('app.household_members', 'app_jobs', 'update', 'region');
end $$;
grant update (disputed_by, disputed_at, version) on app.households to app_village, app_city;
grant update (role, until_on, ending) on app.household_terms to app_village, app_city;
grant update (school_level, school_year_of_level, school_on, scholarship, ended_kind, ended_on, consent, consent_on, verified_by, verified_at,
  version) on app.family_children to app_village, app_city;
grant update (until_on) on app.child_guardians to app_village, app_city;
grant update (told_sealed) on app.household_members to app_jobs;
