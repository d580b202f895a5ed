-- Words of offices that no list of ours holds ("Sudah aktif di tempat lain", "DRIVER") are asked about once. What a person
-- answered stands here and is read by the next file, of whoever in the city sends it.
create table app.value_meanings (
  region_code text not null,
  field text not null,
  written text not null check (length(written) between 1 and 120 and written !~ '\d{5}'),
  meaning text not null check (length(meaning) between 1 and 60),
  remembered_by uuid not null,
  remembered_role text not null,
  remembered_at timestamptz not null,
  version integer not null default 1,
  primary key (region_code, field, written)
);
comment on table app.value_meanings is 'What a written word means in a field of a file, said once by a person and read by the next import';

do $$
declare
  own text := 'remembered_by = (select app.actor_id()) and remembered_role = (select app.actor_role())';
  -- What decides about cover and money is said by the office that sends it, never by a village.
  of_people text := own || ' and field not in (''result'', ''memberStatus'', ''segment'', ''servantStatus'')';
  login text;
begin
  foreach login in array '{app_village,app_city,app_bpjs,app_finance}'::text[] loop
    perform app_private.allow('app.value_meanings', login, 'select', 'region');
  end loop;
  perform app_private.allow('app.value_meanings', 'app_village', 'insert', of_people, '{OPR}');
  perform app_private.allow('app.value_meanings', 'app_city', 'insert', own, '{DAT,BKP}');
  perform app_private.allow('app.value_meanings', 'app_bpjs', 'insert', own, '{BPJ}');
  grant update (meaning, remembered_by, remembered_role, remembered_at, version) on app.value_meanings to app_village, app_city, app_bpjs;
  perform app_private.wall('app.value_meanings', 'app_village', 'update', 'field not in (''result'', ''memberStatus'', ''segment'', ''servantStatus'')', '{OPR}', own);
  perform app_private.wall('app.value_meanings', 'app_city', 'update', 'region', '{DAT,BKP}', own);
  perform app_private.wall('app.value_meanings', 'app_bpjs', 'update', 'region', '{BPJ}', own);
  perform app_private.allow('app.value_meanings', 'app_jobs', 'select', 'region');
end $$;
