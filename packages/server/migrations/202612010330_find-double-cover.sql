-- Somebody else pays for a worker too: the province, another city, an employer. Kept by person and months, so that what is paid twice is
-- found, and each is ended or kept with a reason, by an answer that can be taken back.
create table app.other_covers (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  payer text not null check (length(payer) between 2 and 120),
  programmes text[] not null default '{jkk,jkm}',
  from_month date not null check (extract(day from from_month) = 1),
  last_month date check (extract(day from last_month) = 1 and last_month >= from_month),
  entered_by uuid not null,
  entered_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table app.other_covers is 'Months in which somebody else pays contributions for a worker, as their list says; taken back when wrong, never deleted';
create unique index other_covers_once on app.other_covers (person_id, lower(payer), from_month) where withdrawn_at is null;
create index other_covers_standing on app.other_covers (region_code, person_id) where withdrawn_at is null;

create table app.double_cover_answers (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  answer text not null check (answer in ('end-ours', 'keep-ours')),
  reason text not null,
  month date check (extract(day from month) = 1),
  enrolment_id uuid references app.enrolments,
  state_before text check (state_before in ('ready', 'accepted')),
  made_by uuid not null,
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((answer = 'end-ours') = (enrolment_id is not null)),
  check (num_nonnulls(enrolment_id, state_before, month) in (0, 3)),
  check ((undone_by is null) = (undone_at is null))
);
comment on table app.double_cover_answers is 'What was decided where a worker is paid for twice: ours ends with a month, or stays with a reason; an answer can be taken back';
create unique index double_cover_answers_one on app.double_cover_answers (person_id) where undone_at is null;

do $$
declare target text;
begin
  foreach target in array '{other_covers,double_cover_answers}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{MGR}');
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'update', 'region', '{MGR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
end $$;
grant update (withdrawn_by, withdrawn_at) on app.other_covers to app_city;
grant update (undone_by, undone_at) on app.double_cover_answers to app_city;
