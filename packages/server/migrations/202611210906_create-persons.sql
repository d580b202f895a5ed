-- Source records as the lists gave them; persons resolved from them; links that say which record is which person.
create table app.source_records (
  region_code text not null,
  id uuid primary key,
  kind text not null,
  batch_id uuid not null references app.import_batches (id),
  sheet integer not null,
  row_no integer not null,
  village_code text,
  kecamatan_code text,
  full_name text not null,
  birth_date date,
  sex text check (sex in ('male', 'female')),
  address text,
  nik_sealed bytea,
  nik_index bytea,
  nik_status text not null,
  family_card_sealed bytea,
  family_card_index bytea,
  phone_sealed bytea,
  attributes jsonb not null default '{}',
  content_hash bytea not null,
  withdrawn_at timestamptz,
  superseded_by uuid references app.import_batches (id),
  unique (batch_id, sheet, row_no),
  check (superseded_by is null or withdrawn_at is not null),
  check (kind not in ('village-list', 'village-officers') or village_code is not null)
);
comment on table app.source_records is 'One accepted row of a list, unchanged for ever; live while withdrawn_at is null';
comment on column app.source_records.superseded_by is 'The newer batch that replaced this row; cleared again when that batch is undone';
comment on column app.source_records.attributes is 'What this kind of list adds: occupation, decile with release, kpj_sealed, status, opd, … never a readable identity number';
create index source_records_by_nik on app.source_records (region_code, nik_index) where withdrawn_at is null;
create index source_records_by_kind on app.source_records (region_code, kind, village_code) where withdrawn_at is null;
create index source_records_by_content on app.source_records (region_code, kind, content_hash) where withdrawn_at is null;

create table app.persons (
  region_code text not null,
  id uuid primary key,
  code text not null,
  village_code text not null,
  kecamatan_code text not null,
  target_group text not null default 'vulnerable',
  full_name text not null,
  birth_date date,
  sex text check (sex in ('male', 'female')),
  address text,
  occupation_text text,
  occupation_group text,
  sector text not null default 'other' check (sector in ('transport', 'other')),
  monthly_income integer check (monthly_income >= 0),
  nik_status text not null,
  nik_sealed bytea,
  nik_index bytea,
  family_card_sealed bytea,
  family_card_index bytea,
  phone_sealed bytea,
  died_on date,
  moved_on date,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  unique (region_code, code),
  unique (region_code, village_code, id)
);
comment on table app.persons is 'One row per human being on a work list; told apart by code, never by digits of a NIK';
comment on column app.persons.target_group is 'vulnerable, village-officer, religious, adat';
comment on column app.persons.nik_status is 'kosong, format-salah, placeholder, belum-padan, padan, sengketa';
create index persons_by_village on app.persons (region_code, village_code, full_name) where withdrawn_at is null;
create index persons_by_nik on app.persons (region_code, nik_index) where withdrawn_at is null;
create index persons_by_name on app.persons (region_code, lower(full_name) text_pattern_ops) where withdrawn_at is null;

-- A village cannot see other villages' codes, yet a new one must be free in the whole city. Codes are drawn at random, so
-- knowing that one is taken tells nothing about anybody.
create function app.free_person_codes(candidates text[]) returns setof text
language sql stable security definer set search_path = '' as $$
  select c from unnest(candidates) as c
  where not exists (select from app.persons p where p.region_code = (select (app.context())[2]) and p.code = c)
$$;
comment on function app.free_person_codes is 'Which of these person codes nobody in the city has yet';
revoke all on function app.free_person_codes(text[]) from public;
grant execute on function app.free_person_codes(text[]) to app_village, app_city, app_jobs;

