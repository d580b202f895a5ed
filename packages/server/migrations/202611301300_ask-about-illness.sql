-- Before somebody is registered their sex, a grave illness and an heir are asked about; the answer about an illness is sealed
-- like every word of a person, and erased once BPJS has accepted them.
alter table app.person_edits drop constraint person_edits_field_check;
alter table app.person_edits add constraint person_edits_field_check check (field in ('name', 'nik', 'familyCard', 'birthDate',
  'birthPlace', 'sex', 'address', 'phone', 'occupation', 'income', 'motherName', 'heirName', 'heirRelation', 'heirPhone', 'illness'));
