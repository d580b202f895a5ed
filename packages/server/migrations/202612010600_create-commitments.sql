-- What villages promise to pay for their people from their own budgets, group by group and year by year, and every step of it: from the
-- word in the meeting to the plan, the budget and the money. The steps are never changed; the commitment holds what they add up to.
create table app.commitment_years (
  region_code text not null,
  year integer not null check (year between 2020 and 2100),
  opened_by uuid not null,
  opened_at timestamptz not null,
  locked_by uuid,
  locked_at timestamptz,
  primary key (region_code, year),
  check ((locked_by is null) = (locked_at is null))
);
comment on table app.commitment_years is 'Years for which the city asks its villages; once locked a promise changes with a reason only and is published';

create table app.commitment_rules (
  region_code text not null,
  name text not null check (name ~ '^(evaluator|change-until-(desa|kelurahan)|account-(desa|kelurahan)-[a-z-]+)$'),
  value text not null check (length(value) <= 40),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (region_code, name)
);
comment on table app.commitment_rules is 'What the city decides of village budgets: local account codes, who evaluates drafts, until when a budget is changed; what is not here is unconfirmed';

create table app.commitments (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  year integer not null,
  group_code text not null,
  state text not null,
  heads integer not null check (heads between 0 and 100000),
  months integer not null check (months between 0 and 12),
  promised_rupiah bigint not null check (promised_rupiah >= 0),
  need_heads integer not null,
  need_rupiah bigint not null,
  fund_source text,
  account text,
  draft_budget text check (draft_budget in ('initial', 'changed')),
  draft_rupiah bigint,
  planned_on date,
  draft_on date,
  evaluated_on date,
  initial_rupiah bigint,
  changed_rupiah bigint,
  paid_rupiah bigint not null default 0,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unique (region_code, village_code, year, group_code),
  check ((draft_budget is null) = (draft_rupiah is null)),
  check (paid_rupiah <= coalesce(changed_rupiah, initial_rupiah, 0))
);
comment on table app.commitments is 'One group of one village in one year: what was promised, budgeted and paid, as its steps add up';
comment on column app.commitments.need_heads is 'People without cover when it was promised last, so that the promise can be read against them later';
comment on column app.commitments.draft_on is 'When the draft of the budget came in for evaluation';
create index commitments_by_year on app.commitments (region_code, year);

create table app.commitment_steps (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  commitment_id uuid not null references app.commitments,
  step text not null,
  state text not null,
  heads integer not null,
  months integer not null,
  promised_rupiah bigint not null,
  fund_source text,
  account text,
  budget text check (budget in ('initial', 'changed')),
  amount_rupiah bigint,
  reason text,
  paper_number text,
  paper_on date,
  paper_name text,
  paper_type text,
  paper_hash bytea,
  paper_sealed bytea,
  taken_role text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  check (num_nulls(paper_name, paper_type, paper_hash, paper_sealed) in (0, 4)),
  check ((paper_number is null) = (paper_on is null))
);
comment on table app.commitment_steps is 'Every step of a commitment with what stood after it and the paper that shows it; never changed';
create index commitment_steps_by_commitment on app.commitment_steps (commitment_id, taken_at);

create table app.need_counts (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  year integer not null,
  group_code text not null,
  people integer check (people between 0 and 100000),
  reason text not null,
  counted_by uuid not null,
  counted_role text not null,
  counted_at timestamptz not null
);
comment on table app.need_counts is 'People of a group as a village counts them itself, with why; the newest holds, and one without a number goes back to the register';
create index need_counts_by_year on app.need_counts (region_code, year);

do $$
declare
  target text;
  own constant text := ' and taken_by = (select app.actor_id()) and taken_role = (select app.actor_role())';
begin
  foreach target in array '{commitments,commitment_steps,need_counts}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'kecamatan');
  end loop;
  foreach target in array '{commitment_years,commitment_rules}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'region', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'region');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{MGR}');
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'update', 'region', '{MGR}');
  end loop;
  foreach target in array '{commitments,commitment_steps,need_counts,commitment_years,commitment_rules}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.allow(('app.' || target)::regclass, 'app_bpjs', 'select', 'region', '{BPJ}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.commitments', 'app_village', 'insert', 'village', '{KDS}');
  perform app_private.wall('app.commitments', 'app_village', 'update', 'village', '{KDS}');
  perform app_private.wall('app.commitments', 'app_kecamatan', 'update', 'kecamatan');
  perform app_private.allow('app.commitments', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.commitments', 'app_city', 'update', 'region', '{MGR,EXE}');
  perform app_private.allow('app.commitment_steps', 'app_village', 'insert', 'village_code = (select app.scope())' || own, '{KDS}');
  perform app_private.allow('app.commitment_steps', 'app_kecamatan', 'insert', 'kecamatan_code = (select app.scope())' || own);
  perform app_private.allow('app.commitment_steps', 'app_city', 'insert', 'true' || own, '{MGR,EXE}');
  perform app_private.allow('app.need_counts', 'app_village', 'insert', 'village', '{KDS}');
  perform app_private.allow('app.need_counts', 'app_city', 'insert', 'region', '{MGR}');
end $$;
grant update (locked_by, locked_at) on app.commitment_years to app_city;
grant update (value, changed_by, changed_at) on app.commitment_rules to app_city;
grant update (state, heads, months, promised_rupiah, need_heads, need_rupiah, fund_source, account, draft_budget, draft_rupiah, planned_on, draft_on,
  evaluated_on, initial_rupiah, changed_rupiah, paid_rupiah, changed_by, changed_at, version) on app.commitments to app_village, app_city;
grant update (state, evaluated_on, changed_by, changed_at, version) on app.commitments to app_kecamatan;
