-- Who pays for whom, the packet for BPJS, and the events the cover clock folds.
create table app.pledges (
  region_code text not null,
  id uuid primary key,
  code text not null,
  civil_servant_id uuid not null references app.source_records (id),
  opd text not null,
  state text not null check (state in ('active', 'stopped')),
  consent_id uuid not null references app.consents (id),
  cap_rupiah bigint not null check (cap_rupiah > 0),
  worker_count integer not null default 1 check (worker_count between 1 and 20),
  from_month date not null check (extract(day from from_month) = 1),
  channel text not null check (channel in ('payroll', 'own-transfer')),
  wishes jsonb not null default '{}',
  signed_at timestamptz not null,
  stopped_at timestamptz,
  stop_month date,
  stop_reason text,
  version integer not null default 1,
  unique (region_code, code)
);
comment on table app.pledges is 'A civil servant''s consent to pay for a worker: capped, revocable at any time';
comment on column app.pledges.cap_rupiah is 'Most that may be taken per month without a new consent';
create unique index pledges_one_active on app.pledges (civil_servant_id) where state = 'active';

create table app.sponsorships (
  region_code text not null,
  id uuid primary key,
  pledge_id uuid not null references app.pledges (id),
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'ended')),
  reasons jsonb not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 1,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.sponsorships is 'This pledge pays for this person: proposed with reasons, accepted, ended';
create unique index sponsorships_one_per_person on app.sponsorships (person_id) where state in ('proposed', 'accepted');
create index sponsorships_by_pledge on app.sponsorships (pledge_id);

