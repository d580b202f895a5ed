-- Which reminder of which due date went out, so that each goes once; a later due date has reminders of its own.
create table app.follow_up_reminders (
  region_code text not null,
  follow_up_id uuid not null references app.follow_ups,
  stage text not null check (stage in ('week-before', 'day-before', 'day-after', 'week-after', 'fortnight-after')),
  due_on date not null,
  village_code text,
  kecamatan_code text,
  told_role text not null,
  told_scope text,
  sent_at timestamptz not null,
  primary key (follow_up_id, stage, due_on)
);
comment on table app.follow_up_reminders is 'Reminders of follow-ups that went out: to which office, when, and of which due date';
insert into app_private.unguarded values
  ('app.follow_up_reminders', 'sent_at', 'when it is to be seen, which is the morning after the night in which it is worked out');
do $$
begin
  perform app_private.allow('app.follow_up_reminders', 'app_village', 'select', 'village', '{OPR,KDS}');
  perform app_private.allow('app.follow_up_reminders', 'app_kecamatan', 'select', 'kecamatan');
  perform app_private.allow('app.follow_up_reminders', 'app_city', 'select', 'region', '{MGR,DAT,EXE,AUD}');
  perform app_private.allow('app.follow_up_reminders', 'app_finance', 'select', 'region', '{FIN}');
  perform app_private.allow('app.follow_up_reminders', 'app_jobs', 'select,insert', 'region');
end $$;
