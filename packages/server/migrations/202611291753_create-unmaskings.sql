-- Who opened an identity number when, to hold everybody to so many a day. Until now this stood among the operations, under a
-- hash of nothing; those of today count on.
create table app.unmaskings (
  region_code text not null,
  id uuid primary key,
  actor_id uuid not null,
  at timestamptz not null
);
comment on table app.unmaskings is 'Identity numbers opened, counted per actor and day; whose they were stands in audit.accesses';
create index unmaskings_by_actor on app.unmaskings (region_code, actor_id, at);

do $$
begin
  perform app_private.allow('app.unmaskings', 'app_city', 'select,insert', 'actor_id = (select app.actor_id())', '{MGR,DAT,AUD,DPO}');
  perform app_private.allow('app.unmaskings', 'app_bpjs', 'select,insert', 'actor_id = (select app.actor_id())', '{BPJ}');
end $$;

-- The owner too is held by row policies; what follows concerns every city.
alter table app.operations no force row level security;
alter table app.unmaskings no force row level security;
insert into app.unmaskings (region_code, id, actor_id, at)
  select region_code, id, actor_id, at from app.operations where name = 'worker.unmask-nik';
alter table app.unmaskings force row level security;
alter table app.operations force row level security;
