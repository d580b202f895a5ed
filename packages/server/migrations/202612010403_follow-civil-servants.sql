-- What BKPSDM's lists say of sponsors: a row that stays as it was is seen again on every list that names it.
create table app.servant_listings (
  region_code text not null,
  record_id uuid not null references app.source_records (id),
  batch_id uuid not null,
  listed_at timestamptz not null,
  primary key (record_id, batch_id)
);
comment on table app.servant_listings is 'Lists of civil servants that repeat a row unchanged; whom a later list of the same office leaves out is looked for';

create table app.office_listings (
  region_code text not null,
  office text not null,
  batch_id uuid not null,
  listed_at timestamptz not null,
  primary key (region_code, office, batch_id)
);
comment on table app.office_listings is 'Which lists of civil servants name anybody of an office; kept beside the rows so that nobody counts them';
create index source_records_by_nip on app.source_records ((attributes->>'nipIndex')) where kind = 'civil-servants' and withdrawn_at is null;

-- A pledge goes on at another office, or by the sponsor's own transfer, from a month on; what was before holds for the months before.
create table app.pledge_moves (
  region_code text not null,
  id uuid primary key,
  pledge_id uuid not null references app.pledges (id),
  from_month date not null check (extract(day from from_month) = 1),
  office_before text not null,
  office_after text not null,
  channel_before text not null check (channel_before in ('payroll', 'own-transfer')),
  channel_after text not null check (channel_after in ('payroll', 'own-transfer')),
  made_by uuid not null,
  made_at timestamptz not null,
  check (office_before <> office_after or channel_before <> channel_after)
);
comment on table app.pledge_moves is 'When a pledge changed its office or the way of paying; the payroll of a month goes by what held in it';
create index pledge_moves_by_pledge on app.pledge_moves (pledge_id, from_month);

create table app.servant_answers (
  region_code text not null,
  id uuid primary key,
  pledge_id uuid not null references app.pledges (id),
  finding text not null check (finding in ('gone', 'moved', 'retires')),
  told_of text not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  unique (pledge_id, finding, told_of)
);
comment on table app.servant_answers is 'That a list is wrong about a sponsor who stays; asked again once a list says something else';
comment on column app.servant_answers.told_of is 'What was answered: the office, or the day of the list';

do $$
declare of_pledge text := 'exists (select from app.pledges p where p.id = pledge_id)';
begin
  perform app_private.allow('app.servant_listings', 'app_city', 'select', 'region', '{BKP,MGR}');
  perform app_private.allow('app.servant_listings', 'app_city', 'insert', 'region', '{BKP}');
  perform app_private.allow('app.servant_listings', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.office_listings', 'app_city', 'select', 'region', '{BKP,MGR}');
  perform app_private.allow('app.office_listings', 'app_city', 'insert', 'region', '{BKP}');
  perform app_private.allow('app.office_listings', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.pledge_moves', 'app_city', 'select', 'region', '{MGR,BKP,AUD}');
  perform app_private.allow('app.pledge_moves', 'app_city', 'insert', of_pledge || ' and made_by = (select app.actor_id())', '{MGR}');
  perform app_private.allow('app.pledge_moves', 'app_finance', 'select', of_pledge);
  perform app_private.allow('app.pledge_moves', 'app_sponsor', 'select', of_pledge);
  perform app_private.allow('app.pledge_moves', 'app_jobs', 'select', 'region');
  perform app_private.allow('app.servant_answers', 'app_city', 'select', 'region', '{MGR,BKP}');
  perform app_private.allow('app.servant_answers', 'app_city', 'insert', of_pledge || ' and answered_by = (select app.actor_id())', '{MGR}');
  perform app_private.allow('app.servant_answers', 'app_jobs', 'select', 'region');
end $$;
grant update (opd, channel) on app.pledges to app_city;
