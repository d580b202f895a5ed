-- A village reads its own people's judgements and cover, a treasurer the pledges of one office, a manager what is proposed.
create index judgements_by_village on app.judgements (region_code, village_code, person_id);
create index cover_states_by_village on app.cover_states (region_code, village_code, person_id);
create index pledges_by_office on app.pledges (region_code, opd);
create index sponsorships_proposed on app.sponsorships (region_code, person_id) where state = 'proposed';
-- With the city, which the row policy asks for, the index alone answers how many lines a packet has.
drop index app.packet_lines_counts;
create index packet_lines_counts on app.packet_lines (packet_id, region_code, state) include (amount_rupiah);
