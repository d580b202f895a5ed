-- What a village pays for a month of its people is booked once, by finance, with the number of the order it was paid by (SP2D): into the
-- books, and to the lines of its budget. What the village typed itself stays beside it.
create table app.village_payments (
  region_code text not null,
  id uuid primary key,
  village_code text not null,
  kecamatan_code text not null,
  month date not null check (extract(day from month) = 1),
  number text not null check (length(number) between 1 and 60),
  paid_on date not null,
  rupiah bigint not null check (rupiah > 0),
  booked_by uuid not null,
  booked_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdraw_reason text,
  check (num_nonnulls(withdrawn_by, withdrawn_at, withdraw_reason) in (0, 3))
);
comment on table app.village_payments is 'Money of a village for a month of its people, as finance booked it; taken back with a reason, never deleted';
create unique index village_payments_once on app.village_payments (region_code, village_code, month, lower(number)) where withdrawn_at is null;

create table app.village_payment_lines (
  region_code text not null,
  payment_id uuid not null references app.village_payments,
  commitment_id uuid not null references app.commitments,
  village_code text not null,
  kecamatan_code text not null,
  rupiah bigint not null check (rupiah > 0),
  primary key (payment_id, commitment_id)
);
comment on table app.village_payment_lines is 'Which lines of the budget a payment was for; what is beyond what they owe stands in none';
create index village_payment_lines_by_commitment on app.village_payment_lines (commitment_id);

create table app.village_payment_entries (
  region_code text not null,
  payment_id uuid not null references app.village_payments,
  village_code text not null,
  kecamatan_code text not null,
  entry_id uuid primary key references app.ledger_entries
);
comment on table app.village_payment_entries is 'The entries of the books that a payment made, to be mirrored when it is taken back';

do $$
declare target text;
begin
  foreach target in array '{village_payments,village_payment_lines,village_payment_entries}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_finance', 'select,insert', 'region', '{FIN}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_bpjs', 'select', 'region', '{BPJ}');
    perform app_private.allow(('app.' || target)::regclass, 'app_village', 'select', 'village', '{OPR,KDS}');
    perform app_private.allow(('app.' || target)::regclass, 'app_kecamatan', 'select', 'kecamatan');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.wall('app.village_payments', 'app_finance', 'update', 'region', '{FIN}');
end $$;
grant update (withdrawn_by, withdrawn_at, withdraw_reason) on app.village_payments to app_finance;
