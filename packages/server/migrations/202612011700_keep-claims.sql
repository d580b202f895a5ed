-- What follows a death or an accident: the family's claim, from the report to the money received, or as a family in need where
-- nothing is due.
create table app.claims (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  village_code text not null,
  kecamatan_code text not null,
  branch text,
  person_id uuid not null,
  kind text not null check (kind in ('natural-death', 'work-accident-death', 'work-accident')),
  happened_on date not null,
  accident_on date,
  happened_time text check (happened_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  reported_at timestamptz not null,
  state text not null default 'collecting' check (state in ('collecting', 'handed-in', 'returned', 'accepted', 'paid', 'refused', 'objected', 'in-need', 'closed', 'withdrawn')),
  state_since date not null,
  told_bpjs_at timestamptz,
  handed_in_on date,
  answered_on date,
  estimate jsonb,
  facts_sealed bytea,
  refusal text,
  need_reason text check (need_reason in ('not-covered', 'covered-too-short', 'refused', 'lapsed')),
  closed_on date,
  version integer not null default 1,
  unique (region_code, code),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check (accident_on is null or accident_on <= happened_on),
  check (refusal is null or state in ('refused', 'objected', 'in-need', 'closed', 'accepted', 'paid')),
  check (state <> 'refused' or refusal is not null),
  check (state <> 'in-need' or need_reason is not null),
  check ((state = 'closed') = (closed_on is not null)),
  check (state not in ('handed-in', 'returned', 'accepted', 'paid', 'refused', 'objected') or (handed_in_on is not null and estimate is not null))
);
comment on table app.claims is 'One family''s case after a death or an accident, with its days; amounts and reasons in codes, names nowhere';
comment on column app.claims.branch is 'The branch of BPJS that accepted the worker; empty where none did, then no branch sees it';
comment on column app.claims.happened_on is 'Of a death its day, of an accident its day; never the day of the report';
comment on column app.claims.estimate is 'What was expected when the file was handed in, part by part, frozen';
comment on column app.claims.facts_sealed is 'Of an accident what the doctor and the bills say: months unable to work, disability, transport; sealed, as it is about health';
comment on column app.claims.state_since is 'The day on which the state began: from it whoever has the turn counts';
create unique index claims_of_person on app.claims (region_code, person_id) where state <> 'withdrawn' and kind <> 'work-accident';
create index claims_by_state on app.claims (region_code, state, happened_on);
create index claims_by_person on app.claims (person_id);

create table app.claim_steps (
  region_code text not null,
  id uuid primary key,
  claim_id uuid not null references app.claims,
  village_code text not null,
  kecamatan_code text not null,
  branch text,
  step text not null check (step in ('open', 'tell-bpjs', 'document', 'hand-in', 'facts', 'return', 'accept', 'pay', 'take-back', 'explain', 'refuse', 'object', 'uphold',
    'in-need', 'help', 'close', 'reopen', 'correct', 'withdraw', 'letter', 'look')),
  details jsonb not null default '{}',
  note_sealed bytea,
  taken_role text not null,
  taken_by uuid not null,
  taken_at timestamptz not null
);
comment on table app.claim_steps is 'What was done with a case, in order and never changed; days and codes, and a note that is sealed';
create index claim_steps_by_claim on app.claim_steps (claim_id, taken_at);

create table app.claim_documents (
  region_code text not null,
  id uuid primary key,
  claim_id uuid not null references app.claims,
  village_code text not null,
  kecamatan_code text not null,
  branch text,
  code text not null,
  state text not null check (state in ('missing', 'at-city', 'have', 'not-needed')),
  file_name text check (length(file_name) <= 200),
  file_type text,
  file_hash bytea check (length(file_hash) = 32),
  sealed bytea,
  marked_by uuid not null,
  marked_at timestamptz not null,
  check (num_nulls(file_name, file_type, file_hash, sealed) in (0, 4))
);
comment on table app.claim_documents is 'Where each document of a case is, and its picture, sealed, where somebody took one; the newest row of a code stands';
create index claim_documents_by_claim on app.claim_documents (claim_id, code, marked_at);

create table app.claim_payments (
  region_code text not null,
  id uuid primary key,
  claim_id uuid not null references app.claims,
  village_code text not null,
  kecamatan_code text not null,
  branch text,
  part text not null,
  amount bigint not null check (amount > 0),
  received_on date not null,
  taken_back_at timestamptz,
  noted_by uuid not null,
  noted_at timestamptz not null
);
comment on table app.claim_payments is 'What the family received from BPJS, part by part, as somebody saw it; one noted wrongly is taken back and stays';
create index claim_payments_by_claim on app.claim_payments (claim_id, received_on);

insert into app_private.unguarded values ('app.claims', 'told_bpjs_at', 'when somebody told BPJS, which may be noted later');
insert into app_private.known_at_birth values ('app.claim_payments', 'noted_by');

do $$
declare
  owner text := current_user;
  target text;
  own_branch constant text := 'branch = (select app.scope())';
  by_own constant text := ' and taken_by = (select app.actor_id()) and taken_role = (select app.actor_role())';
begin
  foreach target in array '{claims,claim_steps,claim_documents,claim_payments}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_bpjs', 'select', own_branch, '{BPJ}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.claims', 'app_village', 'insert', 'village', '{OPR,KDS}');
  perform app_private.allow('app.claims', 'app_city', 'insert', 'region', '{MGR,DAT}');
  perform app_private.allow('app.claims', 'app_bpjs', 'insert', own_branch, '{BPJ}');
  perform app_private.wall('app.claims', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.wall('app.claims', 'app_city', 'update', 'region', '{MGR,DAT}');
  perform app_private.wall('app.claims', 'app_bpjs', 'update', own_branch, '{BPJ}');
  perform app_private.allow('app.claim_steps', 'app_village', 'insert', 'village_code = (select app.scope())' || by_own, '{OPR,KDS}');
  perform app_private.allow('app.claim_steps', 'app_city', 'insert', 'true' || by_own, '{MGR,DAT}');
  perform app_private.allow('app.claim_steps', 'app_bpjs', 'insert', own_branch || by_own, '{BPJ}');
  perform app_private.allow('app.claim_documents', 'app_village', 'insert', 'village_code = (select app.scope()) and marked_by = (select app.actor_id())', '{OPR}');
  perform app_private.allow('app.claim_documents', 'app_city', 'insert', 'marked_by = (select app.actor_id())', '{MGR}');
  perform app_private.allow('app.claim_documents', 'app_bpjs', 'insert', own_branch || ' and marked_by = (select app.actor_id())', '{BPJ}');
  perform app_private.allow('app.claim_payments', 'app_city', 'insert', 'noted_by = (select app.actor_id())', '{MGR}');
  perform app_private.allow('app.claim_payments', 'app_bpjs', 'insert', own_branch || ' and noted_by = (select app.actor_id())', '{BPJ}');
  perform app_private.wall('app.claim_payments', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.wall('app.claim_payments', 'app_bpjs', 'update', own_branch, '{BPJ}');
end $$;
grant update (kind, happened_on, accident_on, happened_time, state, state_since, told_bpjs_at, handed_in_on, answered_on, estimate, facts_sealed, refusal, need_reason, closed_on, version)
  on app.claims to app_village, app_city, app_bpjs;
grant update (taken_back_at) on app.claim_payments to app_city, app_bpjs;

alter table app.incident_reports add claim_id uuid references app.claims;
comment on column app.incident_reports.claim_id is 'The case that began when it was confirmed';
grant update (claim_id) on app.incident_reports to app_village, app_city;
