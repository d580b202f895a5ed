-- What an office takes from its employees for a month: changes against the month before, approved by a second person as a content,
-- answered by the office's payroll, and brought together with the money and with what BPJS received.
create table app.payroll_templates (
  region_code text not null,
  opd text not null,
  number integer not null,
  columns jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (region_code, opd, number)
);
comment on table app.payroll_templates is 'The columns of an office''s payroll file, in its own words and order; the newest holds, older ones are still read';

create table app.payroll_batches (
  region_code text not null,
  id uuid primary key,
  opd text not null,
  month date not null check (extract(day from month) = 1),
  code text not null,
  state text not null check (state in ('draft', 'proposed', 'locked', 'closed', 'cancelled')),
  version integer not null default 1 check (version > 0),
  content_hash bytea not null,
  is_supplement boolean not null,
  mandates integer not null,
  promised_rupiah bigint not null check (promised_rupiah >= 0),
  left_out jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  refusal text check (refusal <> ''),
  unlock_reason text check (unlock_reason <> ''),
  closed_by uuid,
  closed_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  unique (region_code, code),
  check (state not in ('locked', 'closed') or (decided_by is not null and decided_by <> prepared_by)),
  check ((state = 'closed') = (closed_by is not null)),
  check ((state = 'cancelled') = (cancelled_by is not null))
);
comment on table app.payroll_batches is 'What is to be taken from an office''s employees for a month; locked by somebody else than drew it up';
comment on column app.payroll_batches.version is 'Grows with everything that changes its content: an approval, a file and a result are of one version';
comment on column app.payroll_batches.content_hash is 'SHA-256 of the content of this version, as the rules write it down';
comment on column app.payroll_batches.left_out is 'Mandates that are not in it, each with its code and why';
comment on column app.payroll_batches.is_supplement is 'A later batch of the same month, with those whom the first one does not have';
create unique index payroll_batches_one_open on app.payroll_batches (region_code, opd, month) where state in ('draft', 'proposed');
create index payroll_batches_by_office on app.payroll_batches (region_code, opd, month);

create table app.payroll_lines (
  region_code text not null,
  batch_id uuid not null references app.payroll_batches (id),
  version integer not null,
  opd text not null,
  month date not null,
  pledge_id uuid not null references app.pledges (id),
  is_live boolean not null,
  mandate_code text not null,
  employee_name text,
  own_rupiah bigint not null check (own_rupiah >= 0),
  carried_rupiah bigint not null,
  amount_rupiah bigint not null check (amount_rupiah >= 0),
  before_rupiah bigint not null check (before_rupiah >= 0),
  change text not null check (change in ('new', 'stopped', 'changed', 'same')),
  primary key (batch_id, version, pledge_id),
  check (own_rupiah + carried_rupiah = amount_rupiah)
);
comment on table app.payroll_lines is 'One employee of a batch and version: own amount, what an earlier month left over, and what it was before; never a worker';
comment on column app.payroll_lines.is_live is 'Of the version in force of a batch not cancelled: the mandate is taken for that month';
create unique index payroll_lines_occupy on app.payroll_lines (pledge_id, month) where is_live and own_rupiah > 0;
create index payroll_lines_by_pledge on app.payroll_lines (pledge_id) where is_live;

create table app.payroll_files (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.payroll_batches (id),
  opd text not null,
  version integer not null,
  content_hash bytea not null,
  form text not null check (form in ('all', 'changes')),
  format text not null check (format in ('xlsx', 'csv')),
  given_by uuid not null,
  given_at timestamptz not null,
  voided_by uuid,
  voided_at timestamptz
);
comment on table app.payroll_files is 'Files of a locked batch that were given out; unlocking voids them';
create index payroll_files_by_batch on app.payroll_files (batch_id);

create table app.payroll_expectations (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.payroll_batches (id),
  opd text not null,
  version integer not null,
  mandates integer not null check (mandates >= 0),
  rupiah bigint not null check (rupiah >= 0),
  typed_by uuid not null,
  typed_at timestamptz not null
);
comment on table app.payroll_expectations is 'What the treasurer says a result comes to, before its file is opened; the newest holds';
create index payroll_expectations_by_batch on app.payroll_expectations (batch_id, typed_at);

create table app.payroll_results (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.payroll_batches (id),
  opd text not null,
  version integer not null,
  file_name text not null,
  file_bytes integer not null,
  file_hash bytea not null,
  original_sealed bytea not null,
  mandates integer not null,
  rupiah bigint not null,
  read_by uuid not null,
  read_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  entry_id uuid references app.ledger_entries (id)
);
comment on table app.payroll_results is 'An office''s answer to a version of its batch, with the file as it came, sealed; one stands at a time';
comment on column app.payroll_results.entry_id is 'Where the deductions stand in the books; null until they are posted';
create unique index payroll_results_one on app.payroll_results (batch_id) where undone_at is null;
create index payroll_results_unposted on app.payroll_results (region_code) where undone_at is null and entry_id is null;

