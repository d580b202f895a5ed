-- The books (reliability.md C): one row per entry, which carries its own lines, so that an entry is whole or is not. Who appends
-- computes number and hash; the database computes them again and refuses what does not fit, whoever writes.
create table app_private.ledger_chart (
  number text primary key,
  side text not null check (side in ('debit', 'credit', 'either'))
);
comment on table app_private.ledger_chart is 'Accounts that may be posted to, and the side their balance stays on; the same chart as the rules have, held together by a test';
insert into app_private.ledger_chart values
  ('1100', 'debit'), ('1150', 'debit'), ('1160', 'debit'), ('1200', 'debit'), ('1210', 'debit'), ('1220', 'debit'), ('1300', 'debit'),
  ('2100', 'credit'), ('2200', 'credit'), ('2210', 'credit'), ('2220', 'credit'), ('2400', 'credit'), ('2500', 'credit'),
  ('2900', 'credit'), ('9000', 'either');

create table app_private.approved_kinds (kind text primary key);
comment on table app_private.approved_kinds is 'Entries that somebody proposed and somebody else posted; the same list as the rules have, held together by a test';
insert into app_private.approved_kinds values ('remit'), ('prepay'), ('owe-refund'), ('pay-refund'), ('open'), ('reverse');

create function app.is_balanced(accounts text[], amounts bigint[]) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select cardinality(accounts) between 2 and 10000 and count(*) = cardinality(accounts) and count(*) = cardinality(amounts)
    and count(distinct account) = count(*) and sum(amount) = 0 and bool_and(amount <> 0 and abs(amount) < 1000000000000000)
    and bool_and(account ~ '^\d{4}(:[A-Za-z0-9.-]+)*$')
  from unnest(accounts, amounts) u(account, amount)
$$;

create table app.ledger_proposals (
  region_code text not null,
  ledger text not null check (ledger = 'contributions'),
  id uuid primary key,
  kind text not null,
  service_month date check (extract(day from service_month) = 1),
  value_date date not null,
  reverses uuid,
  natural_key text not null check (natural_key ~ '^[ -~]{1,200}$'),
  reason text not null check (reason <> ''),
  accounts text[] not null,
  amounts bigint[] not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  refusal text check (refusal <> ''),
  check (app.is_balanced(accounts, amounts)),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check ((decision = 'refused') = (refusal is not null)),
  check (decided_by <> proposed_by or decision = 'refused')
);
comment on table app.ledger_proposals is 'Entries that need two persons, exactly as they would stand in the books; whoever proposed may withdraw, another approves or refuses';
create unique index ledger_proposals_one_open on app.ledger_proposals (region_code, ledger, natural_key) where decision is null;

create table app.ledger_entries (
  region_code text not null,
  ledger text not null check (ledger = 'contributions'),
  seq bigint not null check (seq > 0),
  id uuid primary key,
  kind text not null,
  book_month date not null check (extract(day from book_month) = 1),
  service_month date check (extract(day from service_month) = 1),
  value_date date not null,
  posted_at timestamptz not null,
  posted_by uuid not null,
  proposal_id uuid unique references app.ledger_proposals,
  reverses uuid unique references app.ledger_entries,
  natural_key text not null check (natural_key ~ '^[ -~]{1,200}$'),
  reason text check (reason <> ''),
  accounts text[] not null,
  amounts bigint[] not null,
  format smallint not null check (format = 1),
  previous_hash bytea not null,
  hash bytea not null,
  unique (region_code, ledger, seq),
  unique (region_code, ledger, natural_key),
  check (app.is_balanced(accounts, amounts)),
  check ((kind = 'reverse') = (reverses is not null))
);
comment on table app.ledger_entries is 'The books: double entry in whole rupiah, append-only; an error is corrected by its mirror';
comment on column app.ledger_entries.book_month is 'In whose month''s books it stands: a fact that comes late stands in a month still open';
comment on column app.ledger_entries.service_month is 'The month of protection it is about';
comment on column app.ledger_entries.natural_key is 'The same fact twice is one entry, e.g. oblige|<obligation>; never a worker';
comment on column app.ledger_entries.proposal_id is 'What somebody else proposed, word for word; posting it is the approval';
create index ledger_entries_by_account on app.ledger_entries using gin (accounts);

