-- Money that bought no cover: what the clock finds (after a death, twice for a month, past the end) is kept as a line that somebody
-- asks BPJS about, until it came back, became a credit or was refused. The evidence is the source: a line closes when it is gone.
create table app.refund_lines (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  key text not null,
  month date not null check (extract(day from month) = 1),
  received_on date not null,
  payer text,
  enrolment_id uuid references app.enrolments,
  payer_account jsonb,
  amount_rupiah bigint check (amount_rupiah > 0),
  reason text not null check (reason in ('after-death', 'received-after-death', 'paid-twice', 'after-end')),
  raised_at timestamptz not null,
  closed_at timestamptz,
  asked_by uuid,
  asked_at timestamptz,
  answer text check (answer in ('returned', 'kept-as-credit', 'refused')),
  answer_rupiah bigint check (answer_rupiah > 0),
  answer_note text,
  answered_by uuid,
  answered_at timestamptz,
  answers integer not null default 0,
  returned_entry_id uuid references app.ledger_entries,
  credited_entry_id uuid references app.ledger_entries,
  version integer not null default 1,
  unique (person_id, key),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((asked_by is null) = (asked_at is null)),
  check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
  check (answer is null or asked_at is not null),
  check ((answer is not null and answer <> 'refused') = (answer_rupiah is not null)),
  check (answer is distinct from 'refused' or answer_note is not null),
  check ((answer is not distinct from 'returned') = (returned_entry_id is not null)),
  check ((returned_entry_id is null) = (credited_entry_id is null))
);
comment on table app.refund_lines is 'A payment that bought no cover, for one worker and month, and what BPJS answered about it; closed with its evidence, never deleted';
comment on column app.refund_lines.key is 'Month, day of the receipt and payer, by which the same money is known again';
comment on column app.refund_lines.payer_account is 'Whose money it was, as the books name payers; finance reads no sponsorship';
comment on column app.refund_lines.answers is 'How often it was answered, answers taken back included: entries of each answer have a name of their own';
create index refund_lines_open on app.refund_lines (region_code, month) where answer is null and closed_at is null;

do $$
begin
  perform app_private.allow('app.refund_lines', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.wall('app.refund_lines', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.refund_lines', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.wall('app.refund_lines', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.allow('app.refund_lines', 'app_jobs', 'select,insert,update', 'region');
end $$;
grant update (asked_by, asked_at, version) on app.refund_lines to app_city, app_finance;
grant update (answer, answer_rupiah, answer_note, answered_by, answered_at, answers, returned_entry_id, credited_entry_id)
  on app.refund_lines to app_finance;

-- What a refund line posted is taken back with its answer: the money lies where it lay, so no second person is asked.
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
      and (target.kind not in ('deduct', 'identify') or target.natural_key not like 'payroll|%')
      and (target.kind not in ('reject', 'reallocate') or target.natural_key not like 'refund|%') then
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
