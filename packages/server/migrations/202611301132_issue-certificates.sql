-- What a sponsor may show: numbered without gaps, issued once, and withdrawn or replaced when the money behind it goes back.
create table app.certificates (
  region_code text not null,
  id uuid primary key,
  year integer not null check (year between 2025 and 2200),
  number integer not null check (number > 0),
  code text not null check (code ~ '^[2-9CDFHJKMNPQRTVWX]{20}$'),
  civil_servant_id uuid not null references app.source_records (id),
  holder text not null check (holder <> ''),
  since_month date not null check (extract(day from since_month) = 1),
  workers integer not null check (workers between 1 and 1000),
  issued_at timestamptz not null,
  issued_by uuid not null,
  first_print uuid,
  state text not null default 'valid' check (state in ('valid', 'withdrawn', 'replaced')),
  ended_at timestamptz,
  end_reason text,
  replaces uuid unique references app.certificates (id),
  unique (region_code, year, number),
  unique (region_code, code),
  check ((state = 'valid') = (ended_at is null) and (ended_at is null) = (end_reason is null))
);
comment on table app.certificates is 'Certificates of sponsors; never deleted, so that numbers have no gaps. Issued to a sponsor who asks; ended by what became of the money';
comment on column app.certificates.code is 'Stands in the QR code; drawn at random, nobody guesses it';
comment on column app.certificates.first_print is 'The operation that printed the original; every other print is a copy';
create unique index certificates_one_valid on app.certificates (civil_servant_id) where state = 'valid';

do $$
declare owner text := current_user;
begin
  perform app_private.allow('app.certificates', 'app_sponsor', 'select', 'civil_servant_id = (select app.scope_id())');
  perform app_private.allow('app.certificates', 'app_sponsor', 'insert', 'civil_servant_id = (select app.scope_id()) and state = ''valid'' and first_print is null');
  perform app_private.wall('app.certificates', 'app_sponsor', 'update', 'civil_servant_id = (select app.scope_id())');
  perform app_private.allow('app.certificates', 'app_jobs', 'select,insert', 'region');
  perform app_private.wall('app.certificates', 'app_jobs', 'update', 'region');
  -- Numbers follow those of all sponsors, and whoever holds the paper asks by its code: the functions below run as the owner.
  execute format('create policy seen_by_functions on app.certificates for select to %I using (region_code = (select app.region()))', owner);
end $$;
grant update (first_print) on app.certificates to app_sponsor;
grant update (first_print, state, ended_at, end_reason) on app.certificates to app_jobs;

create function app_private.number_certificate() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.region_code || '|certificate-numbers', 0));
  new.number := (select coalesce(max(c.number), 0) + 1 from app.certificates c where c.region_code = new.region_code and c.year = new.year);
  return new;
end $$;
comment on function app_private.number_certificate is 'The next number of the year, whatever the writer says; one that is rolled back leaves no gap';
revoke all on function app_private.number_certificate() from public;
create trigger number_certificate before insert on app.certificates for each row execute function app_private.number_certificate();

create function app.certificate_of_code(asked text) returns table (year integer, number integer, holder text, since_month date, workers integer,
  issued_at timestamptz, state text, ended_at timestamptz, end_reason text, next_year integer, next_number integer)
language sql stable security definer set search_path = '' as $$
  select c.year, c.number, c.holder, c.since_month, c.workers, c.issued_at, c.state, c.ended_at, c.end_reason, n.year, n.number
  from app.certificates c left join app.certificates n on n.replaces = c.id
  where c.region_code = (select (app.context())[2]) and c.code = asked
$$;
comment on function app.certificate_of_code is 'What the page behind the QR code says of one certificate, to whoever has its code';
revoke all on function app.certificate_of_code(text) from public;
grant execute on function app.certificate_of_code(text)
  to app_public, app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_jobs;
