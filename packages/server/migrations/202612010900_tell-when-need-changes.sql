-- What villages need is counted from every living person of the city. While a meeting runs, fifty boards ask for it in the same second:
-- they may keep a count for as long as nothing beneath it was written. A sequence says so without a lock and without a row.
create sequence app_private.need_changes;
comment on sequence app_private.need_changes is 'Moves with every statement that writes what need is counted from; says nothing of what was written';

create function app_private.note_need_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform nextval('app_private.need_changes');
  return null;
end $$;
comment on function app_private.note_need_change is 'Tells that a count of need that was made before may no longer hold';

do $$
declare name text;
begin
  foreach name in array array['persons', 'enrolments', 'cover_states', 'judgements'] loop
    execute format('create trigger note_need_change after insert or update or delete or truncate on app.%I
      for each statement execute function app_private.note_need_change()', name);
  end loop;
end $$;

create function app.need_changes() returns bigint
language sql stable security definer set search_path = '' as $$ select case when is_called then last_value else 0 end from app_private.need_changes $$;
comment on function app.need_changes is 'The number of writings so far beneath what villages need';
revoke all on function app_private.note_need_change(), app.need_changes() from public;
grant execute on function app.need_changes()
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_public, app_jobs;
