-- BPJS bills each group and month under one code (kode iuran) and is paid once. What it bills is compared with what is owed here, what it
-- confirms with what it billed; a difference stays until somebody has said what becomes of it.
create table app.bills (
  region_code text not null,
  id uuid primary key,
  group_key text not null,
  month date not null check (extract(day from month) = 1),
  code text not null check (code ~ '^[A-Z0-9-]{6,24}$'),
  billed_rupiah bigint not null check (billed_rupiah > 0),
  entered_by uuid not null,
  entered_at timestamptz not null,
  replaced_at timestamptz
);
comment on table app.bills is 'What BPJS billed for a group and month, as somebody typed it from the bill; a corrected bill replaces it and both stay';
comment on column app.bills.code is 'Kode iuran, under which receipts of BPJS come back';
create unique index bills_one_standing on app.bills (region_code, group_key, month) where replaced_at is null;
create unique index bills_one_code on app.bills (region_code, code) where replaced_at is null;
create index bills_by_month on app.bills (region_code, month);

create table app.bill_answers (
  region_code text not null,
  id uuid primary key,
  bill_id uuid not null references app.bills,
  kind text not null check (kind in ('billed', 'received')),
  rupiah bigint not null check (rupiah <> 0),
  answer text not null,
  note text,
  by uuid not null,
  at timestamptz not null,
  check (case kind when 'billed' then answer in ('bpjs-corrects', 'list-mended', 'paid-as-billed')
    else answer in ('rest-follows', 'comes-back', 'kept-for-next-month', 'bank-fee') end)
);
comment on table app.bill_answers is 'What somebody said of one difference of a bill, which holds for exactly these rupiah';
create index bill_answers_by_bill on app.bill_answers (bill_id, at);

create index cover_events_by_bill on app.cover_events (region_code, (details->>'billingCode')) where type = 'paid';

do $$
declare target text;
begin
  foreach target in array '{bills,bill_answers}'::text[] loop
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,AUD}');
    perform app_private.allow(('app.' || target)::regclass, 'app_city', 'insert', 'region', '{MGR}');
    perform app_private.allow(('app.' || target)::regclass, 'app_jobs', 'select', 'region');
  end loop;
  perform app_private.wall('app.bills', 'app_city', 'update', 'region', '{MGR}');
end $$;
grant update (replaced_at) on app.bills to app_city;
