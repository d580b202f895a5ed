-- A pair that ends leaves somebody: the worker of a sponsor who left, or the place of a worker who left. For some days nobody else takes
-- it, so that a person can look first; what a person does about it is written beside it. Whether it holds today is read from both.
create table app.replacement_holds (
  region_code text not null,
  id uuid primary key,
  sponsorship_id uuid not null references app.sponsorships (id),
  pledge_id uuid not null references app.pledges (id),
  side text not null check (side in ('worker', 'sponsor')),
  until_day date not null,
  made_at timestamptz not null,
  unique (sponsorship_id, side)
);
comment on table app.replacement_holds is 'Who was left when a pair ended, and until when nobody else takes the place';
create index replacement_holds_by_pledge on app.replacement_holds (pledge_id);

create table app.hold_acts (
  region_code text not null,
  id uuid primary key,
  hold_id uuid not null references app.replacement_holds (id),
  kind text not null check (kind in ('extended', 'released')),
  until_day date,
  is_past_safe_day boolean not null default false,
  reason text not null,
  acted_by uuid not null,
  acted_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((kind = 'extended') = (until_day is not null)),
  check ((undone_at is null) = (undone_by is null))
);
comment on table app.hold_acts is 'What a person did about a hold; taken back by being undone, never deleted';
create index hold_acts_by_hold on app.hold_acts (hold_id, acted_at);

do $$
declare of_pledge text := 'exists (select from app.pledges p where p.id = pledge_id)';
begin
  perform app_private.allow('app.replacement_holds', 'app_sponsor', 'select', of_pledge);
  perform app_private.allow('app.replacement_holds', 'app_sponsor', 'insert', of_pledge
    || ' and side = ''worker'' and exists (select from app.sponsorships s where s.id = sponsorship_id and s.state = ''ended'')');
  perform app_private.allow('app.replacement_holds', 'app_city', 'select,insert', 'region', '{MGR}');
  perform app_private.allow('app.replacement_holds', 'app_jobs', 'select,insert', 'region');
  perform app_private.allow('app.hold_acts', 'app_sponsor', 'select', 'exists (select from app.replacement_holds h where h.id = hold_id)');
  perform app_private.allow('app.hold_acts', 'app_city', 'select', 'region', '{MGR}');
  perform app_private.allow('app.hold_acts', 'app_city', 'insert', 'acted_by = (select app.actor_id()) and undone_at is null', '{MGR}');
  perform app_private.wall('app.hold_acts', 'app_city', 'update', 'region', '{MGR}');
  perform app_private.allow('app.hold_acts', 'app_jobs', 'select', 'region');
end $$;
grant update (undone_by, undone_at) on app.hold_acts to app_city;

-- Who lost a sponsor comes first in line: told from what ended alone.
create index sponsorships_ended on app.sponsorships (end_reason, person_id) where state = 'ended' and decided_at is not null;
