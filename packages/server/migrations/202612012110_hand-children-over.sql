-- A child of whom a school, BAZNAS, a foundation or another office is told, so that it is helped: for a purpose, with the guardian's
-- consent, until a day, and revocable. The receiver has no account, only a code on paper; what it may see is written here, sealed.
create table app.child_handovers (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  village_code text not null,
  child_id uuid not null,
  receiver_kind text not null check (receiver_kind in ('school', 'baznas', 'foundation', 'office')),
  purpose text not null check (purpose in ('scholarship', 'schooling', 'alms', 'health', 'housing', 'papers')),
  fields text[] not null check (cardinality(fields) > 0 and fields <@ '{name,initials,age,village,level,guardian,need}'::text[]),
  told_sealed bytea,
  ends_on date not null,
  consent text check (consent in ('signed', 'spoken-with-witness')),
  consent_on date,
  override text check (override in ('child-in-danger', 'duty-of-law', 'no-guardian')),
  state text not null default 'offered' check (state in ('offered', 'accepted', 'refused', 'done', 'revoked')),
  made_by uuid not null,
  made_role text not null,
  made_at timestamptz not null,
  state_at timestamptz not null,
  unique (region_code, code),
  foreign key (region_code, village_code, child_id) references app.household_members (region_code, village_code, id) on update cascade,
  check ((consent is null) = (consent_on is null)),
  check ((consent is null) <> (override is null)),
  check ((told_sealed is null) = (state in ('refused', 'done', 'revoked'))),
  check (receiver_kind <> 'school' or fields <@ '{name,level,guardian}'::text[]),
  check (receiver_kind not in ('baznas', 'foundation') or fields <@ '{initials,age,village,need}'::text[])
);
comment on table app.child_handovers is 'Who outside is told of a child, for what, by whose consent and until when';
comment on column app.child_handovers.told_sealed is 'Name of the receiver and the words of the fields as they were on that day, sealed; forgotten once it is revoked, refused or done';
comment on column app.child_handovers.code is 'What the receiver is given on paper; drawn at random, it opens the fields while the hand-over runs';
create index child_handovers_by_child on app.child_handovers (child_id);

create table app.child_handover_looks (
  region_code text not null,
  id uuid primary key,
  handover_id uuid not null references app.child_handovers,
  looked_at timestamptz not null
);
comment on table app.child_handover_looks is 'Each time that a receiver saw the fields; never changed';
create index child_handover_looks_by_handover on app.child_handover_looks (handover_id);

do $$
declare
  own constant text := 'made_by = (select app.actor_id()) and made_role = (select app.actor_role())';
  seen constant text := 'exists (select from app.child_handovers h where h.id = handover_id)';
begin
  perform app_private.allow('app.child_handovers', 'app_village', 'select', 'village', '{OPR}');
  perform app_private.allow('app.child_handovers', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.wall('app.child_handovers', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.allow('app.child_handovers', 'app_city', 'select', 'region', '{MGR,CHR,DPO}');
  perform app_private.allow('app.child_handovers', 'app_city', 'insert', own, '{CHR}');
  perform app_private.wall('app.child_handovers', 'app_city', 'update', 'region', '{CHR}');
  perform app_private.allow('app.child_handovers', 'app_jobs', 'select', 'region');
  perform app_private.wall('app.child_handovers', 'app_jobs', 'update', 'region');
  perform app_private.allow('app.child_handover_looks', 'app_village', 'select', seen, '{OPR}');
  perform app_private.allow('app.child_handover_looks', 'app_city', 'select', 'region', '{MGR,CHR,DPO}');
  perform app_private.allow('app.child_handover_looks', 'app_jobs', 'select,insert', 'region');
end $$;
grant update (state, state_at, told_sealed) on app.child_handovers to app_village, app_city, app_jobs;

-- A code that is guessed at is counted by the address; whatever other kinds there are stay.
do $$
declare
  before text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'attempts_kind_check' and conrelid = 'auth.attempts'::regclass);
begin
  execute 'alter table auth.attempts drop constraint attempts_kind_check, add constraint attempts_kind_check '
    || regexp_replace(before, '\](\)*)$', ', ''handover-code''::text]\1');
end $$;
