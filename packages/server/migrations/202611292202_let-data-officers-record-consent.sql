-- The matrix lets a data officer record a worker's consent; the database had refused it. In one's own name only.
do $$
begin
  perform app_private.allow('app.consents', 'app_city', 'insert', 'subject_type = ''person'' and recorded_by = (select app.actor_id())', '{DAT}');
end $$;
