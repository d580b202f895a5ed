-- A page for each office that says what sponsoring is, what it costs and who sees it, found by the QR code of a poster.
create table app.office_invitations (
  region_code text not null,
  id uuid primary key,
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{8}$'),
  office text not null check (office <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  unique (region_code, code),
  check ((closed_at is null) = (closed_by is null))
);
comment on table app.office_invitations is 'Addresses that invite the staff of an office to sponsor; a closed one says so and invites nobody';
create unique index office_invitations_one_open on app.office_invitations (region_code, office) where closed_at is null;

do $$
begin
  perform app_private.allow('app.office_invitations', 'app_city', 'select,insert', 'region', '{MGR,BKP}');
  perform app_private.wall('app.office_invitations', 'app_city', 'update', 'region', '{MGR,BKP}');
  perform app_private.allow('app.office_invitations', 'app_jobs', 'select', 'region');
end $$;
grant update (closed_by, closed_at) on app.office_invitations to app_city;
