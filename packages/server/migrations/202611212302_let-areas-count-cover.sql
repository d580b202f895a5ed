-- Villages and kecamatan count their own cover; that somebody is an active member is cover, which they may see.
do $$
begin
  perform app_private.allow('app.person_memberships', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.person_memberships', 'app_kecamatan', 'select', 'kecamatan');
end $$;
