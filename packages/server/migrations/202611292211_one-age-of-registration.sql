-- The ages BPJS takes stood twice: as settings and in every policy. A policy now says ages of its own only where the city is
-- stricter; the one written at set-up never was.
-- The owner too is held by row policies; what follows concerns every city.
alter table app.policies no force row level security;
update app.policies set policy = jsonb_set(policy, '{age}', 'null') where policy->'age' = '{"from": 17, "below": 65}'::jsonb;
alter table app.policies force row level security;
