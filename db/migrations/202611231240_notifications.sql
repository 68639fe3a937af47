-- Every letter, email and text: written down here first, sent by a job afterwards. Without GOV.UK Notify this is all there is.

create table letters (
  authority_id integer not null references authorities (code),
  id uuid not null,
  child_id uuid,
  contact_id uuid,
  organisation_id uuid,
  recipient_name text not null check (length(recipient_name) between 1 and 200),
  channel text not null check (channel in ('email', 'text', 'post', 'portal')),
  address text[] not null,
  template text not null check (length(template) between 1 and 80),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 100000),
  secret text,
  document_id uuid,
  reason text,
  created_at timestamptz not null default now(),
  attempts integer not null default 0 check (attempts >= 0),
  by_hand_since timestamptz,
  sent_at timestamptz,
  sent_by text check (sent_by in ('GOV.UK Notify', 'local outbox', 'portal', 'hand')),
  provider_reference text,
  failed_at timestamptz,
  failure text,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children (authority_id, id),
  foreign key (authority_id, contact_id) references children_contacts (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check ((sent_at is null) = (sent_by is null)),
  check ((failed_at is null) = (failure is null)),
  check (sent_at is null or failed_at is null),
  check (contact_id is null or organisation_id is null),
  check ((channel = 'portal') = (cardinality(address) = 0)),
  check (channel <> 'portal' or organisation_id is not null),
  check (channel not in ('email', 'text') or cardinality(address) = 1),
  check (secret is null or channel <> 'portal')
);
create index letters_newest on letters (authority_id, created_at desc, id);
create index letters_of_child on letters (authority_id, child_id, created_at desc);
create index letters_of_organisation on letters (organisation_id, created_at desc) where organisation_id is not null;
comment on table letters is 'The outbox: each letter, email, text or portal notice to one recipient. Its words never change once written; a correction is another letter.';
comment on column letters.contact_id is 'The parent, carer or young person on the child''s file it is for; null for an organisation, or for somebody not yet joined to a file.';
comment on column letters.address is 'The email address, the phone number, or the lines of the postal address, as they were when it was written. Empty for the portal.';
comment on column letters.reason is 'Why this recipient was chosen, where the law names recipients (SEND Regulations 2014, reg. 13).';
comment on column letters.secret is 'A one-time code or link, put in place of ((secret)) as it is sent, and then forgotten. Kept only by the local outbox, which has nobody else to send it.';
comment on column letters.attempts is 'How many times sending was begun. After the first, the provider is asked whether it already has it.';
comment on column letters.by_hand_since is 'When it became somebody''s to print and post: the provider cannot post a letter with an enclosure.';

-- A child's family is given no policy: a letter carries one parent's address, which the other may not be allowed to
-- know. What a family reads of its file is documents and events.
alter table letters enable row level security;
alter table letters force row level security;
create policy authority on letters to app
  using (authority_id = (select nullif(current_setting('opensend.authority', true), '')::int));
create policy organisation on letters for select to app
  using (organisation_id = (select nullif(current_setting('opensend.organisation', true), '')::uuid));
grant select, insert on letters to app;
grant update (secret, attempts, by_hand_since, sent_at, sent_by, provider_reference, failed_at, failure) on letters to app;
