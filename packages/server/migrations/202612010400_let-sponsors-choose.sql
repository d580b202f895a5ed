-- Whoever signs says who takes a proposed worker: the manager, as until now, or the sponsor, who then answers within some days.
alter table app.pledges add column chooses text not null default 'manager' check (chooses in ('manager', 'sponsor'));
comment on column app.pledges.chooses is 'Who accepts a proposed worker; the manager may in any case once the sponsor has let the days pass';
grant update (chooses) on app.pledges to app_sponsor;
-- Whoever asks for another worker is proposed the next one at once, by the same rule; it weighs everybody's wishes.
select app_private.allow('app.pledge_wishes', 'app_jobs', 'select', 'region');
