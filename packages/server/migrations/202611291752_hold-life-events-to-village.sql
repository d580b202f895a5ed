-- An event of a worker's life names the village with the person, as everything that hangs on a person does: a row of another
-- village is refused by the database itself, and the event goes with a person who moves.

-- The owner too is held by row policies; what follows concerns every city.
alter table app.persons no force row level security;
alter table app.life_events no force row level security;
update app.life_events e set village_code = p.village_code, kecamatan_code = p.kecamatan_code
from app.persons p where p.id = e.person_id and p.village_code <> e.village_code;
alter table app.life_events
  drop constraint life_events_person_id_fkey,
  add foreign key (region_code, village_code, person_id) references app.persons (region_code, village_code, id) on update cascade;
alter table app.persons force row level security;
alter table app.life_events force row level security;
