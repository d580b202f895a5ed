-- A month that is owed no more may have gone to BPJS already: it lies there as a credit, or the books would refuse the whole night.
do $$
begin
  perform app_private.wall('app.ledger_entries', 'app_jobs', 'insert',
    'kind in (''oblige'', ''consume'', ''reverse'', ''deduct'', ''allocate'', ''release'', ''credit'')');
end $$;
