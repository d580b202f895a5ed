-- A chain runs over everything the database holds, so its rows are all read, whichever city they are of; what is read is digests.
create function app.chained_digests() returns table (source text, id uuid, digest bytea)
language sql stable security definer set search_path = '' set timezone = 'UTC' as $$
  select 'audit.entries', t.id, app_private.digest_of(to_jsonb(t), c.columns)
  from audit.entries t, app_private.chained c where c.source = 'audit.entries'
  union all
  select 'audit.accesses', t.id, app_private.digest_of(to_jsonb(t), c.columns)
  from audit.accesses t, app_private.chained c where c.source = 'audit.accesses'
  union all
  select 'app.cover_events', t.id, app_private.digest_of(to_jsonb(t), c.columns)
  from app.cover_events t, app_private.chained c where c.source = 'app.cover_events'
$$;
comment on function app.chained_digests is 'Every chained row as it stands now, as its digest';
revoke all on function app.chained_digests() from public;
grant execute on function app.chained_digests() to app_jobs;

-- Asked for one person or a page of them; the default of a thousand makes plans that expect a city.
alter function app.all_of_persons(uuid[]) rows 2;

-- The walk compares digests and asks for none of a row it already holds.
drop function app.chain_digest(text, jsonb);
