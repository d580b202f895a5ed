-- The paper of a mandate for a bank and a treasurer: whose account is debited, and where the contributions go.
create table app.mandate_accounts (
  region_code text not null,
  pledge_id uuid primary key references app.pledges (id),
  bank_sealed bytea,
  number_sealed bytea,
  at timestamptz not null,
  check ((bank_sealed is null) = (number_sealed is null))
);
comment on table app.mandate_accounts is 'The sponsor''s own bank account, for the printed mandate alone; emptied when it is taken back or the mandate ends';

create table app.receiving_accounts (
  region_code text not null,
  id uuid primary key,
  holder text not null check (holder <> ''),
  bank text not null check (bank <> ''),
  number text not null check (number ~ '^\d{8,20}$'),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint receiving_account_two_persons check (decision <> 'approved' or decided_by <> proposed_by)
);
comment on table app.receiving_accounts is 'Accounts that contributions may be paid to; the one approved last holds. Never changed, only followed by another';
create unique index receiving_accounts_one_open on app.receiving_accounts (region_code) where decision is null;

do $$
begin
  perform app_private.allow('app.mandate_accounts', 'app_sponsor', 'select,insert', 'exists (select from app.pledges p where p.id = pledge_id)');
  perform app_private.wall('app.mandate_accounts', 'app_sponsor', 'update', 'exists (select from app.pledges p where p.id = pledge_id)');
  perform app_private.allow('app.mandate_accounts', 'app_jobs', 'select', 'region');
  perform app_private.wall('app.mandate_accounts', 'app_jobs', 'update', 'region');

  perform app_private.allow('app.receiving_accounts', 'app_finance', 'select', 'region');
  perform app_private.allow('app.receiving_accounts', 'app_finance', 'insert', 'region', '{FIN}');
  perform app_private.wall('app.receiving_accounts', 'app_finance', 'update', 'region', '{FIN}');
  perform app_private.allow('app.receiving_accounts', 'app_city', 'select', 'region', '{MGR,AUD}');
  perform app_private.allow('app.receiving_accounts', 'app_sponsor', 'select', 'decision = ''approved''');
  perform app_private.allow('app.receiving_accounts', 'app_jobs', 'select', 'region');
end $$;
grant update (bank_sealed, number_sealed, at) on app.mandate_accounts to app_sponsor, app_jobs;
grant update (decision, decided_by, decided_at) on app.receiving_accounts to app_finance;
