-- Whoever is old enough for BPJS and too young for dangerous work is looked at by a person before any list; what was decided,
-- and by whom, stands here. The newest counts.
create table app.second_looks (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  finding text not null check (finding in ('not-dangerous', 'safe-part-of-it', 'dangerous', 'works-otherwise')),
  decided_by uuid not null,
  decided_role text not null,
  decided_at timestamptz not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.second_looks is 'What a person found of somebody under 18 in dangerous work; never changed, the newest counts';
create index second_looks_by_person on app.second_looks (person_id, decided_at);
create index second_looks_by_village on app.second_looks (region_code, village_code);

do $$
declare
  own constant text := 'decided_by = (select app.actor_id()) and decided_role = (select app.actor_role())';
begin
  perform app_private.allow('app.second_looks', 'app_village', 'select', 'village', '{KDS}');
  perform app_private.allow('app.second_looks', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{KDS}');
  perform app_private.allow('app.second_looks', 'app_city', 'select', 'region', '{DAT}');
  perform app_private.allow('app.second_looks', 'app_city', 'insert', own, '{DAT}');
  perform app_private.allow('app.second_looks', 'app_jobs', 'select', 'region');
end $$;
