-- Who may be enrolled and why: policies as data, judgements with all reasons, and the village's endorsed list.
create table app.policies (
  region_code text not null,
  id uuid primary key,
  programme text not null,
  number integer not null,
  policy jsonb not null,
  valid_from date not null,
  proposed_by uuid not null,
  approved_by uuid,
  at timestamptz not null,
  unique (region_code, programme, number),
  check (approved_by is null or approved_by <> proposed_by)
);
comment on table app.policies is 'Eligibility rules of a programme, versioned; a judgement names the number it used';

create table app.judgements (
  region_code text not null,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  programme text not null,
  policy_number integer not null,
  judged_on date not null,
  outcome text not null check (outcome in ('eligible', 'ineligible', 'undetermined')),
  reasons jsonb not null,
  priority integer not null,
  priority_reasons jsonb not null,
  at timestamptz not null,
  primary key (person_id, programme),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.judgements is 'Latest judgement per person and programme; reasons are codes, and never name the decile';

create table app.endorsements (
  region_code text not null,
  id uuid primary key,
  code text not null,
  village_code text not null,
  kecamatan_code text not null,
  programme text not null,
  state text not null check (state in ('draft', 'proposed', 'approved', 'returned')),
  proposed_by uuid,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  version integer not null default 1,
  unique (region_code, code),
  unique (region_code, village_code, id),
  check (decided_by is null or decided_by <> proposed_by)
);
comment on table app.endorsements is 'The list a village proposes and its head endorses (penetapan)';
create index endorsements_by_village on app.endorsements (region_code, village_code, proposed_at desc);

create table app.endorsement_items (
  region_code text not null,
  endorsement_id uuid not null,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  included boolean not null,
  exclusion_reason text,
  judgement jsonb not null,
  primary key (endorsement_id, person_id),
  foreign key (region_code, village_code, endorsement_id) references app.endorsements (region_code, village_code, id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check (included = (exclusion_reason is null))
);
comment on table app.endorsement_items is 'Each person on the list as judged on that day; left out only with a reason of the closed list';
create index endorsement_items_by_person on app.endorsement_items (person_id);

do $$
begin
  perform app_private.allow('app.policies', 'app_village', 'select', 'region');
  perform app_private.allow('app.policies', 'app_city', 'select,insert,update', 'region');
  perform app_private.allow('app.policies', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.judgements', 'app_village', 'select', 'village');
  perform app_private.allow('app.judgements', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.judgements', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.judgements', 'app_jobs', 'select,insert,update,delete', 'region');
  perform app_private.allow('app.endorsements', 'app_village', 'select,insert,update', 'village');
  perform app_private.allow('app.endorsements', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.endorsements', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.endorsements', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.allow('app.endorsements', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.endorsement_items', 'app_village', 'select,insert,update', 'village');
  perform app_private.allow('app.endorsement_items', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.endorsement_items', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.endorsement_items', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.allow('app.endorsement_items', 'app_jobs', 'select', 'region');
end $$;
