-- A data officer who decides on a report opens, corrects and withdraws its case; the pictures, notes and visits of the family are not
-- the office's business. What a family answered to whoever asked it is the auditor's alone: the manager is whom it speaks of.
do $$
declare target text;
begin
  foreach target in array '{claim_steps,claim_documents,family_visits}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'select', 'region', '{MGR,AUD}');
  end loop;
  foreach target in array '{asked_samples,asked_families}'::text[] loop
    perform app_private.wall(('app.' || target)::regclass, 'app_city', 'select', 'region', '{AUD}');
  end loop;
end $$;
