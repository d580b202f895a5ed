-- Alms for orphans (Gerakan Sedekah): who holds them, what came in, what went to children. Books of their own, apart from those of
-- contributions: accounts here begin with "sedekah-", accounts there with four digits, and neither table takes the other's.
create table app.alms_campaigns (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[a-z0-9-]{3,40}$'),
  title text not null check (title <> ''),
  holder_kind text not null check (holder_kind in ('baznas', 'upz', 'foundation')),
  holder_name text not null check (holder_name <> ''),
  permit_number text check (permit_number <> ''),
  permit_from date,
  permit_until date,
  give_to text not null check (give_to <> ''),
  state text not null default 'open' check (state in ('open', 'closed')),
  version integer not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  unique (region_code, id),
  unique (region_code, code),
  check ((permit_from is null) = (permit_until is null) and permit_from <= permit_until),
  check (holder_kind <> 'foundation' or (permit_number is not null and permit_from is not null))
);
comment on table app.alms_campaigns is 'For what alms are collected, who holds them and by which permit; the city is no holder';
comment on column app.alms_campaigns.give_to is 'The holder''s account or QRIS, as donors are told';

create table app.alms_pledges (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  campaign_id uuid not null,
  civil_servant_id uuid,
  channel text not null check (channel in ('payroll', 'qris', 'transfer')),
  rhythm text not null check (rhythm in ('once', 'monthly')),
  amount_rupiah bigint not null check (amount_rupiah between 1000 and 1000000000),
  donor_sealed bytea,
  made_by uuid,
  made_at timestamptz not null,
  stopped_at timestamptz,
  unique (region_code, id),
  unique (region_code, code),
  foreign key (region_code, campaign_id) references app.alms_campaigns (region_code, id),
  check (channel <> 'payroll' or civil_servant_id is not null)
);
comment on table app.alms_pledges is 'What somebody means to give. It is an instruction and a code, never money: only a receipt says that something arrived';
comment on column app.alms_pledges.donor_sealed is 'A name that a donor wished to have on the receipt, sealed; empty for Hamba Allah';
create index alms_pledges_by_servant on app.alms_pledges (civil_servant_id);

create table app.alms_rounds (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  campaign_id uuid not null,
  title text not null check (title <> ''),
  per_child_rupiah bigint not null check (per_child_rupiah > 0),
  planned_on date not null,
  source_round_id uuid,
  state text not null default 'draft' check (state in ('draft', 'locked', 'approved', 'paid', 'proven', 'dropped')),
  lock_no integer not null default 0,
  children integer,
  total_rupiah bigint,
  list_hash bytea,
  planned_by uuid not null,
  planned_at timestamptz not null,
  locked_by uuid,
  locked_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  paid_on date,
  paid_by uuid,
  paid_at timestamptz,
  proven_by uuid,
  proven_at timestamptz,
  version integer not null default 1,
  unique (region_code, id),
  unique (region_code, code),
  foreign key (region_code, campaign_id) references app.alms_campaigns (region_code, id),
  foreign key (region_code, source_round_id) references app.alms_rounds (region_code, id),
  check (approved_by <> locked_by),
  check ((state in ('draft', 'dropped')) = (locked_by is null) and (locked_by is null) = (locked_at is null)),
  check ((state in ('approved', 'paid', 'proven')) = (approved_by is not null) and (approved_by is null) = (approved_at is null)),
  check ((state in ('paid', 'proven')) = (paid_on is not null) and (paid_on is null) = (paid_by is null)),
  check ((state = 'proven') = (proven_at is not null)),
  check (locked_by is null or (children > 0 and total_rupiah = children * per_child_rupiah and list_hash is not null))
);
comment on table app.alms_rounds is 'A distribution: planned, locked by one person, approved by another, paid, and shown to have arrived';
comment on column app.alms_rounds.lock_no is 'How often it was locked; the list of the last time counts';
comment on column app.alms_rounds.source_round_id is 'The round of which this one brings what did not arrive, once';
create unique index alms_rounds_one_follow_up on app.alms_rounds (source_round_id) where state <> 'dropped';

