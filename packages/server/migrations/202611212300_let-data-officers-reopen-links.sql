-- Ending an automatic link leaves a question behind, so that the answer can be taken back like any other.
do $$
begin
  perform app_private.allow('app.link_questions', 'app_city', 'insert', 'region', '{DAT}');
end $$;

-- Deciles belong to the family card: welfare of persons without a link of their own is found by it.
create index source_records_by_family_card on app.source_records (region_code, family_card_index)
  where withdrawn_at is null and family_card_index is not null;
create index persons_by_family_card on app.persons (region_code, family_card_index)
  where withdrawn_at is null and family_card_index is not null;
create index links_by_person on app.links (person_id);
create index person_records_by_village on app.person_records (region_code, village_code);
create index link_decisions_by_question on app.link_decisions (question_id, at);