create table app.payroll_deductions (
  region_code text not null,
  result_id uuid not null references app.payroll_results (id),
  opd text not null,
  pledge_id uuid not null references app.pledges (id),
  rupiah bigint not null check (rupiah >= 0),
  times integer not null check (times >= 0),
  outcome text not null check (outcome in ('deducted', 'not-deducted', 'differs', 'not-in-file')),
  reason text check (reason in ('balance', 'leave', 'retired', 'moved', 'stopped', 'other')),
  words text,
  primary key (result_id, pledge_id)
);
comment on table app.payroll_deductions is 'What payroll took from each employee of a batch, and why not';
comment on column app.payroll_deductions.words is 'The office''s own words beside the amount';
create index payroll_deductions_by_pledge on app.payroll_deductions (pledge_id);

create table app.remittances (
  region_code text not null,
  id uuid primary key,
  opd text not null,
  code text not null,
  rupiah bigint not null check (rupiah > 0),
  sent_on date not null,
  reference text not null check (reference <> ''),
  slip_name text,
  slip_type text check (slip_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
  slip_hash bytea,
  slip_sealed bytea,
  told_by uuid not null,
  told_at timestamptz not null,
  bank text check (bank ~ '^[A-Za-z0-9.-]{1,40}$'),
  arrived_on date,
  received_by uuid,
  received_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  unique (region_code, code),
  check ((slip_sealed is null) = (slip_hash is null) and (slip_sealed is null) = (slip_type is null)),
  check ((received_by is null) = (received_at is null) and (received_by is null) = (arrived_on is null) and (received_by is null) = (bank is null)),
  check (received_by is null or withdrawn_by is null)
);
comment on table app.remittances is 'A transfer that an office says it made, with its slip, sealed; received once finance sees it on the account';
create unique index remittances_once on app.remittances (region_code, opd, reference, sent_on, rupiah) where withdrawn_at is null;

create table app.payroll_matches (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.payroll_batches (id),
  remittance_id uuid not null references app.remittances (id),
  opd text not null,
  rupiah bigint not null check (rupiah > 0),
  matched_by uuid not null,
  matched_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  entry_id uuid not null references app.ledger_entries (id)
);
comment on table app.payroll_matches is 'Part of a transfer is the deductions of a batch; undone, both sides are open again';
create unique index payroll_matches_once on app.payroll_matches (batch_id, remittance_id) where undone_at is null;

create table app.payroll_endings (
  region_code text not null,
  id uuid primary key,
  batch_id uuid not null references app.payroll_batches (id),
  opd text not null,
  pledge_id uuid references app.pledges (id),
  line_hash bytea not null,
  ending text not null check (ending in ('open', 'carried', 'returned', 'fee', 'wrong-data', 'written-off')),
  rupiah bigint not null check (rupiah > 0),
  carry_rupiah bigint check (carry_rupiah <> 0),
  borne_by text check (borne_by in ('city', 'office')),
  note text not null check (note <> ''),
  until date,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('accepted', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  refusal text check (refusal <> ''),
  undone_by uuid,
  undone_at timestamptz,
  entry_id uuid references app.ledger_entries (id),
  proposal_id uuid references app.ledger_proposals (id),
  check ((ending = 'carried') = (carry_rupiah is not null)),
  check ((ending = 'fee') = (borne_by is not null)),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check ((decision = 'refused') = (refusal is not null)),
  check (decided_by <> proposed_by or decision = 'refused')
);
comment on table app.payroll_endings is 'How a difference ends: chosen from a closed list by one person, accepted by another, each for itself; undone, it is open again';
comment on column app.payroll_endings.pledge_id is 'Whose line; null: the transfer as a whole came short';
comment on column app.payroll_endings.line_hash is 'What the line was when it was decided about; another hash now: it changed meanwhile';
comment on column app.payroll_endings.carry_rupiah is 'Added to the next batch''s line; below zero: it takes so much less';
comment on column app.payroll_endings.proposal_id is 'The refund that waits in the books for a second person';
create unique index payroll_endings_once on app.payroll_endings (batch_id, pledge_id) nulls not distinct
  where undone_at is null and decision is distinct from 'refused';
create index payroll_endings_by_pledge on app.payroll_endings (pledge_id) where undone_at is null;

-- What somebody else bears (a bank's fee, what is written off) is money that does not come: two persons say so.
insert into app_private.approved_kinds values ('bear');

do $$
declare
  target text;
  own_office text := 'opd = (select app.scope())';
begin
  foreach target in array '{payroll_templates,payroll_batches,payroll_lines,payroll_files,payroll_expectations,payroll_results,payroll_deductions,remittances,payroll_matches,payroll_endings}'::text[] loop
    target := 'app.' || target;
    perform app_private.allow(target, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.wall(target, 'app_finance', 'select', own_office, '{BND}', part => 'office');
    perform app_private.allow(target, 'app_city', 'select', 'region', '{MGR,BKP,AUD}');
    perform app_private.allow(target, 'app_jobs', 'select', 'region');
  end loop;
  foreach target in array '{app.payroll_batches,app.payroll_lines}'::text[] loop
    perform app_private.allow(target, 'app_finance', 'insert', 'region', '{FIN}');
    perform app_private.allow(target, 'app_city', 'insert', 'region', '{MGR}');
  end loop;
  perform app_private.wall('app.payroll_batches', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.wall('app.payroll_batches', 'app_city', 'update', 'region', '{MGR}', 'state in (''draft'', ''proposed'', ''cancelled'')');
  perform app_private.wall('app.payroll_lines', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.wall('app.payroll_lines', 'app_city', 'update', 'region', '{MGR}');
  foreach target in array '{app.payroll_templates,app.payroll_files,app.remittances}'::text[] loop
    perform app_private.allow(target, 'app_finance', 'insert', 'region', '{FIN}');
    perform app_private.wall(target, 'app_finance', 'insert', own_office, '{BND}', part => 'office');
  end loop;
  perform app_private.wall('app.payroll_files', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.wall('app.remittances', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.wall('app.remittances', 'app_finance', 'update', own_office || ' and received_by is null', '{BND}', part => 'office');
  foreach target in array '{app.payroll_expectations,app.payroll_results,app.payroll_deductions}'::text[] loop
    perform app_private.allow(target, 'app_finance', 'insert', own_office, '{BND}');
  end loop;
  perform app_private.wall('app.payroll_results', 'app_finance', 'update', own_office, '{BND}');
  perform app_private.wall('app.payroll_results', 'app_jobs', 'update', 'region');
  foreach target in array '{app.payroll_matches,app.payroll_endings}'::text[] loop
    perform app_private.allow(target, 'app_finance', 'insert', 'region', '{FIN}');
    perform app_private.wall(target, 'app_finance', 'update', 'region', '{FIN}');
  end loop;
  -- What an office's payroll answered follows into the books by work, as what is owed does.
  perform app_private.wall('app.ledger_entries', 'app_jobs', 'insert', 'kind in (''oblige'', ''consume'', ''reverse'', ''deduct'', ''allocate'')');
end $$;
grant update (state, version, content_hash, mandates, promised_rupiah, left_out, prepared_by, prepared_at, decided_by, decided_at, refusal,
  unlock_reason, closed_by, closed_at, cancelled_by, cancelled_at) on app.payroll_batches to app_finance;
grant update (state, version, content_hash, mandates, promised_rupiah, left_out, prepared_by, prepared_at, decided_by, decided_at, refusal,
  cancelled_by, cancelled_at) on app.payroll_batches to app_city;
grant update (is_live) on app.payroll_lines to app_finance, app_city;
grant update (voided_by, voided_at) on app.payroll_files to app_finance;
grant update (bank, arrived_on, received_by, received_at, withdrawn_by, withdrawn_at) on app.remittances to app_finance;
grant update (undone_by, undone_at) on app.payroll_results to app_finance;
grant update (entry_id) on app.payroll_results to app_jobs;
grant update (undone_by, undone_at) on app.payroll_matches to app_finance;
grant update (decision, decided_by, decided_at, refusal, undone_by, undone_at, entry_id, proposal_id) on app.payroll_endings to app_finance;

-- What was taken, and where a transfer belongs, is taken back with the file or the match that said so: no money leaves by it.
create or replace function app_private.check_grounds(e app.ledger_entries) returns void
language plpgsql security definer set search_path = '' as $$
declare
  target app.ledger_entries;
  proposal app.ledger_proposals;
begin
  select * into target from app.ledger_entries where id = e.reverses;
  if e.reverses is not null and (target.kind = 'reverse' or (target.region_code, target.ledger, target.accounts)
      is distinct from (e.region_code, e.ledger, e.accounts)
    or exists (select from unnest(target.amounts, e.amounts) m(before, after) where before + after is distinct from 0)) then
    perform app_private.refuse_entry('ledger_mirror', e.id::text);
  end if;
  if e.proposal_id is null then
    if target.kind is null or target.kind <> 'oblige'
      and (target.kind not in ('deduct', 'identify') or target.natural_key not like 'payroll|%') then
      perform app_private.refuse_entry('ledger_two_persons', e.id::text);
    end if;
    return;
  end if;
  select * into proposal from app.ledger_proposals where id = e.proposal_id;
  if proposal.decision is distinct from 'approved' or proposal.decided_by is distinct from e.posted_by
    or row(proposal.region_code, proposal.ledger, proposal.kind, proposal.service_month, proposal.value_date, proposal.reverses,
        proposal.natural_key, proposal.reason, proposal.accounts, proposal.amounts)
      is distinct from row(e.region_code, e.ledger, e.kind, e.service_month, e.value_date, e.reverses, e.natural_key, e.reason,
        e.accounts, e.amounts) then
    perform app_private.refuse_entry('ledger_two_persons', e.id::text);
  end if;
end $$;
