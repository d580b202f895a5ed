-- Somebody of whom a village's list spoke and the next one does not is never deleted: the sender says what became of them.
create table app.list_absences (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  batch_id uuid not null references app.import_batches (id),
  answer text not null check (answer in ('still-here', 'moved', 'died', 'no-longer-works', 'unknown')),
  told_by uuid not null,
  told_at timestamptz not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.list_absences is 'What a sender said of somebody whom the new list of a village no longer names; the newest answer counts';
create index list_absences_by_person on app.list_absences (person_id, told_at desc);
create index list_absences_by_batch on app.list_absences (batch_id);

do $$
declare
  own text := 'told_by = (select app.actor_id())';
begin
  perform app_private.allow('app.list_absences', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.list_absences', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.allow('app.list_absences', 'app_city', 'select', 'region', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.list_absences', 'app_city', 'insert', own, '{DAT}');
  perform app_private.allow('app.list_absences', 'app_jobs', 'select', 'region');
end $$;
