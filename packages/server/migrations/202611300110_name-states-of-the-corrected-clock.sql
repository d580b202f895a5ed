-- The cover clock tells apart who waits for a first payment, whose contribution is not yet due and who is known from a list
-- only, and answers the pay-by day and the stricter last day of rescue. Until the first folding after this migration, at
-- start, stored answers keep the old dates.
alter table app.cover_states add column due_on date, add column safe_rescue_day date;
comment on column app.cover_states.due_on is 'Pay-by day of the month after those paid';
comment on column app.cover_states.safe_rescue_day is 'Last day of rescue by the stricter reading of three months; alarms go by it';

alter table app.cover_states no force row level security;
update app.cover_states set state = case
  when stands_beside = 'waiting-first-payment' then 'waiting-first-payment'
  when stands_beside = 'list-only' then 'listed'
  when counts_as_covered and state = 'grace-1' then 'due'
  when state = 'arrears' then 'village-owes'
  else state end;
alter table app.cover_states force row level security;

alter table app.cover_states add check (state in ('not-registered', 'waiting', 'rejected', 'waiting-first-payment', 'listed',
  'covered', 'due', 'grace-1', 'grace-2', 'grace-3', 'village-owes', 'ended', 'died'));