create table app.person_records (
  region_code text not null,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  record_id uuid primary key references app.source_records (id),
  at timestamptz not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.person_records is 'The rows of work lists that describe this person';
create index person_records_by_person on app.person_records (person_id);

create table app.links (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  record_id uuid not null references app.source_records (id),
  kind text not null,
  probability real not null check (probability between 0 and 1),
  evidence jsonb not null,
  origin text not null check (origin in ('automatic', 'decided')),
  decided_by uuid,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((origin = 'decided') = (decided_by is not null))
);
comment on table app.links is 'This person is that record of a registry (dtsen, bpjs-members, civil-servants); ended, never deleted';
create unique index links_one_record_per_kind on app.links (person_id, kind) where ended_at is null;
create unique index links_one_person_per_record on app.links (record_id) where ended_at is null;

create table app.link_questions (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  record_id uuid references app.source_records (id),
  other_person_id uuid references app.persons (id),
  kind text not null,
  probability real not null,
  weight real not null,
  evidence jsonb not null,
  state text not null check (state in ('open', 'same', 'different', 'unsure', 'withdrawn')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  version integer not null default 1,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((record_id is null) <> (other_person_id is null)),
  unique nulls not distinct (person_id, record_id, other_person_id)
);
comment on table app.link_questions is 'Two descriptions that may be one human being, for a person to decide';
create index link_questions_open on app.link_questions (region_code, state, probability desc);

create table app.link_decisions (
  region_code text not null,
  id uuid primary key,
  question_id uuid not null references app.link_questions (id),
  verdict text not null check (verdict in ('same', 'different', 'unsure', 'reopened')),
  reason text,
  decided_by uuid not null,
  at timestamptz not null
);
comment on table app.link_decisions is 'Every answer ever given, append-only; the latest stands';

create table app.person_welfare (
  region_code text not null,
  person_id uuid primary key references app.persons (id),
  decile smallint not null check (decile between 1 and 10),
  release text not null,
  as_of date not null,
  record_id uuid not null references app.source_records (id),
  updated_at timestamptz not null
);
comment on table app.person_welfare is 'DTSEN decile of the family card, with release and date; only data officers see it';

create table app.person_memberships (
  region_code text not null,
  person_id uuid not null references app.persons (id),
  record_id uuid not null references app.source_records (id),
  village_code text not null,
  kecamatan_code text not null,
  status text not null,
  segment text not null,
  as_of date not null,
  primary key (person_id, record_id)
);
comment on table app.person_memberships is 'What the BPJS member list says of this person on its date';

create table app.consents (
  region_code text not null,
  id uuid primary key,
  village_code text,
  subject_type text not null check (subject_type in ('person', 'civil-servant')),
  subject_id uuid not null,
  purpose text not null,
  legal_basis text not null check (legal_basis in ('consent', 'contract', 'legal-duty', 'vital-interest', 'public-task', 'legitimate-interest')),
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  recorded_by uuid not null
);
comment on table app.consents is 'Purpose and legal basis (UU 27/2022 art. 20), with the version of the text that was shown';

do $$
begin
  -- Work lists belong to the village; registries to the data officer; civil servants also to BKPSDM.
  perform app_private.allow('app.source_records', 'app_village', 'select', 'village_code = (select app.scope()) and kind in (''village-list'', ''village-officers'')', '{OPR,KDS}');
  perform app_private.allow('app.source_records', 'app_village', 'insert', 'village_code = (select app.scope()) and kind in (''village-list'', ''village-officers'')', '{OPR}');
  perform app_private.allow('app.source_records', 'app_city', 'select', '(select app.actor_role()) = ''DAT'' or ((select app.actor_role()) in (''BKP'', ''MGR'') and kind = ''civil-servants'')');
  perform app_private.allow('app.source_records', 'app_city', 'insert', '((select app.actor_role()) = ''DAT'') or ((select app.actor_role()) = ''BKP'' and kind = ''civil-servants'')');
  perform app_private.allow('app.source_records', 'app_sponsor', 'select', 'kind = ''civil-servants'' and id::text = (select app.scope())');
  perform app_private.allow('app.source_records', 'app_jobs', 'select,insert,update', 'region');

  perform app_private.allow('app.persons', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.persons', 'app_village', 'insert', 'village', '{OPR}');
  perform app_private.allow('app.persons', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.persons', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.persons', 'app_city', 'insert,update', 'region', '{DAT}');
  perform app_private.allow('app.persons', 'app_jobs', 'select,insert,update', 'region');
  perform app_private.allow('app.person_records', 'app_village', 'select,insert,delete', 'village');
  perform app_private.allow('app.person_records', 'app_city', 'select,insert,delete', 'region', '{DAT,DPO}');
  perform app_private.allow('app.person_records', 'app_jobs', 'select,insert,delete', 'region');
  perform app_private.allow('app.links', 'app_city', 'select,insert,update', 'region', '{DAT}');
  perform app_private.allow('app.links', 'app_jobs', 'select,insert,update', 'region');
  perform app_private.allow('app.link_questions', 'app_city', 'select,update', 'region', '{DAT}');
  perform app_private.allow('app.link_questions', 'app_jobs', 'select,insert,update', 'region');
  perform app_private.allow('app.link_decisions', 'app_city', 'select,insert', 'region', '{DAT}');
  perform app_private.allow('app.link_decisions', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.person_welfare', 'app_city', 'select', 'region', '{DAT,DPO}');
  perform app_private.allow('app.person_welfare', 'app_jobs', 'select,insert,update,delete', 'region');
  perform app_private.allow('app.person_memberships', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.person_memberships', 'app_jobs', 'select,insert,update,delete', 'region');
  perform app_private.allow('app.consents', 'app_village', 'select,insert,update', 'village');
  perform app_private.allow('app.consents', 'app_city', 'select', 'region', '{MGR,DAT,DPO,AUD}');
  perform app_private.allow('app.consents', 'app_sponsor', 'select,insert', 'subject_type = ''civil-servant'' and subject_id::text = (select app.scope())');
  perform app_private.allow('app.consents', 'app_jobs', 'select', 'region');
end $$;
-- Undo and a newer list withdraw rows of the same sender; nothing else of a source record ever changes.
grant update (withdrawn_at, superseded_by) on app.source_records to app_village, app_city;
create policy app_village_update on app.source_records for update to app_village
  using (region_code = (select app.region()) and village_code = (select app.scope()) and kind in ('village-list', 'village-officers'))
  with check (region_code = (select app.region()) and village_code = (select app.scope()));
create policy app_city_update on app.source_records for update to app_city
  using (region_code = (select app.region()) and (((select app.actor_role()) = 'DAT') or ((select app.actor_role()) = 'BKP' and kind = 'civil-servants')))
  with check (region_code = (select app.region()));
-- A village may correct its people but not move, rename the code of, or withdraw them by hand.
grant update (full_name, birth_date, sex, address, occupation_text, occupation_group, sector, monthly_income, nik_status, nik_sealed,
  nik_index, family_card_sealed, family_card_index, phone_sealed, died_on, moved_on, withdrawn_at, updated_at, version) on app.persons to app_village;
create policy app_village_update on app.persons for update to app_village
  using (region_code = (select app.region()) and village_code = (select app.scope()) and (select app.actor_role()) = 'OPR')
  with check (region_code = (select app.region()) and village_code = (select app.scope()));
