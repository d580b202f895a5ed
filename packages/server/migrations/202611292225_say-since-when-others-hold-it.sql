-- Since when BPJS has a person: a village sees no packet, and waits for its answer all the same.
alter table app.enrolments add column sent_at timestamptz;
comment on column app.enrolments.sent_at is 'When the packet with this person was sent to the branch';
update app.enrolments e set sent_at = k.sent_at
from app.packet_lines l join app.packets k on k.id = l.packet_id
where l.enrolment_id = e.id and k.sent_at is not null;
grant update (sent_at) on app.enrolments to app_city;
grant select (sent_at) on app.enrolments to app_sponsor;

-- Telephone numbers of the city and of the branch stand on public pages; no other setting does.
select app_private.allow('app.settings', 'app_public', 'select', 'name like ''contact.%''');
