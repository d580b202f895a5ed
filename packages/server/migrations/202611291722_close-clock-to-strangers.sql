-- A function that runs with its owner's rights is called by the application's logins and by nobody else.
revoke all on function app.now(), app.fixed_now() from public;
grant execute on function app.now(), app.fixed_now()
  to app_village, app_kecamatan, app_city, app_bpjs, app_sponsor, app_finance, app_public, app_jobs;
