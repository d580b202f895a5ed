-- Who is about to lose cover, small enough to be read by day, village and payer at once; and what had to be told about it, so that
-- work that comes days late tells each thing once, with the day it was due.
create table app.arrears (
  region_code text not null,
  person_id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  cause text not null check (cause in ('payer-ended', 'underpaid', 'not-received')),
  state text not null,
  fund_source text not null check (fund_source in ('asn', 'apbd', 'apbdes', 'csr', 'bumdes', 'self', 'nobody')),
  payer_until date check (extract(day from payer_until) = 1),
  owed_months integer not null,
  arrears_rupiah bigint,
  natural_rupiah bigint not null,
  accident_rupiah bigint not null,
  paid_until date not null,
  safe_rescue_day date not null,
  last_rescue_day date not null,
  ends_on date not null,
  as_of date not null,
  at timestamptz not null,
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade
);
comment on table app.arrears is 'Workers in arrears, without anybody who pays, or lapsed of late; always recomputable from the evidence of cover and the enrolments';
comment on column app.arrears.payer_until is 'First month nobody pays; null while somebody should';
comment on column app.arrears.arrears_rupiah is 'What the owed months cost by law, less what was paid of them; null where no price is known';
comment on column app.arrears.natural_rupiah is 'What the family would receive for a natural death once nothing is owed; nothing after the end';
comment on column app.arrears.accident_rupiah is 'The same for a death by an accident at work';
create index arrears_by_day on app.arrears (region_code, safe_rescue_day, person_id);
create index arrears_by_village on app.arrears (region_code, village_code, safe_rescue_day, person_id);
create index arrears_by_kecamatan on app.arrears (region_code, kecamatan_code, safe_rescue_day, person_id);

create table app.cover_alarms (
  region_code text not null,
  person_id uuid not null,
  village_code text not null,
  kecamatan_code text not null,
  code text not null check (code in ('first-payment-missing', 'unpaid', 'lapse-near', 'safe-day-past', 'lapsed')),
  due_on date not null,
  raised_at timestamptz not null,
  withdrawn_at timestamptz,
  told_by uuid,
  told_at timestamptz,
  primary key (person_id, code, due_on),
  foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade,
  check ((told_by is null) = (told_at is null))
);
comment on table app.cover_alarms is 'What the cover clock says has to be told about a worker, each once: by what it says and the day it was due';
comment on column app.cover_alarms.due_on is 'The day on which it should have been told, however late it was raised';
comment on column app.cover_alarms.withdrawn_at is 'Set when the evidence no longer says so before anybody told it; emptied when it says so again';
comment on column app.cover_alarms.told_at is 'When somebody said that the payer knows; nothing is sent by itself';
create index cover_alarms_open on app.cover_alarms (person_id) where withdrawn_at is null and told_at is null;

do $$
declare
  target text;
  in_packet text := 'exists (select from app.packet_lines l join app.packets p on p.id = l.packet_id where l.person_id = %s.person_id)';
begin
  foreach target in array '{arrears,cover_alarms}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'kecamatan');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_bpjs', 'select', format(in_packet, target));
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select,insert,update,delete', 'region');
  end loop;
  perform app_private.wall('app.cover_alarms', 'app_village', 'update', 'village', '{OPR}');
  perform app_private.wall('app.cover_alarms', 'app_city', 'update', 'region', '{MGR}');
end $$;
grant update (told_by, told_at) on app.cover_alarms to app_village, app_city;