create table app.alms_round_children (
  region_code text not null,
  round_id uuid not null,
  lock_no integer not null,
  child_id uuid not null,
  child_code text not null check (child_code <> ''),
  village_code text not null,
  siblings integer not null check (siblings >= 0),
  amount_rupiah bigint not null check (amount_rupiah > 0),
  copy_id uuid,
  outcome text check (outcome in ('handed', 'not-handed')),
  handed_on date,
  receiver text check (receiver in ('surviving-parent', 'grandparent', 'relative', 'court-appointed', 'institution')),
  note_sealed bytea,
  proof_hash bytea check (octet_length(proof_hash) = 32),
  told_by uuid,
  told_at timestamptz,
  primary key (round_id, lock_no, child_id),
  foreign key (region_code, round_id) references app.alms_rounds (region_code, id),
  check ((outcome is null) = (told_by is null) and (outcome is null) = (told_at is null)),
  check ((outcome = 'handed') is not true or (handed_on is not null and receiver is not null))
);
comment on table app.alms_round_children is 'The children of a locked round as they stood then, and whether it reached each; codes only, no name and no picture';
comment on column app.alms_round_children.proof_hash is 'SHA-256 of the signed paper, which stays with the holder';

-- The books. An entry carries its own lines, so that it is whole or is not; alms_lines holds the same one by one, for sums.
create table app.alms_entries (
  region_code text not null,
  seq bigint not null check (seq > 0),
  id uuid primary key,
  kind text not null check (kind in ('receive', 'set-aside', 'pay-out', 'come-back', 'cost', 'take-over', 'settle', 'hold', 'identify')),
  campaign_id uuid not null,
  round_id uuid,
  value_date date not null,
  posted_at timestamptz not null,
  posted_by uuid not null,
  reverses uuid unique,
  natural_key text not null check (natural_key ~ '^[ -~]{1,200}$'),
  reason text check (reason <> ''),
  accounts text[] not null,
  amounts bigint[] not null,
  format smallint not null check (format = 1),
  previous_hash bytea not null,
  hash bytea not null,
  unique (region_code, id),
  unique (region_code, seq),
  unique (region_code, natural_key),
  foreign key (region_code, campaign_id) references app.alms_campaigns (region_code, id),
  foreign key (region_code, round_id) references app.alms_rounds (region_code, id),
  foreign key (region_code, reverses) references app.alms_entries (region_code, id),
  check (reverses is null or reason is not null),
  check (kind <> 'cost' or reason is not null),
  check ((round_id is not null) = (kind in ('set-aside', 'pay-out', 'come-back')))
);
comment on table app.alms_entries is 'The books of alms: double entry in whole rupiah, append-only, chained; an error is corrected by its mirror';
create index alms_entries_by_day on app.alms_entries (region_code, campaign_id, value_date);

create table app.alms_lines (
  region_code text not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null check (account ~ '^sedekah-(kas|dana|salur|titipan|taktentu):[a-z0-9-]{3,40}$'),
  amount_rupiah bigint not null check (amount_rupiah <> 0 and abs(amount_rupiah) < 1000000000000000),
  primary key (entry_id, line),
  foreign key (region_code, entry_id) references app.alms_entries (region_code, id)
);
comment on table app.alms_lines is 'The lines of the entries of alms, written by the database with each entry';
create index alms_lines_by_account on app.alms_lines (region_code, account);

create table app.alms_heads (
  region_code text primary key,
  seq bigint not null,
  hash bytea not null,
  posted_at timestamptz not null
);
comment on table app.alms_heads is 'The last entry of each city''s alms; whoever appends locks it, so that entries have one order';

