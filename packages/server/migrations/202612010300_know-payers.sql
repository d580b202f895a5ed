-- Who pays for workers besides a civil servant's pledge: a row each, with the budgets of their periods, so that a budget's end is seen
-- before it comes and who takes over is decided in one step that can be taken back.
create table app.payers (
  region_code text not null,
  id uuid primary key,
  kind text not null check (kind in ('village', 'city', 'firm', 'baznas', 'worker', 'bridging', 'pooled-asn')),
  name text not null check (length(name) between 2 and 120),
  fund_source text not null check (fund_source in ('asn', 'apbd', 'apbdes', 'csr', 'bumdes', 'self')),
  village_code text,
  contact text check (length(contact) <= 200),
  agreement text check (length(agreement) <= 200),
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  check ((kind = 'village') = (village_code is not null)),
  check (case kind when 'village' then fund_source = 'apbdes' when 'city' then fund_source = 'apbd' when 'worker' then fund_source = 'self'
    when 'pooled-asn' then fund_source = 'asn' else fund_source not in ('asn', 'apbdes', 'self') end)
);
comment on table app.payers is 'Who pays contributions for workers, with whom to speak and what was agreed';
comment on column app.payers.fund_source is 'Under which kind of money BPJS and the law on prices see it';
create unique index payers_one_standard on app.payers (region_code, kind, coalesce(village_code, ''))
  where kind in ('village', 'city', 'worker', 'pooled-asn');
create unique index payers_one_name on app.payers (region_code, lower(name)) where kind in ('firm', 'baznas', 'bridging');

create table app.fund_periods (
  region_code text not null,
  id uuid primary key,
  payer_id uuid not null references app.payers,
  from_month date not null check (extract(day from from_month) = 1),
  last_month date not null check (extract(day from last_month) = 1 and last_month >= from_month),
  budget_rupiah bigint not null check (budget_rupiah > 0),
  heads integer not null check (heads > 0),
  entered_by uuid not null,
  entered_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdraw_reason text,
  check (num_nonnulls(withdrawn_by, withdrawn_at, withdraw_reason) in (0, 3))
);
comment on table app.fund_periods is 'From when until when a payer has promised how much for how many workers; taken back with a reason, never deleted';
create index fund_periods_by_payer on app.fund_periods (payer_id);

alter table app.enrolments add payer_id uuid references app.payers, add carried_from uuid references app.enrolments;
comment on column app.enrolments.payer_id is 'Who pays, where the kind of money alone does not say it';
comment on column app.enrolments.carried_from is 'Under which enrolment BPJS accepted the worker, where another payer has taken over since';
create index enrolments_by_payer on app.enrolments (payer_id) where payer_id is not null;
create index enrolments_carried on app.enrolments (carried_from) where carried_from is not null;