create table app.enrolments (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  programme text not null,
  segment text not null check (segment in ('bpu', 'pu-village')),
  sector text not null check (sector in ('transport', 'other')),
  fund_source text not null check (fund_source in ('asn', 'apbd', 'apbdes', 'csr', 'bumdes', 'self')),
  wadah text not null check (wadah in ('SC', 'SB', 'SG', 'SD', 'SA', 'SL')),
  sponsorship_id uuid references app.sponsorships (id),
  from_month date not null check (extract(day from from_month) = 1),
  until_month date check (extract(day from until_month) = 1),
  state text not null check (state in ('ready', 'in-packet', 'sent', 'accepted', 'rejected', 'ended')),
  kpj_sealed bytea,
  kpj_index bytea,
  accepted_on date,
  rejection_reason text,
  version integer not null default 1,
  unique (region_code, village_code, id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((fund_source = 'asn') = (sponsorship_id is not null))
);
comment on table app.enrolments is 'One person put forward for BPJS under one fund source';
comment on column app.enrolments.until_month is 'First month this payer no longer pays; set when the enrolment ends';
create unique index enrolments_one_open on app.enrolments (person_id, programme) where state not in ('rejected', 'ended');
create index enrolments_by_state on app.enrolments (region_code, state);
create index enrolments_by_kpj on app.enrolments (region_code, kpj_index);

create table app.packets (
  region_code text not null,
  id uuid primary key,
  code text not null,
  branch text not null,
  month date not null check (extract(day from month) = 1),
  state text not null check (state in ('draft', 'sent', 'answered', 'withdrawn')),
  made_by uuid not null,
  made_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  mapping_number integer not null,
  version integer not null default 1,
  unique (region_code, code)
);
comment on table app.packets is 'The enrolment file for one BPJS branch; the branch sees it from state sent on';

create table app.packet_lines (
  region_code text not null,
  packet_id uuid not null references app.packets (id),
  line_no integer not null,
  enrolment_id uuid not null,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  wadah text not null,
  fund_source text not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  price jsonb not null,
  state text not null check (state in ('waiting', 'accepted', 'rejected')),
  reason text,
  primary key (packet_id, line_no),
  unique (packet_id, enrolment_id),
  foreign key (region_code, village_code, enrolment_id) references app.enrolments (region_code, village_code, id) on update cascade,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.packet_lines is 'A worker in a packet with wadah code, fund source and the price by law of that month';
create index packet_lines_by_person on app.packet_lines (person_id);
create index packet_lines_by_enrolment on app.packet_lines (enrolment_id);

create table app.packet_mappings (
  region_code text not null,
  branch text not null,
  number integer not null,
  columns jsonb not null,
  changed_by uuid not null,
  at timestamptz not null,
  primary key (region_code, branch, number)
);
comment on table app.packet_mappings is 'Column names and order the branch''s template wants; edited by an administrator, never in code';

create table app.obligations (
  region_code text not null,
  id uuid primary key,
  person_id uuid not null,
  programme text not null check (programme in ('jkk', 'jkm', 'jht')),
  month date not null check (extract(day from month) = 1),
  village_code text not null,
  kecamatan_code text not null,
  enrolment_id uuid not null references app.enrolments (id),
  segment text not null,
  fund_source text not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  price jsonb not null,
  packet_id uuid not null references app.packets (id),
  at timestamptz not null,
  reversed_at timestamptz,
  reverse_reason text,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((reversed_at is null) = (reverse_reason is null))
);
comment on table app.obligations is 'What is owed for one worker, one programme of the insurance, one month, by one payer';
comment on column app.obligations.reversed_at is 'Set when BPJS rejects the worker: the month is no longer owed and another packet may carry it';
create unique index obligations_one_payer on app.obligations (person_id, programme, month) where reversed_at is null;
create index obligations_by_enrolment on app.obligations (enrolment_id);

create table app.cover_events (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  enrolment_id uuid,
  type text not null check (type in ('registered', 'accepted', 'rejected', 'paid', 'reversed', 'listed', 'accident', 'died', 'moved', 'formal-job')),
  effective_on date not null,
  recorded_at timestamptz not null,
  month date,
  payer text,
  details jsonb not null default '{}',
  evidence_type text not null,
  evidence_id text not null,
  natural_key text not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  unique (person_id, natural_key)
);
comment on table app.cover_events is 'What happened to a worker''s cover: when it took effect and when we knew; append-only, corrected by reversal';
comment on column app.cover_events.natural_key is 'Same fact twice is one event, e.g. paid|2026-12|RCPT-1';
create index cover_events_by_person on app.cover_events (person_id, effective_on);
create index cover_events_by_evidence on app.cover_events (evidence_type, evidence_id);

create table app.cover_states (
  region_code text not null,
  person_id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  state text not null,
  as_of date not null,
  covered_from date,
  paid_until date,
  full_death_benefit_from date,
  last_rescue_day date,
  ends_on date,
  at timestamptz not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.cover_states is 'The cover clock''s answer of the day, materialised for lists; always recomputable from cover_events';

do $$
declare
  of_pledge text := 'exists (select from app.pledges p where p.id = pledge_id)';
  in_packet text := 'exists (select from app.packet_lines l join app.packets p on p.id = l.packet_id where l.person_id = %s)';
  -- The same person may stand in another branch's packet or wait for a new one: that enrolment is none of this branch's.
  by_packet text := 'exists (select from app.packet_lines l join app.packets p on p.id = l.packet_id where l.enrolment_id = %s)';
begin
  perform app_private.allow('app.pledges', 'app_sponsor', 'select,insert,update', 'civil_servant_id::text = (select app.scope())');
  perform app_private.allow('app.pledges', 'app_city', 'select', 'region', '{MGR,BKP,AUD}');
  perform app_private.allow('app.pledges', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.pledges', 'app_finance', 'select', '(select app.actor_role()) = ''FIN'' or opd = (select app.scope())');
  perform app_private.allow('app.pledges', 'app_jobs', 'select,update', 'region');
  perform app_private.allow('app.sponsorships', 'app_sponsor', 'select', of_pledge);
  perform app_private.allow('app.sponsorships', 'app_city', 'select,insert,update', 'region', '{MGR}');
  perform app_private.allow('app.sponsorships', 'app_jobs', 'select,insert,update', 'region');

  perform app_private.allow('app.enrolments', 'app_village', 'select', 'village');
  perform app_private.allow('app.enrolments', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.enrolments', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.enrolments', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.allow('app.enrolments', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.enrolments', 'app_jobs', 'select,insert,update', 'region');
  perform app_private.allow('app.packets', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.packets', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.allow('app.packets', 'app_bpjs', 'select,update', 'branch = (select app.scope()) and state in (''sent'', ''answered'')');
  perform app_private.allow('app.packets', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.packet_lines', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.packet_lines', 'app_city', 'insert,update,delete', 'region', '{MGR}');
  perform app_private.allow('app.packet_lines', 'app_bpjs', 'select,update', 'exists (select from app.packets p where p.id = packet_id)');
  perform app_private.allow('app.packet_lines', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.packet_mappings', 'app_city', 'select', 'region', '{MGR,ADM}');
  perform app_private.allow('app.packet_mappings', 'app_city', 'insert', 'region', '{ADM}');
  perform app_private.allow('app.packet_mappings', 'app_bpjs', 'select', 'branch = (select app.scope())');
  perform app_private.allow('app.packet_mappings', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.obligations', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.obligations', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.allow('app.obligations', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.obligations', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.obligations', 'app_bpjs', 'select', format(by_packet, 'obligations.enrolment_id'));

  perform app_private.allow('app.enrolments', 'app_bpjs', 'select,update', format(by_packet, 'enrolments.id'));
  perform app_private.allow('app.persons', 'app_bpjs', 'select', format(in_packet, 'persons.id'));
  perform app_private.allow('app.cover_events', 'app_bpjs', 'select,insert', format(in_packet, 'cover_events.person_id'));
  perform app_private.allow('app.cover_events', 'app_village', 'select', 'village');
  perform app_private.allow('app.cover_events', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.cover_events', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.allow('app.cover_events', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.cover_states', 'app_village', 'select', 'village');
  perform app_private.allow('app.cover_states', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.cover_states', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.cover_states', 'app_bpjs', 'select', format(in_packet, 'cover_states.person_id'));
  perform app_private.allow('app.cover_states', 'app_jobs', 'select,insert,update,delete', 'region');
  -- The clock of one worker is folded from the same evidence for everyone who may ask for it.
  perform app_private.allow('app.person_memberships', 'app_village', 'select', 'village');
  perform app_private.allow('app.person_memberships', 'app_bpjs', 'select', format(in_packet, 'person_memberships.person_id'));

  -- The sponsor sees the worker paid for, up to 90 days after it ends (reliability.md B.1, scope P): some columns of the
  -- person, and the state of cover.
  perform app_private.allow('app.cover_states', 'app_sponsor', 'select', 'exists (select from app.sponsorships s where s.person_id = cover_states.person_id
    and (s.state = ''accepted'' or (s.state = ''ended'' and s.ended_at > now() - interval ''90 days'')))');
end $$;

create policy app_sponsor_select on app.persons for select to app_sponsor
  using (region_code = (select app.region()) and exists (select from app.sponsorships s where s.person_id = persons.id
    and (s.state = 'accepted' or (s.state = 'ended' and s.ended_at > now() - interval '90 days'))));
grant select (region_code, id, code, village_code, full_name, occupation_group, withdrawn_at) on app.persons to app_sponsor;
create policy app_sponsor_select on app.enrolments for select to app_sponsor
  using (region_code = (select app.region()) and exists (select from app.sponsorships s where s.id = sponsorship_id));
grant select (region_code, id, village_code, person_id, sponsorship_id, from_month, until_month, state, accepted_on, version)
  on app.enrolments to app_sponsor;
create policy app_sponsor_select on app.obligations for select to app_sponsor
  using (region_code = (select app.region()) and exists (select from app.enrolments e where e.id = enrolment_id));
grant select (region_code, enrolment_id, month, reversed_at) on app.obligations to app_sponsor;

-- A sponsor may stop at any time: the sponsorship and what was to be paid through it end, and the consent is withdrawn.
create policy app_sponsor_update on app.sponsorships for update to app_sponsor
  using (region_code = (select app.region()) and exists (select from app.pledges p where p.id = pledge_id))
  with check (region_code = (select app.region()) and state = 'ended');
grant update (state, ended_at, end_reason, version) on app.sponsorships to app_sponsor;
create policy app_sponsor_update on app.enrolments for update to app_sponsor
  using (region_code = (select app.region()) and exists (select from app.sponsorships s where s.id = sponsorship_id))
  with check (region_code = (select app.region()) and state = 'ended');
grant update (state, until_month, version) on app.enrolments to app_sponsor;
create policy app_sponsor_update on app.consents for update to app_sponsor
  using (region_code = (select app.region()) and subject_type = 'civil-servant' and subject_id::text = (select app.scope()))
  with check (region_code = (select app.region()) and subject_id::text = (select app.scope()));
grant update (withdrawn_at) on app.consents to app_sponsor;
create policy app_city_update on app.consents for update to app_city
  using (region_code = (select app.region()) and subject_type = 'civil-servant' and (select app.actor_role()) = 'MGR')
  with check (region_code = (select app.region()));
grant update (withdrawn_at) on app.consents to app_city;

-- A rejected worker is owed nothing for that month; taking the result back restores what was owed.
create policy app_bpjs_update on app.obligations for update to app_bpjs
  using (region_code = (select app.region()) and exists (select from app.packet_lines l where l.enrolment_id = obligations.enrolment_id))
  with check (region_code = (select app.region()));
grant update (reversed_at, reverse_reason) on app.obligations to app_bpjs;

-- Treasurers, finance and auditors see who pledged, never for whom; finance tells workers apart by code only.
create policy app_finance_select on app.source_records for select to app_finance
  using (region_code = (select app.region()) and kind = 'civil-servants'
    and exists (select from app.pledges p where p.civil_servant_id = source_records.id));
grant select (region_code, id, kind, full_name) on app.source_records to app_finance;
create policy app_city_select_sponsors on app.source_records for select to app_city
  using (region_code = (select app.region()) and kind = 'civil-servants' and (select app.actor_role()) = 'AUD'
    and exists (select from app.pledges p where p.civil_servant_id = source_records.id));
create policy app_finance_select on app.persons for select to app_finance
  using (region_code = (select app.region()) and (select app.actor_role()) = 'FIN');
grant select (region_code, id, code, village_code, kecamatan_code, withdrawn_at) on app.persons to app_finance;