create table app.alms_balances (
  region_code text not null,
  account text not null,
  amount_rupiah bigint not null,
  primary key (region_code, account)
);
comment on table app.alms_balances is 'Sum of each account of alms, kept by the database with every entry';

create table app.alms_receipts (
  region_code text not null,
  id uuid primary key,
  campaign_id uuid not null,
  year integer not null check (year between 2025 and 2200),
  number integer not null check (number > 0),
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{20}$'),
  pledge_id uuid,
  channel text not null check (channel in ('payroll', 'qris', 'transfer')),
  amount_rupiah bigint not null check (amount_rupiah > 0),
  received_on date not null,
  donor_sealed bytea,
  entry_id uuid not null unique,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  first_print uuid,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_why text check (withdrawn_why in ('bounced', 'entered-twice', 'wrong-amount', 'other-purpose')),
  unique (region_code, id),
  unique (region_code, year, number),
  unique (region_code, code),
  foreign key (region_code, campaign_id) references app.alms_campaigns (region_code, id),
  foreign key (region_code, pledge_id) references app.alms_pledges (region_code, id),
  foreign key (region_code, entry_id) references app.alms_entries (region_code, id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
comment on table app.alms_receipts is 'One for each gift that arrived, numbered without gaps and never deleted; withdrawn when the gift is taken out of the books again';
comment on column app.alms_receipts.first_print is 'The operation that printed the original; every other print is a copy';

insert into app_private.known_at_birth values ('app.alms_pledges', 'made_by');

-- A number of the year, whatever the writer says; one that is rolled back leaves no gap.
create function app_private.number_alms_receipt() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.region_code || '|alms-receipt-numbers', 0));
  new.number := (select coalesce(max(c.number), 0) + 1 from app.alms_receipts c where c.region_code = new.region_code and c.year = new.year);
  return new;
end $$;
create trigger number_alms_receipt before insert on app.alms_receipts for each row execute function app_private.number_alms_receipt();

-- Rounds go their way in order; what was locked stays as it was locked, and a list belongs to the lock that is being made.
create function app_private.move_alms_round() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state <> new.state and old.state || '>' || new.state <> all ('{draft>locked,locked>draft,locked>approved,approved>paid,paid>proven,draft>dropped}'::text[])
    or old.state not in ('draft', 'locked') and (old.per_child_rupiah, old.children, old.total_rupiah, old.list_hash, old.lock_no, old.locked_by, old.approved_by)
      is distinct from (new.per_child_rupiah, new.children, new.total_rupiah, new.list_hash, new.lock_no, new.locked_by, new.approved_by)
    or old.state = 'locked' and new.state <> 'draft' and (old.per_child_rupiah, old.children, old.total_rupiah, old.list_hash, old.lock_no, old.locked_by)
      is distinct from (new.per_child_rupiah, new.children, new.total_rupiah, new.list_hash, new.lock_no, new.locked_by) then
    raise exception 'a round of alms does not go this way' using errcode = 'check_violation', constraint = 'alms_round_order';
  end if;
  return new;
end $$;
create trigger move_alms_round before update on app.alms_rounds for each row execute function app_private.move_alms_round();

create function app_private.freeze_alms_children() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from app.alms_rounds r where r.id = new.round_id and r.state = 'draft' and new.lock_no = r.lock_no + 1) then
    raise exception 'the list of a locked round stays' using errcode = 'check_violation', constraint = 'alms_round_frozen';
  end if;
  return new;
end $$;
create trigger freeze_alms_children before insert on app.alms_round_children for each row execute function app_private.freeze_alms_children();

create function app.alms_hash(e app.alms_entries) returns bytea language sql stable parallel safe set search_path = '' as $$
  select sha256('\x01'::bytea || int2send(e.format) || e.previous_hash || int8send(e.seq) || uuid_send(e.id) || date_send(e.value_date)
    || timestamptz_send(e.posted_at) || array_send(array[e.posted_by, e.campaign_id, e.round_id, e.reverses])
    || array_send(array[e.region_code, e.kind, e.natural_key]) || array_send(e.accounts) || array_send(e.amounts)
    || sha256(convert_to(coalesce(e.reason, ''), 'UTF8')))
