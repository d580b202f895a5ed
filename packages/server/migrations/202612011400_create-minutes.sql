-- Minutes of a coordination meeting: a snapshot of everything as it stood, what people write beside it, what villages say to the draft,
-- and the final paper, which nobody changes any more; a mistake is mended by another revision that names the one it replaces.
create table app.minutes (
  region_code text not null,
  id uuid primary key,
  meeting_id uuid not null references app.meetings,
  year integer not null check (year between 2020 and 2200),
  number integer not null check (number > 0),
  revision integer not null check (revision between 1 and 100),
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{20}$'),
  letter_number text check (length(letter_number) <= 80),
  state text not null default 'draft' check (state in ('draft', 'published', 'final', 'replaced')),
  commitment_year integer not null,
  held_at timestamptz not null,
  snapshot jsonb not null,
  snapshot_hash bytea not null check (length(snapshot_hash) = 32),
  villages integer not null,
  declared integer not null,
  heads integer not null,
  rupiah bigint not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  objections_until date,
  final_by uuid,
  final_at timestamptz,
  document jsonb,
  replaces uuid unique references app.minutes,
  correction text check (length(correction) between 3 and 500),
  replaced_at timestamptz,
  version integer not null default 1,
  unique (region_code, year, number, revision),
  unique (region_code, code),
  unique (meeting_id, revision),
  check ((replaces is null) = (revision = 1) and (replaces is null) = (correction is null)),
  check (num_nulls(published_by, published_at, objections_until) in (0, 3)),
  check ((state = 'draft') = (published_at is null)),
  check (num_nulls(final_by, final_at, document) in (0, 3)),
  check ((state in ('final', 'replaced')) = (final_at is not null)),
  check ((state = 'replaced') = (replaced_at is not null))
);
comment on table app.minutes is 'Minutes of a meeting, one row for each revision: the snapshot, the state, and the whole paper once it is final';
comment on column app.minutes.snapshot is 'Everything of the meeting as it stood at taken_at; taken anew only before the minutes are final';
comment on column app.minutes.document is 'What the final paper says, word for word; files are drawn from it alone';
comment on column app.minutes.code is 'Stands in the QR code; drawn at random, nobody guesses it';
create unique index minutes_one_open on app.minutes (meeting_id) where state in ('draft', 'published');

create table app.minutes_texts (
  region_code text not null,
  id uuid primary key,
  meeting_id uuid not null references app.meetings,
  part text not null check (part in ('discussion', 'notes', 'closing')),
  version integer not null check (version > 0),
  body text not null check (length(body) <= 20000),
  written_by uuid not null,
  written_role text not null,
  written_at timestamptz not null,
  unique (meeting_id, part, version)
);
comment on table app.minutes_texts is 'What people wrote themselves, version by version and never changed; making minutes anew leaves it alone';

create table app.minutes_replies (
  region_code text not null,
  id uuid primary key,
  minutes_id uuid not null references app.minutes,
  meeting_id uuid not null references app.meetings,
  village_code text,
  kecamatan_code text not null,
  kind text not null check (kind in ('objected', 'confirmed')),
  body text check (length(body) between 3 and 1000),
  replied_by uuid not null,
  replied_role text not null,
  replied_at timestamptz not null,
  answer text check (length(answer) between 3 and 1000),
  answered_by uuid,
  answered_at timestamptz,
  check (kind = 'confirmed' or body is not null),
  check (num_nulls(answer, answered_by, answered_at) in (0, 3))
);
comment on table app.minutes_replies is 'What villages and camat said to a draft: that it is right, or what is wrong; printed with its time, and with the answer';
create index minutes_replies_by_meeting on app.minutes_replies (meeting_id);

create table app.minutes_files (
  region_code text not null,
  id uuid primary key,
  minutes_id uuid not null references app.minutes,
  kind text not null check (kind in ('a4', 'f4', 'scan')),
  file_name text not null check (length(file_name) <= 200),
  file_type text not null,
  file_hash bytea not null check (length(file_hash) = 32),
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null
);
comment on table app.minutes_files is 'The final paper as it was drawn, and scans of the signed one, sealed; known to the public by their SHA-256';
create index minutes_files_by_minutes on app.minutes_files (minutes_id);

insert into app_private.unguarded values ('app.minutes', 'held_at', 'when the meeting was');

do $$
declare
  owner text := current_user;
  target text;
  shown constant text := 'state <> ''draft''';
  of_shown constant text := 'exists (select from app.minutes m where m.meeting_id = minutes_texts.meeting_id)';
