-- One look-up an account: comparing every balance of the city with every account of a batch took more than all the rest.
create or replace function app_private.take_entries() returns trigger
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
      select k as account, coalesce((select b.amount from app.ledger_balances b
        where b.region_code = here and b.ledger = wanted and b.account = k), 0) as amount from unnest(keys) k),
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
