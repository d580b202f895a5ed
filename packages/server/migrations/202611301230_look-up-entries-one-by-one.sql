-- A fact told twice is found by its key alone, one look-up a key. A plan made while the table was small read all entries of the
-- city for each batch: without statistics every index that begins with the city seems as good, and of equals the youngest is
-- taken. So keys that carry the city are made first, and this one last, with what it is looked up by in front.
do $$
begin
  perform app_private.carry_scope('app.ledger_entries'), app_private.carry_scope('app.obligations');
end $$;
alter table app.ledger_entries
  drop constraint ledger_entries_proposal_id_key,
  drop constraint ledger_entries_reverses_key,
  drop constraint ledger_entries_region_code_ledger_natural_key_key;
-- Few entries hang on a proposal or on an entry they mirror: the others need no place in these.
create unique index ledger_entries_one_per_proposal on app.ledger_entries (proposal_id) where proposal_id is not null;
create unique index ledger_entries_reversed_once on app.ledger_entries (reverses) where reverses is not null;
alter table app.ledger_entries add constraint ledger_entries_natural_key_key unique (natural_key, ledger, region_code);

create or replace function app.number_entries(city text, actor uuid, wanted text, entries jsonb) returns setof app.ledger_entries
language plpgsql set search_path = '' as $$
declare
  head app.ledger_heads := app.lock_ledger(city, wanted);
  moment timestamptz := greatest(app.now(), head.posted_at);
  e app.ledger_entries;
  one record;
begin
  for one in
    select n.* from rows from (jsonb_to_recordset(entries) as ("id" uuid, "kind" text, "serviceMonth" date, "valueDate" date,
      "proposalId" uuid, "reverses" uuid, "naturalKey" text, "reason" text, "accounts" text[], "amounts" bigint[])) with ordinality n
    order by n.ordinality
  loop
    continue when exists (select from app.ledger_entries l
      where l.region_code = city and l.ledger = wanted and l.natural_key = one."naturalKey");
    head.seq := head.seq + 1;
    e := row(city, wanted, head.seq, one."id", one."kind",
      greatest(date_trunc('month', one."valueDate"), head.closed_through + interval '1 month')::date, one."serviceMonth", one."valueDate", moment,
      actor, one."proposalId", one."reverses", one."naturalKey", one."reason", one."accounts", one."amounts", 1, head.hash, null);
    e.hash := app.entry_hash(e);
    head.hash := e.hash;
    return next e;
  end loop;
end $$;

-- Most entries have two lines, which are compared without a query of their own.
alter function app.is_balanced(text[], bigint[]) rename to are_balanced;
create function app.is_balanced(accounts text[], amounts bigint[]) returns boolean
language sql immutable parallel safe as $$
  select case when cardinality(accounts) = 2 and cardinality(amounts) = 2
    then coalesce(amounts[1] + amounts[2] = 0 and amounts[1] <> 0 and abs(amounts[1]) < 1000000000000000 and accounts[1] <> accounts[2]
      and accounts[1] ~ '^\d{4}(:[A-Za-z0-9.-]+)*$' and accounts[2] ~ '^\d{4}(:[A-Za-z0-9.-]+)*$', false)
    else app.are_balanced(accounts, amounts) end
$$;
alter table app.ledger_entries drop constraint ledger_entries_check, add constraint ledger_entries_balanced check (app.is_balanced(accounts, amounts));
alter table app.ledger_proposals drop constraint ledger_proposals_check, add constraint ledger_proposals_balanced check (app.is_balanced(accounts, amounts));
revoke all on function app.is_balanced(text[], bigint[]) from public;
grant execute on function app.is_balanced(text[], bigint[]) to app_finance, app_jobs;