create table app.ledger_heads (
  region_code text not null,
  ledger text not null,
  seq bigint not null default 0,
  hash bytea not null,
  posted_at timestamptz not null default '-infinity',
  closed_through date check (extract(day from closed_through) = 1),
  primary key (region_code, ledger)
);
comment on table app.ledger_heads is 'The last entry of each ledger; whoever appends locks it, so that entries have one order';
comment on column app.ledger_heads.closed_through is 'The last month whose books are closed';

create table app.ledger_balances (
  region_code text not null,
  ledger text not null,
  account text not null,
  amount bigint not null,
  as_of_seq bigint not null,
  primary key (region_code, ledger, account)
);
comment on table app.ledger_balances is 'Sum of each account, kept by the database with every entry; recomputed nightly';

create table app.ledger_closings (
  region_code text not null,
  ledger text not null,
  id uuid primary key,
  month date not null check (extract(day from month) = 1),
  seq bigint not null,
  hash bytea not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  refusal text check (refusal <> ''),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check ((decision = 'refused') = (refusal is not null)),
  check (decided_by <> proposed_by or decision = 'refused'),
  foreign key (region_code, ledger) references app.ledger_heads
);
comment on table app.ledger_closings is 'A month''s books closed by two persons, up to an entry and its hash';
create unique index ledger_closings_once on app.ledger_closings (region_code, ledger, month) where decision is distinct from 'refused';

do $$
declare
  target text;
  owner text := current_user;
