-- One-time codes may go by e-mail. The letter is written in the step that makes the code, as the code itself is kept as a digest
-- only; it waits sealed, and is forgotten once it was sent or given up.
create table auth.mails (
  id uuid primary key,
  invitation_id uuid not null references auth.invitations (id) on delete cascade,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  region_code text not null,
  sealed bytea,
  asked_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  check (sealed is null or (sent_at is null and failed_at is null)),
  check (sent_at is null or failed_at is null)
);
comment on table auth.mails is 'Letters with a one-time code: whether they were sent; what stood in them is kept, sealed, only until then';
create index mails_by_user on auth.mails (user_id, asked_at);
create index mails_by_invitation on auth.mails (invitation_id);
grant select, insert, update, delete on auth.mails to app_auth;

do $$
begin
  -- The letter goes if and only if the change of the account commits.
  perform app_private.allow('app.work', 'app_auth', 'insert', 'topic = ''accounts.mail''');
end $$;