begin
  perform app_private.allow('app.minutes', 'app_village', 'select', shown, '{OPR,KDS}');
  perform app_private.allow('app.minutes', 'app_kecamatan', 'select', shown);
  perform app_private.allow('app.minutes', 'app_finance', 'select', shown, '{FIN}');
  perform app_private.allow('app.minutes_texts', 'app_village', 'select', of_shown, '{OPR,KDS}');
  perform app_private.allow('app.minutes_texts', 'app_kecamatan', 'select', of_shown);
  perform app_private.allow('app.minutes_texts', 'app_finance', 'select', of_shown, '{FIN}');
  foreach target in array '{minutes_replies,minutes_files}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'region', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'region');
    perform app_private.allow(('app.' || target)::regclass, 'app_finance', 'select', 'region', '{FIN}');
  end loop;
  foreach target in array '{minutes,minutes_texts,minutes_replies,minutes_files}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  foreach target in array '{minutes,minutes_texts,minutes_files}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{MGR}');
  end loop;
  perform app_private.wall('app.minutes', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.wall('app.minutes_replies', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.minutes_replies', 'app_village', 'insert',
    'village_code = (select app.scope()) and replied_by = (select app.actor_id()) and replied_role = (select app.actor_role()) and answer is null', '{KDS}');
  perform app_private.allow('app.minutes_replies', 'app_kecamatan', 'insert',
    'village_code is null and kecamatan_code = (select app.scope()) and replied_by = (select app.actor_id()) and replied_role = (select app.actor_role()) and answer is null');
  -- Numbers follow those of all minutes, and whoever holds the paper asks by its code: the functions below run as the owner.
  execute format('create policy seen_by_functions on app.minutes for select to %I using (region_code = (select app.region()))', owner);
  execute format('create policy seen_by_functions on app.minutes_files for select to %I using (region_code = (select app.region()))', owner);
end $$;
grant update (letter_number, state, snapshot, snapshot_hash, held_at, villages, declared, heads, rupiah, taken_by, taken_at, published_by, published_at,
  objections_until, final_by, final_at, document, replaced_at, version) on app.minutes to app_city;
grant update (answer, answered_by, answered_at) on app.minutes_replies to app_city;

create function app_private.number_minutes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.region_code || '|minutes-numbers', 0));
  if new.replaces is null then
    new.number := (select coalesce(max(m.number), 0) + 1 from app.minutes m where m.region_code = new.region_code and m.year = new.year);
  else
    select m.year, m.number, m.revision + 1 into new.year, new.number, new.revision from app.minutes m where m.id = new.replaces;
  end if;
  return new;
end $$;
comment on function app_private.number_minutes is 'The next number of the year, whatever the writer says; a correction keeps the number of what it replaces';
revoke all on function app_private.number_minutes() from public;
create trigger number_minutes before insert on app.minutes for each row execute function app_private.number_minutes();

create function app_private.freeze_minutes() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.final_at is not null and to_jsonb(new) - 'state' - 'replaced_at' - 'version' is distinct from to_jsonb(old) - 'state' - 'replaced_at' - 'version' then
    raise exception 'minutes % are final', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.final_at is not null and new.state not in ('final', 'replaced') or old.state = 'replaced' and new.state <> 'replaced' then
    raise exception 'minutes % are final', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function app_private.freeze_minutes is 'Final minutes stay as they are; they can only be replaced';
create trigger freeze_minutes before update on app.minutes for each row execute function app_private.freeze_minutes();

create function app.minutes_of_code(asked text) returns table (id uuid, year integer, number integer, revision integer, state text, held_at timestamptz,
  commitment_year integer, snapshot_hash bytea, villages integer, declared integer, heads integer, rupiah bigint, published_at timestamptz,
  objections_until date, final_at timestamptz, next_code text, next_revision integer)
language sql stable security definer set search_path = '' as $$
  select m.id, m.year, m.number, m.revision, m.state, m.held_at, m.commitment_year, m.snapshot_hash, m.villages, m.declared, m.heads, m.rupiah,
    m.published_at, m.objections_until, m.final_at, n.code, n.revision
  from app.minutes m left join app.minutes n on n.replaces = m.id and n.final_at is not null
  where m.region_code = (select (app.context())[2]) and m.code = asked
$$;
comment on function app.minutes_of_code is 'What the page behind the QR code says of minutes, to whoever has their code: number, day, state and sums, no village';

create function app.minutes_file_of_hash(asked text, known bytea) returns table (kind text, made_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select f.kind, f.made_at from app.minutes m join app.minutes_files f on f.minutes_id = m.id
  where m.region_code = (select (app.context())[2]) and m.code = asked and f.file_hash = known order by f.made_at limit 1
$$;
comment on function app.minutes_file_of_hash is 'Whether a file is one of these minutes, byte for byte, to whoever has code and file';
revoke all on function app.minutes_of_code(text) from public;
revoke all on function app.minutes_file_of_hash(text, bytea) from public;
grant execute on function app.minutes_of_code(text), app.minutes_file_of_hash(text, bytea)
  to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
