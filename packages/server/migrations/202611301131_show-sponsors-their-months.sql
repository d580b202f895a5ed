-- A sponsor sees month by month what was owed under the own pledges and what BPJS received for it; never what else happened to
-- the worker, nor what another payer paid under an enrolment of somebody else.
grant select (amount_rupiah) on app.obligations to app_sponsor;
select app_private.allow('app.cover_events', 'app_sponsor', 'select',
  'type in (''paid'', ''reversed'') and exists (select from app.enrolments e where e.id = enrolment_id)');
grant select on app.standing_events to app_sponsor;
