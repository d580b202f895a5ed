-- Work takes what is owed no more out of the books. What was taken for it already becomes the payer's money first, or what he owes would
-- fall below nothing and the books would refuse the whole night.
do $$
begin
  perform app_private.wall('app.ledger_entries', 'app_jobs', 'insert',
    'kind in (''oblige'', ''consume'', ''reverse'', ''deduct'', ''allocate'', ''release'')');
end $$;
