-- Work in whose hands a process died counts that: what kills its worker is not taken for ever.
alter table app.work add column deaths integer not null default 0;
comment on column app.work.deaths is 'How often a process that had it in hand ended without a word: killed, out of memory, without power';
grant select (deaths), update (deaths) on app.work to app_city;
