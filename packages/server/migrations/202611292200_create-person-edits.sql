-- Until now a mistake in a person could only be mended by another list. An edit is a word of its own about one field: it
-- stands over every list, older or newer, until it is taken back; a list that says otherwise is shown beside it.
create table app.person_edits (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  field text not null check (field in ('name', 'nik', 'familyCard', 'birthDate', 'birthPlace', 'sex', 'address', 'phone',
    'occupation', 'income', 'motherName', 'heirName', 'heirRelation', 'heirPhone')),
  value_sealed bytea,
  before_sealed bytea,
  source text not null check (source in ('card', 'call', 'visit')),
  told_on date not null,
  note text,
  is_entry boolean not null default false,
  state text not null check (state in ('waiting', 'standing', 'refused', 'undone')),
  recorded_by uuid not null,
  recorded_role text not null,
  recorded_at timestamptz not null default app.now(),
  decided_by uuid,
  decided_role text,
  decided_at timestamptz,
  refusal text,
  undone_by uuid,
  undone_role text,
  undone_at timestamptz,
  version integer not null default 1,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((decided_by is null) = (decided_at is null)),
  check (decided_by is null or decided_by <> recorded_by),
  check ((undone_by is null) = (undone_at is null)),
  check ((state = 'undone') = (undone_by is not null)),
  check (state not in ('refused') or decided_by is not null)
);
comment on table app.person_edits is 'What somebody said of one field of a person, from a card, a call or a visit; never changed, only decided or undone';
comment on column app.person_edits.value_sealed is 'What it should be; an empty text says that there is none. Null once BPJS accepted the person and the field was only for BPJS';
comment on column app.person_edits.before_sealed is 'What it was; null when nothing was known';
comment on column app.person_edits.is_entry is 'Part of the first entry of a person by hand, who exists without any list';
comment on column app.person_edits.note is 'Words of whoever recorded it; never a number of a person';
create index person_edits_by_person on app.person_edits (person_id, recorded_at);
create index person_edits_waiting on app.person_edits (region_code, village_code, recorded_at) where state = 'waiting';
create unique index person_edits_one_waiting on app.person_edits (person_id, field) where state = 'waiting';

do $$
declare
  own constant text := 'recorded_by = (select app.actor_id()) and recorded_role = (select app.actor_role()) and decided_by is null and undone_by is null
    and state in (''waiting'', ''standing'')';
  signed constant text := '(decided_by is null or decided_by = (select app.actor_id()) or state = ''undone'') and (undone_by is null or undone_by = (select app.actor_id()))';
begin
  perform app_private.allow('app.person_edits', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.person_edits', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.wall('app.person_edits', 'app_village', 'update', 'village_code = (select app.scope()) and ' || signed, '{OPR,KDS}');
  perform app_private.allow('app.person_edits', 'app_city', 'select', 'region', '{DAT}');
  perform app_private.allow('app.person_edits', 'app_city', 'insert', own, '{DAT}');
  perform app_private.wall('app.person_edits', 'app_city', 'update', signed, '{DAT}');
  perform app_private.allow('app.person_edits', 'app_jobs', 'select', 'region');
  perform app_private.wall('app.person_edits', 'app_jobs', 'update', 'region');
end $$;
grant update (state, decided_by, decided_role, decided_at, refusal, undone_by, undone_role, undone_at, version) on app.person_edits to app_village, app_city;
grant update (value_sealed, before_sealed) on app.person_edits to app_jobs;
