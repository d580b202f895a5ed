-- The trail and what money and cover rest on are chained: each row's digest, with the hash before it, makes the next hash. A row
-- changed, removed or put in from outside no longer fits, also when somebody with every right did it.
create table app_private.chained (
  source text primary key,
  columns text[] not null,
  kept interval
);
comment on table app_private.chained is 'Tables that are chained, with the columns that never change; kept: after that a row may be forgotten, its digest stays';
insert into app_private.chained values
  ('audit.entries', '{id,region_code,at,actor_id,actor_role,actor_scope,action,object_type,object_id,operation_id,details}', '10 years'),
  ('audit.accesses', '{id,region_code,at,actor_id,actor_role,actor_scope,purpose,fields,person_ids}', '5 years'),
  ('app.cover_events', '{id,region_code,person_id,enrolment_id,type,effective_on,recorded_at,month,payer,details,evidence_type,evidence_id,natural_key,reverses}', null);

-- A transaction takes a strand that nobody else is writing: transactions never wait for each other, and within a strand the order
-- is that of the commits.
create table app_private.strands (
  strand integer primary key,
  links bigint not null default 0,
  hash bytea not null
);
comment on table app_private.strands is 'Ends of the strands of the chain: how many links, and the last hash';
insert into app_private.strands select n, 0, sha256(convert_to('tuwai strand ' || n, 'UTF8')) from generate_series(1, 256) n;

create table app_private.links (
  strand integer not null,
  link bigint not null,
  source text not null references app_private.chained,
  row_id uuid not null,
  at timestamptz not null,
  digest bytea not null,
  hash bytea not null,
  primary key (strand, link),
  unique (source, row_id)
);
comment on table app_private.links is 'One link per chained row: its digest, and the hash over the hash before it and this digest';

-- Names and values of the columns as JSON with sorted keys, times in UTC: the same on every server.
create function app_private.digest_of(one jsonb, columns text[]) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to((select jsonb_object_agg(c, one->c) from unnest(columns) c)::text, 'UTF8'))
$$;

create function app_private.add_links(wanted text, rows jsonb[]) returns void
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  mine integer := nullif(current_setting('app.strand', true), '')::integer;
  number bigint;
  last bytea;
  listed text[] := (select columns from app_private.chained where source = wanted);
  one jsonb;
  digest bytea;
begin
  if mine is null then
    select strand into mine from app_private.strands order by strand for update skip locked limit 1;
    if mine is null then select 1 into mine; end if;
    perform set_config('app.strand', mine::text, true);
  end if;
  select links, hash into number, last from app_private.strands where strand = mine for update;
  foreach one in array rows loop
    number := number + 1;
    digest := app_private.digest_of(one, listed);
    last := sha256(last || convert_to(wanted, 'UTF8') || digest);
    insert into app_private.links values (mine, number, wanted, (one->>'id')::uuid,
      coalesce(one->>'at', one->>'recorded_at')::timestamptz, digest, last);
  end loop;
  update app_private.strands set links = number, hash = last where strand = mine;
end $$;

create function app_private.chain_new() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  rows jsonb[] := (select array_agg(to_jsonb(n)) from added n);
begin
  if rows is not null then perform app_private.add_links(tg_table_schema || '.' || tg_table_name, rows); end if;
  return null;
end $$;

do $$
declare
  c record;
  rows jsonb[];
begin
  set local timezone = 'UTC';
  for c in select source from app_private.chained loop
    -- The owner too is held by row policies; what stood here before is chained as it stands.
    execute format('alter table %s no force row level security', c.source);
    execute format('select array_agg(to_jsonb(t) order by id) from %s t', c.source) into rows;
    if rows is not null then perform app_private.add_links(c.source, rows); end if;
    execute format('alter table %s force row level security', c.source);
    execute format('create trigger chain_new after insert on %s referencing new table as added for each statement
      execute function app_private.chain_new()', c.source);
  end loop;
end $$;

-- What the verification reads; the rows themselves it reads under its own row policies.
create function app.chain_links() returns table (strand integer, link bigint, source text, row_id uuid, at timestamptz, digest bytea,
  hash bytea, is_linked boolean, is_end boolean, may_be_gone boolean)
language sql stable security definer set search_path = '' as $$
  select l.strand, l.link, l.source, l.row_id, l.at, l.digest, l.hash,
    l.link = coalesce(lag(l.link) over w, 0) + 1
      and l.hash = sha256(coalesce(lag(l.hash) over w, sha256(convert_to('tuwai strand ' || l.strand, 'UTF8')))
        || convert_to(l.source, 'UTF8') || l.digest),
    lead(l.link) over w is not null or (l.link = s.links and l.hash = s.hash),
    c.kept is not null and l.at < app.now() - c.kept
  from app_private.links l join app_private.strands s using (strand) join app_private.chained c using (source)
  window w as (partition by l.strand order by l.link)
$$;
create function app.chain_digest(wanted text, one jsonb) returns bytea
language sql stable security definer set search_path = '' as $$
  select app_private.digest_of(one, columns) from app_private.chained where source = wanted
$$;
create function app.cut_strands() returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from app_private.strands s where s.links > 0 and not exists (select from app_private.links l where l.strand = s.strand)
$$;
revoke all on function app_private.digest_of(jsonb, text[]), app_private.add_links(text, jsonb[]), app_private.chain_new(),
  app.chain_links(), app.chain_digest(text, jsonb), app.cut_strands() from public;
grant execute on function app.chain_links(), app.chain_digest(text, jsonb), app.cut_strands() to app_jobs;
