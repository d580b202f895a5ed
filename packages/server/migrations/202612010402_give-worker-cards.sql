-- A worker's card: a code and a QR that say to whoever holds it until when the worker is covered, and whom to call. It bears no number
-- of anybody; the page behind it names nobody.
create table app.worker_cards (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{12}$'),
  village_code text not null,
  kecamatan_code text not null,
  person_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  unique (region_code, code),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((ended_at is null) = (ended_by is null))
);
comment on table app.worker_cards is 'Cards of workers; a lost one is ended and another made, under a code of its own';
comment on column app.worker_cards.code is 'Stands on the card; drawn at random, nobody guesses it';
create unique index worker_cards_one_valid on app.worker_cards (person_id) where ended_at is null;

do $$
declare owner text := current_user;
begin
  perform app_private.allow('app.worker_cards', 'app_village', 'select', 'village');
  perform app_private.allow('app.worker_cards', 'app_village', 'insert', 'village', '{OPR}');
  perform app_private.wall('app.worker_cards', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.allow('app.worker_cards', 'app_city', 'select', 'region', '{MGR,DAT}');
  perform app_private.allow('app.worker_cards', 'app_city', 'insert', 'region', '{MGR}');
  perform app_private.wall('app.worker_cards', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.worker_cards', 'app_jobs', 'select', 'region');
  -- Whoever holds a card asks by its code: the function below runs as the owner.
  execute format('create policy seen_by_functions on app.worker_cards for select to %I using (region_code = (select app.region()))', owner);
  execute format('create policy seen_by_functions on app.cover_states for select to %I using (region_code = (select app.region()))', owner);
end $$;
grant update (ended_by, ended_at) on app.worker_cards to app_village, app_city;

alter table auth.attempts drop constraint attempts_kind_check,
  add constraint attempts_kind_check check (kind in ('password', 'code', 'invitation', 'card'));

create function app.cover_of_card(asked text) returns table (is_ended boolean, state text, as_of date, paid_until date, last_rescue_day date)
language sql stable security definer set search_path = '' as $$
  select c.ended_at is not null, s.state, s.as_of, s.paid_until, s.last_rescue_day
  from app.worker_cards c left join app.cover_states s on s.person_id = app.kept_person(c.person_id)
  where c.region_code = (select (app.context())[2]) and c.code = asked
$$;
comment on function app.cover_of_card is 'What the page behind a card says to whoever has its code: state and dates of cover, and nothing of the person';
revoke all on function app.cover_of_card(text) from public;
grant execute on function app.cover_of_card(text)
  to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
