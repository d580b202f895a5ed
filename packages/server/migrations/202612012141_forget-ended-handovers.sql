-- What a receiver was told of a child is forgotten once the hand-over has ended by itself too, not only when somebody ends it.
do $$
declare
  before text := (select conname from pg_constraint where conrelid = 'app.child_handovers'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%told_sealed%');
begin
  execute format('alter table app.child_handovers drop constraint %I', before);
end $$;
alter table app.child_handovers add check (told_sealed is null or state in ('offered', 'accepted'));
comment on column app.child_handovers.told_sealed is 'Name of the receiver and the words of the fields as they were on that day, sealed; forgotten once it is revoked, refused, done or past its last day';
comment on column app.family_copies.reference_id is 'The step that handed the claim in, or the lock of the round';
