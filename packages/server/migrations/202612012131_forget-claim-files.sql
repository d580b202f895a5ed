-- The file of a case is kept until no claim can come of it any more: then its pictures, notes and what doctors and bills said go. The case
-- stays, with its days, codes and amounts, as it is counted.
alter table app.claims add column forgotten_at timestamptz;
comment on column app.claims.forgotten_at is 'When pictures, notes and facts of the case were taken away; empty while they are kept';
comment on table app.claim_steps is 'What was done with a case, in order; days and codes never change, and a note is sealed until it is forgotten';

do $$
declare
  target text;
  of_forgotten constant text := 'claim_id in (select c.id from app.claims c where c.forgotten_at is not null)';
begin
  perform app_private.wall('app.claims', 'app_jobs', 'update', 'state in (''closed'', ''withdrawn'')');
  foreach target in array '{claim_steps,claim_documents,family_visits,asked_families}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_jobs', 'update', of_forgotten);
  end loop;
end $$;
grant update (facts_sealed, forgotten_at, version) on app.claims to app_jobs;
grant update (note_sealed) on app.claim_steps, app.family_visits, app.asked_families to app_jobs;
grant update (file_name, file_type, file_hash, sealed) on app.claim_documents to app_jobs;
