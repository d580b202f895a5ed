-- From a budget in force people are enrolled, and each month of a person belongs to the one commitment that pays it: a kader who is on the
-- council as well is not counted twice, whoever decides when.
create table app.commitment_enrolments (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  year integer not null,
  people integer not null check (people > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.commitment_enrolments is 'People of a village put forward together from its commitments of a year; taken back as a whole until BPJS has them';
create index commitment_enrolments_by_village on app.commitment_enrolments (region_code, village_code, year);

create table app.commitment_months (
  region_code text not null,
  commitment_enrolment_id uuid not null references app.commitment_enrolments,
  commitment_id uuid not null references app.commitments,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  enrolment_id uuid not null references app.enrolments,
  month date not null check (extract(day from month) = 1),
  rupiah bigint not null check (rupiah > 0),
  is_new boolean not null,
  released_at timestamptz,
  primary key (commitment_enrolment_id, person_id, month),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.commitment_months is 'Each month of a person with the one commitment that pays for it';
comment on column app.commitment_months.rupiah is 'What the month costs by law, as it was when the person was put forward';
comment on column app.commitment_months.is_new is 'Whether the enrolment was made for it; otherwise the village paid already and the month is only counted';
comment on column app.commitment_months.released_at is 'Since when the month is nobody''s again: taken back, or the person left before it';
create unique index commitment_months_one on app.commitment_months (region_code, person_id, month) where released_at is null;
create index commitment_months_by_commitment on app.commitment_months (commitment_id);
create index commitment_months_by_enrolment on app.commitment_months (enrolment_id);

do $$
declare target text;
begin
  foreach target in array '{commitment_enrolments,commitment_months}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{MGR}');
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'update', 'region', '{MGR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
end $$;
grant update (undone_by, undone_at) on app.commitment_enrolments to app_city;
grant update (released_at) on app.commitment_months to app_city;
