-- How somebody set out to save a worker's cover: many at once, each with what it costs, and each taken back by itself with a reason. A
-- rescue is no payment: cover changes only by what BPJS receives.
create table app.rescues (
  region_code text not null,
  id uuid primary key,
  round_id uuid not null,
  person_id uuid not null,
  village_code text not null,
  kecamatan_code text not null,
  way text not null check (way in ('payer', 'bridging', 'apbd', 'apbdes', 'csr')),
  enrolment_id uuid,
  owed_months integer not null check (owed_months >= 0),
  now_rupiah bigint not null check (now_rupiah >= 0),
  monthly_rupiah bigint not null check (monthly_rupiah >= 0),
  answer_by date not null,
  rescued_by uuid not null,
  rescued_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text check (undo_reason <> ''),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((enrolment_id is not null) = (way in ('apbd', 'apbdes', 'csr'))),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
comment on table app.rescues is 'What was set out to save a worker''s cover, by whom and at what cost; taken back with a reason, and never a payment itself';
comment on column app.rescues.round_id is 'All that one action rescued';
comment on column app.rescues.now_rupiah is 'What settles the months owed, where the way settles them';
comment on column app.rescues.monthly_rupiah is 'What a new payer pays each month from then on';
comment on column app.rescues.answer_by is 'Until when it is waited for; afterwards the worker counts as in danger again';
create index rescues_by_person on app.rescues (person_id, answer_by) where undone_at is null;
create index rescues_by_round on app.rescues (round_id);
create index rescues_by_day on app.rescues (region_code, rescued_at);

-- Thresholds are dated settings of the application: how many days they name is not for the table to say.
alter table app.cover_alarms drop constraint cover_alarms_code_check;
alter table app.cover_alarms add constraint cover_alarms_code_check
  check (code in ('first-payment-missing', 'unpaid', 'lapse-near', 'safe-day-past', 'lapsed') or code ~ '^lapse-in-[0-9]{1,3}$');

do $$
declare
  own constant text := 'rescued_by = (select app.actor_id()) and undone_at is null';
  in_packet constant text := 'exists (select from app.packet_lines l join app.packets p on p.id = l.packet_id where l.person_id = rescues.person_id)';
  village constant text := 'village_code = (select app.scope())';
begin
  perform app_private.allow('app.rescues', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.rescues', 'app_kecamatan', 'select', 'kecamatan', '{CMT}');
  perform app_private.allow('app.rescues', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.rescues', 'app_bpjs', 'select', in_packet, '{BPJ}');
  perform app_private.allow('app.rescues', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.rescues', 'app_village', 'insert', village || ' and enrolment_id is null and ' || own, '{OPR}');
  perform app_private.allow('app.rescues', 'app_city', 'insert', own, '{MGR}');
  perform app_private.wall('app.rescues', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.wall('app.rescues', 'app_city', 'update', 'region', '{MGR}');
end $$;
grant update (undone_by, undone_at, undo_reason) on app.rescues to app_village, app_city;
