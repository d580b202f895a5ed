-- How well linking works, measured by people: a sample of pairs in bands of probability, drawn by a seed that is kept, answered blind.
create table app.link_samples (
  region_code text not null,
  id uuid primary key,
  kind text not null check (kind in ('dtsen', 'bpjs-members', 'civil-servants')),
  seed text not null default encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'),
  model text not null,
  per_band smallint not null check (per_band between 1 and 500),
  drawn_by uuid not null,
  drawn_role text not null,
  drawn_at timestamptz not null,
  filled_at timestamptz
);
comment on table app.link_samples is 'Samples by which linking is measured; seed, model and day are kept, so that the draw can be done again';

create table app.link_sample_bands (
  region_code text not null,
  sample_id uuid not null references app.link_samples (id),
  band text not null check (band in ('sure', 'high', 'low', 'decided', 'asked', 'silent')),
  size integer not null check (size >= 0),
  primary key (sample_id, band)
);
comment on table app.link_sample_bands is 'How many pairs or persons each band held when the sample was drawn: its weight';

create table app.link_sample_pairs (
  region_code text not null,
  id uuid primary key,
  sample_id uuid not null references app.link_samples (id),
  village_code text not null,
  kecamatan_code text not null,
  band text not null,
  person_id uuid not null,
  record_id uuid references app.source_records (id),
  probability real,
  answer text check (answer in ('same', 'different', 'unsure')),
  answered_by uuid,
  answered_role text,
  answered_at timestamptz,
  unique (sample_id, person_id),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check (num_nulls(answer, answered_by, answered_role, answered_at) in (0, 4)),
  check (answer is null or record_id is not null)
);
comment on table app.link_sample_pairs is 'A person and a record of the register, linked or the nearest of an unlinked one; without a record where the machine finds none that comes near';

do $$
declare target text;
begin
  foreach target in array '{link_samples,link_sample_bands,link_sample_pairs}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{DAT}');
  end loop;
  perform app_private.allow('app.link_samples', 'app_city', 'insert', 'drawn_by = (select app.actor_id()) and drawn_role = (select app.actor_role())', '{DAT}');
  perform app_private.allow('app.link_samples', 'app_jobs', 'select', 'region');
  perform app_private.wall('app.link_samples', 'app_jobs', 'update', 'region');
  perform app_private.allow('app.link_sample_bands', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.link_sample_pairs', 'app_jobs', 'select,insert', 'region');
  perform app_private.wall('app.link_sample_pairs', 'app_city', 'update', 'region', '{DAT}');
end $$;
grant update (filled_at) on app.link_samples to app_jobs;
grant update (answer, answered_by, answered_role, answered_at) on app.link_sample_pairs to app_city;
