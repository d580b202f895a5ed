-- BPJS's form asks for birth place and mother's name (law: data for a purpose, kept no longer than it): sealed on the person
-- until BPJS has accepted, then forgotten. What lists said of them until now stood readable beside the row; it goes.
alter table app.persons add column birth_place_sealed bytea, add column mother_name_sealed bytea;
comment on column app.persons.birth_place_sealed is 'For the form of BPJS only; null once it accepted the person';
comment on column app.persons.mother_name_sealed is 'For the form of BPJS only; null once it accepted the person';
grant update (birth_place_sealed, mother_name_sealed) on app.persons to app_village;

-- The owner too is held by row policies; this concerns every city.
alter table app.source_records no force row level security;
update app.source_records set attributes = attributes - 'birthPlace' - 'motherName' where attributes ?| array['birthPlace', 'motherName'];
alter table app.source_records force row level security;
