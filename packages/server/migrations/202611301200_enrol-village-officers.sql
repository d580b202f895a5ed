-- Village officers are paid for by their village as employer, under its own number, by their wage; and every enrolment belongs to one
-- group under which BPJS keeps it: by fund source and code, or by village.
alter table app.enrolments drop constraint enrolments_wadah_check,
  add constraint enrolments_wadah_check check (wadah in ('SC', 'SB', 'SG', 'SD', 'SA', 'SL', 'PU')),
  add constraint enrolments_officer_check check ((segment = 'pu-village') = (wadah = 'PU')),
  add column wages jsonb not null default '[]';
comment on column app.enrolments.wages is 'Wages reported of a village officer, oldest first: [{"from": "2026-11", "rupiah": 2500000}]; empty for everybody else';

alter table app.cover_events drop constraint cover_events_type_check,
  add constraint cover_events_type_check check (type in ('registered', 'accepted', 'rejected', 'paid', 'reversed', 'listed', 'accident',
    'died', 'moved', 'formal-job', 'left'));

create function app.group_key(segment text, fund_source text, wadah text, village_code text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when segment = 'pu-village' then 'pu-' || village_code else fund_source || '-' || lower(wadah) end
$$;
comment on function app.group_key is 'The group of BPJS to which an enrolment belongs: "asn-sc", or "pu-1377022015" for the officers of a village';
grant execute on function app.group_key(text, text, text, text) to public;

alter table app.packets add column group_key text;
comment on column app.packets.group_key is 'The one group of all its lines; null for packets from before groups were told apart';
update app.packets p set group_key = k.one from (
  select l.packet_id, min(app.group_key(e.segment, e.fund_source, e.wadah, e.village_code)) as one
  from app.packet_lines l join app.enrolments e on e.id = l.enrolment_id group by l.packet_id
  having count(distinct app.group_key(e.segment, e.fund_source, e.wadah, e.village_code)) = 1) k
where k.packet_id = p.id;

create table app.groups (
  region_code text not null,
  key text not null,
  number text,
  agreement text,
  agreed_from date,
  agreed_until date,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (region_code, key),
  check (agreed_until is null or agreed_from <= agreed_until)
);
comment on table app.groups is 'What BPJS and the city agreed for one group (wadah, or a village as employer): its number (NPP), the agreement (PKS) and its dates';
comment on column app.groups.number is 'NPP, as BPJS gave it; null until it is known';

do $$
begin
  perform app_private.allow('app.groups', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.groups', 'app_city', 'insert,update', 'region', '{MGR}');
  perform app_private.allow('app.groups', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.groups', 'app_bpjs', 'select', 'exists (select from app.packets p where p.group_key = groups.key)');
  perform app_private.allow('app.groups', 'app_jobs', 'select', 'region');
end $$;

-- Wages follow what the village reports, month by month.
grant update (wages) on app.enrolments to app_city;

-- The default code of civil servants' money said government, and its price private money (PP 50/2025 art. 3).
update app.settings set value = '"SC"', version = version + 1, source = 'BPJS-TK process book p. 67: SC for private money; open'
where name = 'wadah-for-asn' and not confirmed and value = '"SG"';

-- A village that has not paid its officers' month stands on the board as well: nobody lapses by that, so there is no last day, only the
-- day on which it should have paid.
alter table app.arrears add column due_on date, alter safe_rescue_day drop not null, alter last_rescue_day drop not null,
  alter ends_on drop not null, add constraint arrears_days_check check (case when state = 'village-owes' then due_on is not null
    else num_nulls(safe_rescue_day, last_rescue_day, ends_on) = 0 end);
comment on column app.arrears.due_on is 'Of a village that owes: the day by which the oldest month should have been paid';
create index arrears_of_villages on app.arrears (region_code, village_code) where state = 'village-owes';

create index persons_officers on app.persons (region_code, village_code) where target_group = 'village-officer' and withdrawn_at is null;
