-- Desks count who has to be looked at again and whose work nobody can place; both are few among all persons.
create index judgements_asking_second_look on app.judgements (region_code, village_code)
  where reasons @> '[{"code": "fact-missing", "fact": "second-look"}]'::jsonb;
create index persons_of_unknown_work on app.persons (region_code, village_code)
  where withdrawn_at is null and occupation_group = 'unknown';