begin
  foreach target in array '{app.ledger_entries,app.ledger_heads,app.ledger_balances,app.ledger_proposals,app.ledger_closings}'::text[] loop
    perform app_private.allow(target, 'app_finance', 'select', 'region', '{FIN}');
    perform app_private.allow(target, 'app_city', 'select', 'region', '{AUD}');
    perform app_private.allow(target, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.allow('app.ledger_entries', 'app_finance', 'insert', 'region', '{FIN}');
  -- Work writes what follows from rules: what is owed, what is owed no more, what was paid ahead and is used up.
  perform app_private.allow('app.ledger_entries', 'app_jobs', 'insert', 'kind in (''oblige'', ''consume'', ''reverse'')');
  perform app_private.allow('app.ledger_proposals', 'app_finance', 'insert', 'region', '{FIN}');
  perform app_private.wall('app.ledger_proposals', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.allow('app.ledger_closings', 'app_finance', 'insert', 'region', '{FIN}');
  perform app_private.wall('app.ledger_closings', 'app_finance', 'update', 'region', '{FIN}');
  -- Heads and balances have one writer, the trigger below, which runs as their owner.
  foreach target in array '{app.ledger_heads,app.ledger_balances}'::text[] loop
    execute format('create policy kept_by_the_books on %s for all to %I using (region_code = (select app.region()))', target, owner);
  end loop;
  foreach target in array '{app.ledger_entries,app.ledger_proposals}'::text[] loop
    execute format('create policy seen_by_the_books on %s for select to %I using (region_code = (select app.region()))', target, owner);
  end loop;
end $$;
-- A proposal stays as it was proposed; only what became of it is added.
grant update (decision, decided_by, decided_at, refusal) on app.ledger_proposals, app.ledger_closings to app_finance;

-- SHA-256 over lengths and bytes, never over text as a session would print it. Arrays in their wire form carry the length of each
-- part, and −1 for one that is missing; moments are microseconds, days are days, both since 2000-01-01.
create function app.entry_hash(e app.ledger_entries) returns bytea language sql stable parallel safe as $$
  select sha256('\x01'::bytea || int2send(e.format) || e.previous_hash || int8send(e.seq) || uuid_send(e.id)
    || date_send(e.book_month) || date_send(e.value_date) || timestamptz_send(e.posted_at)
    || array_send(array[e.service_month]) || array_send(array[e.posted_by, e.proposal_id, e.reverses])
    || array_send(array[e.region_code, e.ledger, e.kind, e.natural_key])
    || array_send(e.accounts) || array_send(e.amounts) || sha256(convert_to(coalesce(e.reason, ''), 'UTF8')))
$$;
comment on function app.entry_hash is 'What an entry''s hash must be; format 1';

create function app.lock_ledger(city text, wanted text) returns app.ledger_heads
language plpgsql security definer set search_path = '' as $$
declare
  head app.ledger_heads;
begin
  if city <> app.region() then raise exception 'another city''s books' using errcode = 'insufficient_privilege'; end if;
  insert into app.ledger_heads (region_code, ledger, hash)
  values (city, wanted, sha256(convert_to('tuwai ' || wanted || ' ' || city, 'UTF8'))) on conflict do nothing;
  select * into head from app.ledger_heads where region_code = city and ledger = wanted for update;
  return head;
end $$;
comment on function app.lock_ledger is 'The head of a city''s ledger, held until the transaction ends';

create function app.number_entries(city text, actor uuid, wanted text, entries jsonb) returns setof app.ledger_entries
language plpgsql set search_path = '' as $$
declare
  head app.ledger_heads := app.lock_ledger(city, wanted);
  moment timestamptz := greatest(app.now(), head.posted_at);
  -- By their keys: a plan made while the table was small would compare every entry with every key.
  taken text[] := array(select l.natural_key from app.ledger_entries l where l.region_code = city and l.ledger = wanted
    and l.natural_key = any (array(select n->>'naturalKey' from jsonb_array_elements(entries) n)));
  e app.ledger_entries;
  one record;
begin
  for one in
    select n.* from rows from (jsonb_to_recordset(entries) as ("id" uuid, "kind" text, "serviceMonth" date, "valueDate" date,
      "proposalId" uuid, "reverses" uuid, "naturalKey" text, "reason" text, "accounts" text[], "amounts" bigint[])) with ordinality n
    where n."naturalKey" <> all (taken)
    order by n.ordinality
  loop
    head.seq := head.seq + 1;
    e := row(city, wanted, head.seq, one."id", one."kind",
      greatest(date_trunc('month', one."valueDate"), head.closed_through + interval '1 month')::date, one."serviceMonth", one."valueDate", moment,
      actor, one."proposalId", one."reverses", one."naturalKey", one."reason", one."accounts", one."amounts", 1, head.hash, null);
    e.hash := app.entry_hash(e);
    head.hash := e.hash;
    return next e;
  end loop;
end $$;
comment on function app.number_entries is 'Entries with the numbers and hashes that follow the head; without those whose fact is in the books already';

create function app_private.refuse_entry(rule text, which text) returns void language plpgsql as $$
begin
  raise exception 'the books refuse this entry: %', rule using errcode = 'check_violation', constraint = rule, detail = coalesce(which, '');
end $$;

-- What an entry hangs on: the entry it mirrors, the proposal of another person. What is owed no more follows from a rule and needs
-- nobody; every other entry of these kinds has two persons.
create function app_private.check_grounds(e app.ledger_entries) returns void
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
    if target.kind is distinct from 'oblige' then perform app_private.refuse_entry('ledger_two_persons', e.id::text); end if;
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

create function app_private.take_entries() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  head app.ledger_heads;
  here text := (select min(region_code) from added);
  wanted text;
  keys text[];
  entry app.ledger_entries;
  fault record;
begin
  for wanted in select distinct ledger from added loop
    head := app.lock_ledger(here, wanted);

    select a.id into fault from (
      select l.*, row_number() over w as place, coalesce(lag(l.hash) over w, head.hash) as before,
        coalesce(lag(l.posted_at) over w, head.posted_at) as last, app.entry_hash(row(l.*)::app.ledger_entries) as own_hash
      from added l where l.ledger = wanted window w as (order by l.seq)
    ) a
    where a.seq <> head.seq + a.place or a.previous_hash <> a.before or a.hash <> a.own_hash or a.posted_at < a.last
      or a.region_code is distinct from here limit 1;
    if found then perform app_private.refuse_entry('ledger_chain', fault.id::text); end if;

    select a.id into fault from added a where a.ledger = wanted and a.book_month <= head.closed_through limit 1;
    if found then perform app_private.refuse_entry('ledger_closed_month', fault.id::text); end if;

    for entry in select a.* from added a where a.ledger = wanted
      and (a.reverses is not null or a.proposal_id is not null or a.kind in (select k.kind from app_private.approved_kinds k)) loop
      perform app_private.check_grounds(entry);
    end loop;

    keys := array(select distinct u.account from added a cross join unnest(a.accounts) u(account) where a.ledger = wanted);
    perform app_private.refuse_entry('ledger_sign', k) from unnest(keys) k
    where not exists (select from app_private.ledger_chart c where c.number = left(k, 4));
    with before as materialized (
      select b.account, b.amount from app.ledger_balances b where b.region_code = here and b.ledger = wanted and b.account = any (keys)
      union all select k, 0 from unnest(keys) k),
    lines as (
      select account, 0::bigint as seq, amount from before
      union all select u.account, a.seq, u.amount from added a cross join unnest(a.accounts, a.amounts) u(account, amount) where a.ledger = wanted)
    select l.account into fault from (
      select account, sum(amount) over (partition by account order by seq) as amount from lines
    ) l join app_private.ledger_chart c on c.number = left(l.account, 4)
    where (c.side = 'debit' and l.amount < 0) or (c.side = 'credit' and l.amount > 0) limit 1;
    if found then perform app_private.refuse_entry('ledger_sign', fault.account); end if;

    insert into app.ledger_balances as b (region_code, ledger, account, amount, as_of_seq)
    select here, wanted, u.account, sum(u.amount), max(a.seq)
    from added a cross join unnest(a.accounts, a.amounts) u(account, amount) where a.ledger = wanted group by u.account order by u.account
    on conflict (region_code, ledger, account) do update set amount = b.amount + excluded.amount, as_of_seq = excluded.as_of_seq;

    update app.ledger_heads h set (seq, hash, posted_at) = (select l.seq, l.hash, l.posted_at from added l where l.ledger = wanted order by l.seq desc limit 1)
    where h.region_code = here and h.ledger = wanted;
  end loop;
  return null;
end $$;
create trigger take_entries after insert on app.ledger_entries referencing new table as added for each statement
  execute function app_private.take_entries();

-- A month is closed after the one before it, as the books stood when it was proposed, and stays closed.
create function app_private.close_month() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  head app.ledger_heads := app.lock_ledger(new.region_code, new.ledger);
begin
  if old.decision is not null then perform app_private.refuse_entry('ledger_closing_decided', new.id::text); end if;
  if new.decision = 'refused' then return new; end if;
  if head.closed_through is not null and new.month <> head.closed_through + interval '1 month'
    or head.closed_through is null and exists (select from app.ledger_entries e
      where e.region_code = new.region_code and e.ledger = new.ledger and e.book_month < new.month) then
    perform app_private.refuse_entry('ledger_closing_order', new.id::text);
  end if;
  if new.hash is distinct from (select e.hash from app.ledger_entries e
      where e.region_code = new.region_code and e.ledger = new.ledger and e.seq = new.seq)
    or exists (select from app.ledger_entries e
      where e.region_code = new.region_code and e.ledger = new.ledger and e.seq > new.seq and e.book_month <= new.month) then
    perform app_private.refuse_entry('ledger_closing_stale', new.id::text);
  end if;
  update app.ledger_heads h set closed_through = new.month where h.region_code = new.region_code and h.ledger = new.ledger;
  return new;
end $$;
create trigger close_month before update on app.ledger_closings for each row execute function app_private.close_month();

revoke all on function app_private.close_month() from public;
revoke all on function app.is_balanced(text[], bigint[]), app.entry_hash(app.ledger_entries), app.lock_ledger(text, text),
  app.number_entries(text, uuid, text, jsonb), app_private.refuse_entry(text, text),
  app_private.check_grounds(app.ledger_entries), app_private.take_entries() from public;
grant execute on function app.is_balanced(text[], bigint[]), app.entry_hash(app.ledger_entries), app.lock_ledger(text, text),
  app.number_entries(text, uuid, text, jsonb) to app_finance, app_jobs;
