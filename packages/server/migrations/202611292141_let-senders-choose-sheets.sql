-- Whoever sends a file may say later which of its sheets are meant; the other columns that say what was sent stay as written.
grant update (sheets) on app.import_batches to app_village, app_city, app_bpjs, app_finance;
