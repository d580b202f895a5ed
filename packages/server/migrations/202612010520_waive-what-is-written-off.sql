-- What is written off is owed no more: two persons take it out of what the payer owes and of what is payable to BPJS.
insert into app_private.approved_kinds values ('waive');
