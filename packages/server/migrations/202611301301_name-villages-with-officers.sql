-- Finance reads which groups there are and no person: that a village has named officers is told by its code alone.
create function app.villages_with_officers() returns setof text
language sql stable security definer set search_path = '' rows 100 as $$
  select distinct p.village_code from app.persons p
  where p.region_code = (select app.region()) and p.target_group = 'village-officer' and p.withdrawn_at is null
$$;
comment on function app.villages_with_officers is 'Villages that have named officers, for whoever may read the groups of BPJS and no person';
revoke all on function app.villages_with_officers() from public;
grant execute on function app.villages_with_officers() to app_city, app_finance;
