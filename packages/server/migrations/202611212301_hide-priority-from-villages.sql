-- Priority holds points for welfare: whoever sees the sum and the other reasons can work out the decile (reliability.md T14).
revoke select on app.judgements from app_village, app_kecamatan;
grant select (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome, reasons, at)
  on app.judgements to app_village, app_kecamatan;

create index consents_by_subject on app.consents (subject_type, subject_id);
create index link_questions_by_person on app.link_questions (person_id, kind, state);
