-- The administrator's policies on work take the shape of all others: the role inside the city test.
drop policy work_operate_read on app.work;
drop policy work_operate on app.work;
do $$
begin
  perform app_private.wall('app.work', 'app_city', 'select', 'region', '{ADM}');
  perform app_private.wall('app.work', 'app_city', 'update', 'failed_at is not null', '{ADM}', 'region');
end $$;
