-- A new wage of an officer is evidence: the benefits of an accident are multiples of what was last reported before it.
alter table app.cover_events drop constraint cover_events_type_check,
  add constraint cover_events_type_check check (type in ('registered', 'accepted', 'rejected', 'paid', 'reversed', 'listed', 'accident',
    'died', 'moved', 'formal-job', 'left', 'wage'));
