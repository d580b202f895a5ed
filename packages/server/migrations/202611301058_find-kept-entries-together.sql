-- A run of a month asks for all active workers at once: one look at the merges instead of one per worker, and their obligations by person.
create function app.kept_persons(ids uuid[]) returns table (id uuid, kept_id uuid)
language sql stable security definer set search_path = '' rows 10000 as $$
  select i, coalesce(d.person_id, i) from unnest(ids) i
    left join app.identity_decisions d on d.kind = 'merge' and d.state = 'standing' and d.other_id = i
$$;
comment on function app.kept_persons is 'For each of many entries the one that stands for it, as app.kept_person says for one';
revoke all on function app.kept_persons(uuid[]) from public;
grant execute on function app.kept_persons(uuid[]) to app_village, app_kecamatan, app_city, app_bpjs, app_finance, app_jobs;

create index obligations_by_person on app.obligations (person_id);
