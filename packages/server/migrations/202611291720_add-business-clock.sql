-- One moving clock for code, SQL and work. In production there is no row, and now is the start of the transaction. A demo
-- city and the tests keep their moment here, so that pages, row policies, defaults and jobs all read the same one.
create table app_private.clock (
  only_row boolean primary key check (only_row),
  at timestamptz not null
);
comment on table app_private.clock is 'The moment a demo city or a test stands at; empty in production, moves forward only';

create function app_private.refuse_backward_clock() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.at < old.at then
    raise exception 'the clock moves forward only: it stands at %', old.at using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger clock_moves_forward before update on app_private.clock
  for each row execute function app_private.refuse_backward_clock();

create function app.fixed_now() returns timestamptz
language sql stable security definer set search_path = '' as $$ select at from app_private.clock $$;
comment on function app.fixed_now is 'The kept moment of a demo city or a test; null where real time holds';

create function app.now() returns timestamptz
language sql stable security definer set search_path = ''
as $$ select coalesce((select at from app_private.clock), transaction_timestamp()) $$;
comment on function app.now is 'The business moment: the only clock of defaults, policies, triggers and statements outside sign-in';

-- Defaults of the business tables; those of sign-in (schema auth) and of installation keep the machine's clock.
do $$
declare c record;
begin
  for c in
    select a.attrelid::regclass as target, a.attname as name
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      join pg_class t on t.oid = d.adrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname in ('app', 'audit', 'pub') and pg_get_expr(d.adbin, d.adrelid) in ('now()', 'clock_timestamp()')
  loop
    execute format('alter table %s alter column %I set default app.now()', c.target, c.name);
  end loop;
end $$;

-- Row policies that compare with the machine's now.
do $$
declare p record;
begin
  for p in
    select format('%I.%I', schemaname, tablename) as target, policyname as name, qual, with_check from pg_policies
    where schemaname in ('app', 'audit', 'pub')
      and (qual ~ '(?<![.\w])now\(\)' or with_check ~ '(?<![.\w])now\(\)')
  loop
    execute format('alter policy %I on %s', p.name, p.target)
      || coalesce(' using (' || regexp_replace(p.qual, '(?<![.\w])now\(\)', '(select app.now())', 'g') || ')', '')
      || coalesce(' with check (' || regexp_replace(p.with_check, '(?<![.\w])now\(\)', '(select app.now())', 'g') || ')', '');
  end loop;
end $$;
