-- When the price rises above what a mandate allows, its sponsor is asked once for a higher cap, and answers by a new consent.
create table app.cap_asks (
  region_code text not null,
  id uuid primary key,
  pledge_id uuid not null references app.pledges (id),
  month date not null check (extract(day from month) = 1),
  needed_rupiah bigint not null check (needed_rupiah > 0),
  asked_by uuid not null,
  asked_at timestamptz not null,
  unique (pledge_id, needed_rupiah)
);
comment on table app.cap_asks is 'Sponsors asked to allow a higher price; answered once the cap of the pledge reaches it';
comment on column app.cap_asks.month is 'First month in which the cap does not suffice';
comment on column app.cap_asks.needed_rupiah is 'The most that all workers of the pledge cost in a month, as far as the law is known';

do $$
begin
  perform app_private.allow('app.cap_asks', 'app_sponsor', 'select', 'exists (select from app.pledges p where p.id = pledge_id)');
  perform app_private.allow('app.cap_asks', 'app_city', 'select', 'region', '{MGR}');
  perform app_private.allow('app.cap_asks', 'app_city', 'insert', 'asked_by = (select app.actor_id())', '{MGR}');
  perform app_private.allow('app.cap_asks', 'app_jobs', 'select', 'region');
end $$;
grant update (cap_rupiah, consent_id) on app.pledges to app_sponsor;
