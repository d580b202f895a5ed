-- A sponsor's wishes may name workers by code. Treasurers, finance, BKPSDM and auditors read pledges and may know no worker
-- (reliability.md T16), so the wishes stand where only the matching reads them.
create table app.pledge_wishes (
  region_code text not null,
  pledge_id uuid primary key references app.pledges (id),
  wishes jsonb not null
);
comment on table app.pledge_wishes is 'Whom a sponsor would like to pay for; worker codes, read by the matching alone';

insert into app.pledge_wishes (region_code, pledge_id, wishes)
  select region_code, id, wishes from app.pledges where wishes <> '{}';
alter table app.pledges drop column wishes;

do $$
begin
  perform app_private.allow('app.pledge_wishes', 'app_sponsor', 'insert', 'exists (select from app.pledges p where p.id = pledge_id)');
  perform app_private.allow('app.pledge_wishes', 'app_city', 'select', 'region', '{MGR}');
end $$;
