-- What shows that somebody works, as BPJS and auditors ask for it: where the photo or statement is kept, what it shows, who saw
-- it and when. The thing itself is not stored here.
create table app.work_evidence (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  kind text not null check (kind in ('photo', 'statement', 'licence', 'seen-at-work', 'other')),
  shows text not null,
  reference text,
  seen_on date not null,
  recorded_by uuid not null,
  recorded_role text not null,
  recorded_at timestamptz not null default app.now(),
  undone_by uuid,
  undone_at timestamptz,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((undone_by is null) = (undone_at is null)),
  check (kind = 'seen-at-work' or reference is not null)
);
comment on table app.work_evidence is 'What shows that a worker works; never changed, only undone';
comment on column app.work_evidence.shows is 'The work that it shows, in words; never a number of a person';
comment on column app.work_evidence.reference is 'Where it is kept or under which number; needless where somebody saw the work themselves';
create index work_evidence_by_person on app.work_evidence (person_id, recorded_at);
create index work_evidence_by_village on app.work_evidence (region_code, village_code);

do $$
declare
  own constant text := 'recorded_by = (select app.actor_id()) and recorded_role = (select app.actor_role())';
begin
  perform app_private.allow('app.work_evidence', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.work_evidence', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.wall('app.work_evidence', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.allow('app.work_evidence', 'app_city', 'select', 'region', '{DAT,AUD}');
  perform app_private.allow('app.work_evidence', 'app_city', 'insert', own, '{DAT}');
  perform app_private.wall('app.work_evidence', 'app_city', 'update', 'region', '{DAT}');
  perform app_private.allow('app.work_evidence', 'app_jobs', 'select', 'region');
end $$;
grant update (undone_by, undone_at) on app.work_evidence to app_village, app_city;
