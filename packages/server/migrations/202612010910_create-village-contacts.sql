-- Where a village office is reached. A camat who is to call three villages in the morning needs a number beside each name; the number is
-- of the office, no private person's, and stands on no public page.
create table app.village_contacts (
  region_code text not null,
  village_code text not null,
  kecamatan_code text not null,
  phone text check (phone ~ '^\+?\d{5,15}$'),
  whatsapp text check (whatsapp ~ '^\+\d{8,15}$'),
  told_by uuid not null,
  told_role text not null,
  told_at timestamptz not null,
  primary key (region_code, village_code)
);
comment on table app.village_contacts is 'Telephone and WhatsApp number of each village office, as somebody told it last';
comment on column app.village_contacts.told_by is 'Who told it last';

do $$
declare
  own constant text := 'told_by = (select app.actor_id()) and told_role = (select app.actor_role())';
begin
  perform app_private.allow('app.village_contacts', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.village_contacts', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.village_contacts', 'app_city', 'select', 'region', '{MGR,EXE,AUD}');
  perform app_private.allow('app.village_contacts', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.village_contacts', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.village_contacts', 'app_village', 'insert', 'village_code = (select app.scope()) and ' || own, '{OPR,KDS}');
  perform app_private.allow('app.village_contacts', 'app_kecamatan', 'insert', 'kecamatan_code = (select app.scope()) and ' || own);
  perform app_private.allow('app.village_contacts', 'app_city', 'insert', own, '{MGR}');
  perform app_private.wall('app.village_contacts', 'app_village', 'update', 'village', '{OPR,KDS}');
  perform app_private.wall('app.village_contacts', 'app_kecamatan', 'update', 'kecamatan');
  perform app_private.wall('app.village_contacts', 'app_city', 'update', 'region', '{MGR}');
end $$;
grant update (phone, whatsapp, told_by, told_role, told_at) on app.village_contacts to app_village, app_kecamatan, app_city;