$$;
comment on function app.alms_hash is 'What the hash of an entry of alms must be; format 1';

create function app_private.refuse_alms(rule text, which text) returns void language plpgsql as $$
begin
  raise exception 'the books of alms refuse this entry: %', rule using errcode = 'check_violation', constraint = rule, detail = coalesce(which, '');
end $$;

-- PP 29/1980: at most a tenth of what was collected may go into collecting it.
create function app_private.alms_cost_permille() returns integer language sql immutable as $$ select 100 $$;

create function app_private.check_alms(e app.alms_entries) returns void language plpgsql security definer set search_path = '' as $$
declare
  target app.alms_entries;
  campaign app.alms_campaigns;
  round app.alms_rounds;
  received bigint;
  costs bigint;
  size bigint := (select sum(greatest(a, 0)) from unnest(e.amounts) a);
begin
  select * into campaign from app.alms_campaigns c where c.region_code = e.region_code and c.id = e.campaign_id;
  if e.accounts is null or cardinality(e.accounts) <> 2 or cardinality(e.amounts) <> 2 or e.amounts[1] + e.amounts[2] <> 0 or e.accounts[1] = e.accounts[2]
    or exists (select from unnest(e.accounts) a where a is null or a !~ '^sedekah-(kas|dana|salur|titipan|taktentu):'
      or substr(a, strpos(a, ':') + 1) is distinct from campaign.code) then
    perform app_private.refuse_alms('alms_accounts', e.id::text);
  end if;
  if e.reverses is not null then
    select * into target from app.alms_entries t where t.id = e.reverses;
    if target.id is null or target.reverses is not null or (target.region_code, target.kind, target.accounts, target.campaign_id)
        is distinct from (e.region_code, e.kind, e.accounts, e.campaign_id)
      or target.amounts[1] + e.amounts[1] <> 0 or target.round_id is not null then
      perform app_private.refuse_alms('alms_mirror', e.id::text);
    end if;
    return;
  end if;
  if e.kind in ('receive', 'take-over') and (campaign.state <> 'open' or e.value_date < campaign.permit_from or e.value_date > campaign.permit_until) then
    perform app_private.refuse_alms('alms_permit', campaign.code);
  end if;
  if e.kind = 'cost' then
    select coalesce(sum(case when t.kind <> 'cost' then s.size end), 0), coalesce(sum(case when t.kind = 'cost' then s.size end), 0) into received, costs
    from app.alms_entries t cross join lateral (select (select sum(greatest(a, 0)) from unnest(t.amounts) a) * case when t.reverses is null then 1 else -1 end as size) s
    where t.region_code = e.region_code and t.campaign_id = e.campaign_id and t.kind in ('receive', 'take-over', 'identify', 'cost');
    if (costs + size) * 1000 > received * app_private.alms_cost_permille() then perform app_private.refuse_alms('alms_cost_cap', campaign.code); end if;
  end if;
  if e.round_id is not null then
    select * into round from app.alms_rounds r where r.region_code = e.region_code and r.id = e.round_id;
    if round.campaign_id is distinct from e.campaign_id
      or e.kind = 'set-aside' and (round.state <> 'approved' or round.approved_by is distinct from e.posted_by or round.locked_by = e.posted_by or size <> round.total_rupiah)
      or e.kind = 'pay-out' and (round.state <> 'paid' or size <> round.total_rupiah)
      or e.kind = 'come-back' and (round.state <> 'proven' or size is distinct from (select sum(c.amount_rupiah) from app.alms_round_children c
        where c.round_id = round.id and c.lock_no = round.lock_no and c.outcome = 'not-handed')) then
      perform app_private.refuse_alms('alms_two_persons', e.id::text);
    end if;
  end if;