create table app.handovers (
  region_code text not null,
  id uuid primary key,
  from_payer_id uuid not null references app.payers,
  to_payer_id uuid references app.payers,
  month date not null check (extract(day from month) = 1),
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.handovers is 'Workers of one payer taken over by another from a month on; without another they wait for a sponsor from then on';
create index handovers_by_payer on app.handovers (from_payer_id, made_at);
create index handovers_to on app.handovers (to_payer_id) where to_payer_id is not null;

create table app.handover_lines (
  region_code text not null,
  handover_id uuid not null references app.handovers,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  enrolment_id uuid not null references app.enrolments,
  state_before text not null check (state_before in ('ready', 'accepted')),
  new_enrolment_id uuid references app.enrolments,
  primary key (handover_id, enrolment_id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.handover_lines is 'For each worker of a hand-over what ended, how it stood before, and what began in its place';

alter table app.cover_states add full_months date[] not null default '{}';
comment on column app.cover_states.full_months is 'Paid months on whose first day the full death benefit held: the unit in which a budget is weighed';

do $$
declare
  carried text := 'exists (select from app.packet_lines l join app.packets p on p.id = l.packet_id where l.enrolment_id = enrolments.carried_from)';
begin
  perform app_private.allow('app.payers', 'app_city', 'select', 'region', '{MGR,BKP,AUD}');
  perform app_private.allow('app.payers', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.payers', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.payers', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.payers', 'app_village', 'select', 'village', '{KDS}');
  perform app_private.allow('app.payers', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.fund_periods', 'app_city', 'select', 'region', '{MGR,BKP,AUD}');
  perform app_private.allow('app.fund_periods', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.fund_periods', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.fund_periods', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.fund_periods', 'app_village', 'select', 'exists (select from app.payers p where p.id = payer_id)', '{KDS}');
  perform app_private.allow('app.fund_periods', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.handovers', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.handovers', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.handovers', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.handovers', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.handover_lines', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.handover_lines', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.allow('app.handover_lines', 'app_jobs', 'select', 'region');
  -- The branch that accepted a worker receives for him under whichever payer has taken over.
  perform app_private.wall('app.enrolments', 'app_bpjs', 'select', carried, null, null, 'carried');
  perform app_private.wall('app.obligations', 'app_bpjs', 'select',
    'exists (select from app.enrolments e where e.id = enrolment_id and e.carried_from is not null)', null, null, 'carried');
end $$;
grant update (name, contact, agreement, changed_by, changed_at, version) on app.payers to app_city;
grant update (withdrawn_by, withdrawn_at, withdraw_reason) on app.fund_periods to app_city;
grant update (undone_by, undone_at) on app.handovers to app_city;

-- Whose an enrolment is: the payer it names, else the one whom its kind of money belongs to.
create function app.enrolments_of_payers() returns table (enrolment_id uuid, person_id uuid, payer_id uuid, is_open boolean)
language sql stable security definer set search_path = '' as $$
  select e.id, e.person_id, coalesce(e.payer_id, s.id), e.state not in ('rejected', 'ended')
  from app.enrolments e left join app.payers s on s.region_code = e.region_code and s.fund_source = e.fund_source
    and s.kind in ('village', 'city', 'worker', 'pooled-asn') and (s.village_code is null or s.village_code = e.village_code)
  where e.region_code = (select app.region())
$$;
comment on function app.enrolments_of_payers is 'Every enrolment of the city with whoever pays for it; for counts, as it passes the walls of persons';
revoke all on function app.enrolments_of_payers() from public;

-- What payers pay for, counted without naming anybody, for those who may read payers and no person.
create function app.payer_workers() returns table (payer_id uuid, workers int)
language sql stable security definer set search_path = '' as $$
  select o.payer_id, count(*)::int from app.enrolments_of_payers() o where o.is_open group by o.payer_id
$$;
comment on function app.payer_workers is 'Workers of each payer today; a payer that is null is money of which nobody has said whose it is';
create function app.payer_months() returns table (payer_id uuid, month date, owed_workers int, owed_rupiah bigint, paid_months int,
  paid_rupiah bigint, full_months int)
language sql stable security definer set search_path = '' as $$
  with of_payer as materialized (select * from app.enrolments_of_payers()),
  owed as (
    select o.payer_id, b.month, count(distinct b.enrolment_id)::int as workers, sum(b.amount_rupiah)::bigint as rupiah
    from app.obligations b join of_payer o on o.enrolment_id = b.enrolment_id
    where b.region_code = (select app.region()) and b.reversed_at is null group by 1, 2),
  paid_once as (
    select o.payer_id, o.person_id, v.month, sum((v.details->>'amountRupiah')::bigint)::bigint as rupiah
    from app.standing_events v join of_payer o on o.enrolment_id = v.enrolment_id
    where v.region_code = (select app.region()) and v.type = 'paid' group by 1, 2, 3),
  paid as (
    select p.payer_id, p.month, count(*)::int as months, sum(p.rupiah)::bigint as rupiah,
      (count(*) filter (where p.month = any(c.full_months)))::int as full_months
    from paid_once p left join app.cover_states c on c.person_id = p.person_id group by 1, 2)
  select payer_id, month, coalesce(w.workers, 0), coalesce(w.rupiah, 0), coalesce(p.months, 0), coalesce(p.rupiah, 0), coalesce(p.full_months, 0)
  from owed w full join paid p using (payer_id, month)
$$;
comment on function app.payer_months is 'What each payer owed and paid for each month, and how many of the paid months were months with full cover';
revoke all on function app.payer_workers(), app.payer_months() from public;
grant execute on function app.payer_workers(), app.payer_months() to app_city, app_finance, app_village, app_jobs;
