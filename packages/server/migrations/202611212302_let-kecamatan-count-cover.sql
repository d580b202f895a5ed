-- A kecamatan counts its own cover; that somebody is an active member is cover, which it may see.
do $$
begin
  perform app_private.allow('app.person_memberships', 'app_kecamatan', 'select', 'kecamatan');
end $$;