end $$;

create function app_private.take_alms() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  head app.alms_heads;
  fault text;
begin
  if new.region_code is distinct from app.region() then raise exception 'another city''s books' using errcode = 'insufficient_privilege'; end if;
  insert into app.alms_heads values (new.region_code, 0, sha256(convert_to('tuwai alms ' || new.region_code, 'UTF8')), '-infinity') on conflict do nothing;
  select * into head from app.alms_heads h where h.region_code = new.region_code for update;
  perform app_private.check_alms(new);
  new.seq := head.seq + 1;
  new.posted_at := greatest(new.posted_at, head.posted_at);
  new.previous_hash := head.hash;
  new.format := 1;
  new.hash := app.alms_hash(new);
  insert into app.alms_balances as b select new.region_code, u.account, u.amount from unnest(new.accounts, new.amounts) u(account, amount) order by u.account
    on conflict (region_code, account) do update set amount_rupiah = b.amount_rupiah + excluded.amount_rupiah;
  select b.account into fault from app.alms_balances b where b.region_code = new.region_code and b.account = any (new.accounts)
    and (b.account like 'sedekah-kas:%' and b.amount_rupiah < 0 or b.account ~ '^sedekah-(dana|salur|taktentu):' and b.amount_rupiah > 0) limit 1;
  if found then perform app_private.refuse_alms('alms_sign', fault); end if;
  update app.alms_heads set seq = new.seq, hash = new.hash, posted_at = new.posted_at where region_code = new.region_code;
  return new;
end $$;
create trigger take_alms before insert on app.alms_entries for each row execute function app_private.take_alms();

create function app_private.write_alms_lines() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into app.alms_lines select new.region_code, new.id, u.n, u.account, u.amount
  from unnest(new.accounts, new.amounts) with ordinality u(account, amount, n);
  return null;
end $$;
create trigger write_alms_lines after insert on app.alms_entries for each row execute function app_private.write_alms_lines();

-- Money with two purposes passes the clearing account within one transaction: nothing ever stays there.
create function app_private.clear_alms() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from app.alms_balances b where b.region_code = new.region_code and b.account = new.account and b.amount_rupiah <> 0) then
    perform app_private.refuse_alms('alms_clearing', new.account);
  end if;
  return null;
end $$;
create constraint trigger clear_alms after insert or update on app.alms_balances deferrable initially deferred for each row
  when (new.account like 'sedekah-titipan:%') execute function app_private.clear_alms();

-- Once more in the books of contributions, which know accounts by four digits only: alms never stand there.
alter table app.ledger_entries add constraint ledger_entries_no_alms check (array_to_string(accounts, ' ') !~ 'sedekah-');
alter table app.alms_entries add constraint alms_entries_no_contributions check (array_to_string(accounts, ' ') !~ '(^| )[0-9]{4}(:| |$)');

do $$
declare
  target text;
  owner text := current_user;
  own constant text := 'civil_servant_id = (select app.scope_id())';
