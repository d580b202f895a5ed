-- Entries are numbered and chained by one query: a loop went to the table, made a row and hashed it anew for each of them. Format 1
-- of the hash stays as it is, byte for byte.
create function app.entry_body(e app.ledger_entries) returns bytea language sql stable parallel safe as $$
  select int8send(e.seq) || uuid_send(e.id)
    || date_send(e.book_month) || date_send(e.value_date) || timestamptz_send(e.posted_at)
    || array_send(array[e.service_month]) || array_send(array[e.posted_by, e.proposal_id, e.reverses])
    || array_send(array[e.region_code, e.ledger, e.kind, e.natural_key])
    || array_send(e.accounts) || array_send(e.amounts) || sha256(convert_to(coalesce(e.reason, ''), 'UTF8'))
$$;
comment on function app.entry_body is 'What the hash of an entry covers behind its format and the hash before it';

create or replace function app.entry_hash(e app.ledger_entries) returns bytea language sql stable parallel safe as $$
  select sha256('\x01'::bytea || int2send(e.format) || e.previous_hash || app.entry_body(e))
$$;

create function app.chain_entry(before bytea, body bytea, first bytea) returns bytea language plpgsql immutable parallel safe as $$
begin
  return sha256('\x010001'::bytea || coalesce(before, first) || body);
end $$;
create aggregate app.chain_hash(body bytea, first bytea) (sfunc = app.chain_entry, stype = bytea);
comment on aggregate app.chain_hash(bytea, bytea) is 'As a running aggregate: the hash of each entry over the one before it, the first over `first`; format 1';

create or replace function app.number_entries(city text, actor uuid, wanted text, entries jsonb) returns setof app.ledger_entries
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  head app.ledger_heads := app.lock_ledger(city, wanted);
  moment timestamptz := greatest(app.now(), head.posted_at);
begin
  return query
  with fresh as materialized (
    select n.*, head.seq + row_number() over (order by n.ordinality) as seq,
      greatest(date_trunc('month', n."valueDate"), head.closed_through + interval '1 month')::date as book_month
    from rows from (jsonb_to_recordset(entries) as ("id" uuid, "kind" text, "serviceMonth" date, "valueDate" date,
      "proposalId" uuid, "reverses" uuid, "naturalKey" text, "reason" text, "accounts" text[], "amounts" bigint[])) with ordinality n
    -- One look-up a key, which the planner leaves alone.
    where (select l.seq from app.ledger_entries l
      where l.region_code = city and l.ledger = wanted and l.natural_key = n."naturalKey") is null),
  chained as (
    select f.*, app.chain_hash(app.entry_body(row(city, wanted, f.seq, f."id", f."kind", f.book_month, f."serviceMonth", f."valueDate", moment,
      actor, f."proposalId", f."reverses", f."naturalKey", f."reason", f."accounts", f."amounts", 1, null, null)::app.ledger_entries),
      head.hash) over (order by f.seq) as hash
    from fresh f)
  select city, wanted, c.seq, c."id", c."kind", c.book_month, c."serviceMonth", c."valueDate", moment, actor, c."proposalId", c."reverses",
    c."naturalKey", c."reason", c."accounts", c."amounts", 1::smallint, lag(c.hash, 1, head.hash) over (order by c.seq), c.hash
  from chained c order by c.seq;
end $$;

revoke all on function app.entry_body(app.ledger_entries), app.chain_entry(bytea, bytea, bytea), app.chain_hash(bytea, bytea) from public;
grant execute on function app.entry_body(app.ledger_entries), app.chain_entry(bytea, bytea, bytea), app.chain_hash(bytea, bytea)
  to app_finance, app_jobs;
