-- After the claim: a family is visited for three years, its decile is noted in every release, and a sample of those who were paid is
-- asked by somebody who had no part in it.
create table app.family_visits (
  region_code text not null,
  id uuid primary key,
  claim_id uuid not null references app.claims,
  village_code text not null,
  kecamatan_code text not null,
  stage text not null check (stage in ('day-30', 'day-90', 'year-1', 'year-2', 'year-3')),
  made_on date not null,
  finding text not null check (finding in ('well', 'managing', 'struggling', 'moved', 'not-found')),
  need text not null check (need in ('none', 'food', 'school', 'health', 'work', 'housing', 'papers')),
  note_sealed bytea,
  noted_by uuid not null,
  noted_role text not null,
  noted_at timestamptz not null,
  unique (claim_id, stage)
);
comment on table app.family_visits is 'How a family fared when somebody went to see it, once a stage; what was said lies sealed';

create table app.family_deciles (
  region_code text not null,
  id uuid primary key,
  claim_id uuid not null references app.claims,
  village_code text not null,
  kecamatan_code text not null,
  release text not null,
  as_of date not null,
  decile smallint not null check (decile between 1 and 10),
  noted_at timestamptz not null,
  unique (claim_id, release)
);
comment on table app.family_deciles is 'DTSEN decile of the family card in each release since the event; only data officers see it, everybody else sums of many';

create table app.asked_samples (
  region_code text not null,
  id uuid primary key,
  seed text not null default encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'),
  confidence smallint not null check (confidence in (90, 95)),
  margin_percent smallint not null check (margin_percent between 1 and 50),
  population integer not null check (population > 0),
  drawn_by uuid not null,
  drawn_role text not null,
  drawn_at timestamptz not null
);
comment on table app.asked_samples is 'Samples of families who were paid; the seed is the database''s own and is kept, so that the draw can be done again';

create table app.asked_families (
  region_code text not null,
  id uuid primary key,
  sample_id uuid not null references app.asked_samples,
  claim_id uuid not null references app.claims,
  village_code text not null,
  kecamatan_code text not null,
  stratum text not null,
  received text check (received in ('all', 'part', 'nothing')),
  in_time boolean,
  demanded boolean,
  note_sealed bytea,
  drawn_at timestamptz not null,
  answered_by uuid,
  answered_role text,
  answered_at timestamptz,
  unique (sample_id, claim_id),
  check (num_nulls(received, in_time, demanded, answered_by, answered_role, answered_at) in (0, 6))
);
comment on table app.asked_families is 'Whom a sample drew, and what each said: received how much, in time, whether anybody wanted something in return; without an answer it counts as unanswered';

do $$
declare
  target text;
  own constant text := 'noted_by = (select app.actor_id()) and noted_role = (select app.actor_role())';
begin
  perform app_private.allow('app.family_visits', 'app_village', 'select', 'village', '{OPR}');
  perform app_private.allow('app.family_visits', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR}');
  perform app_private.allow('app.family_visits', 'app_city', 'select', 'region', '{MGR,DAT,AUD}');
  perform app_private.allow('app.family_visits', 'app_city', 'insert', own, '{MGR}');
  perform app_private.allow('app.family_visits', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.family_deciles', 'app_city', 'select', 'region', '{DAT}');
  perform app_private.allow('app.family_deciles', 'app_jobs', 'select,insert', 'region');
  foreach target in array '{asked_samples,asked_families}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{AUD,MGR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.wall('app.asked_families', 'app_city', 'update', 'region', '{AUD}');
end $$;
grant update (received, in_time, demanded, note_sealed, answered_by, answered_role, answered_at) on app.asked_families to app_city;