begin
  foreach target in array '{app.alms_campaigns,app.alms_pledges,app.alms_rounds,app.alms_entries,app.alms_lines,app.alms_balances,app.alms_heads,app.alms_receipts}'::text[] loop
    perform app_private.allow(target, 'app_city', 'select', 'region', '{CHR,AUD}');
    perform app_private.allow(target, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.allow(target, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.alms_round_children', 'app_city', 'select', 'region', '{CHR}');
  perform app_private.allow('app.alms_round_children', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.alms_round_children', 'app_jobs', 'select', 'region');

  perform app_private.allow('app.alms_campaigns', 'app_city', 'insert', 'region', '{CHR}');
  perform app_private.wall('app.alms_campaigns', 'app_city', 'update', 'region', '{CHR}');
  perform app_private.allow('app.alms_campaigns', 'app_sponsor', 'select', 'region');

  perform app_private.allow('app.alms_pledges', 'app_sponsor', 'select', own);
  perform app_private.allow('app.alms_pledges', 'app_sponsor', 'insert', own || ' and stopped_at is null');
  perform app_private.wall('app.alms_pledges', 'app_sponsor', 'update', own);
  perform app_private.allow('app.alms_pledges', 'app_jobs', 'insert', 'civil_servant_id is null and channel <> ''payroll''');

  foreach target in array '{app.alms_rounds,app.alms_round_children}'::text[] loop
    perform app_private.allow(target, 'app_city', 'insert', 'region', '{CHR}');
    perform app_private.wall(target, 'app_city', 'update', 'region', '{CHR}');
    perform app_private.wall(target, 'app_finance', 'update', 'region', '{FIN}');
  end loop;

  perform app_private.allow('app.alms_entries', 'app_city', 'insert', 'region', '{CHR}');
  perform app_private.allow('app.alms_entries', 'app_finance', 'insert', 'region', '{FIN}');
  perform app_private.allow('app.alms_receipts', 'app_city', 'insert', 'first_print is null', '{CHR}');
  perform app_private.wall('app.alms_receipts', 'app_city', 'update', 'region', '{CHR}');
  perform app_private.allow('app.alms_receipts', 'app_finance', 'insert', 'first_print is null', '{FIN}');
  perform app_private.wall('app.alms_receipts', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.allow('app.alms_receipts', 'app_sponsor', 'select', 'exists (select from app.alms_pledges p where p.id = pledge_id)');

  perform app_private.wall('app.alms_receipts', 'app_jobs', 'update', 'region');

  -- Heads, balances and lines have one writer, the triggers above, which run as their owner.
  foreach target in array '{app.alms_heads,app.alms_balances,app.alms_lines}'::text[] loop
    execute format('create policy kept_by_the_books on %s for all to %I using (region_code = (select app.region()))', target, owner);
  end loop;
  foreach target in array '{app.alms_campaigns,app.alms_entries,app.alms_rounds,app.alms_round_children,app.alms_receipts}'::text[] loop
    execute format('create policy seen_by_the_books on %s for select to %I using (region_code = (select app.region()))', target, owner);
  end loop;
end $$;
grant update (title, holder_kind, holder_name, permit_number, permit_from, permit_until, give_to, state, version) on app.alms_campaigns to app_city;
grant update (stopped_at) on app.alms_pledges to app_sponsor;
grant update (state, lock_no, children, total_rupiah, list_hash, locked_by, locked_at, approved_by, approved_at, paid_on, paid_by, paid_at, proven_by, proven_at, version)
  on app.alms_rounds to app_city, app_finance;
grant update (outcome, handed_on, receiver, note_sealed, proof_hash, told_by, told_at) on app.alms_round_children to app_city, app_finance;
grant update (first_print, withdrawn_by, withdrawn_at, withdrawn_why) on app.alms_receipts to app_city, app_finance;
-- A sponsor prints what was received from him; the city notes which print was the first.
grant update (first_print) on app.alms_receipts to app_jobs;

-- A form without an account is counted by its address; whatever other kinds there are stay.
do $$
declare
  before text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'attempts_kind_check' and conrelid = 'auth.attempts'::regclass);
begin
  execute 'alter table auth.attempts drop constraint attempts_kind_check, add constraint attempts_kind_check '
    || regexp_replace(before, '\](\)*)$', ', ''alms-pledge''::text, ''alms-code''::text]\1');
end $$;

revoke all on function app_private.number_alms_receipt(), app_private.move_alms_round(), app_private.freeze_alms_children(), app.alms_hash(app.alms_entries),
  app_private.refuse_alms(text, text), app_private.alms_cost_permille(), app_private.check_alms(app.alms_entries), app_private.take_alms(),
  app_private.write_alms_lines(), app_private.clear_alms() from public;
grant execute on function app.alms_hash(app.alms_entries) to app_jobs;
