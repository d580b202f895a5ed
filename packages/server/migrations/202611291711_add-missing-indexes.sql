-- Found by reading the plans of the pages: what hangs on a person is looked up by person, also when it has ended.
create index enrolments_by_person on app.enrolments (person_id);
create index sponsorships_by_person on app.sponsorships (person_id);
create index enrolments_by_sponsorship on app.enrolments (sponsorship_id) where sponsorship_id is not null;
create index pledges_by_civil_servant on app.pledges (civil_servant_id);
create index obligations_by_packet on app.obligations (packet_id);
-- A packet's lines are counted by state and summed on every page that names it: this index alone answers.
create index packet_lines_counts on app.packet_lines (packet_id, state) include (amount_rupiah);
-- The list of workers in the order of the screen: a page of fifty reads fifty rows instead of sorting the city.
create index persons_by_name_in_order on app.persons (region_code, lower(full_name), code) where withdrawn_at is null;
create index notifications_unread on app.notifications (region_code, role, kind) where read_at is null;
