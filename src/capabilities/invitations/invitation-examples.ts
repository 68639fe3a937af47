import { randomUUID } from 'node:crypto';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';

/** A child with a request, a mother who follows the case by a code, and a father contact with whom is restricted. */
export async function aChildWithParents(service: TestApp, name = 'Robin') {
  const authorityId = service.services.authority.code;
  const [childId, requestId, motherId, fatherId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, $3, 'Hartwell', '2016-05-04')`,
    [authorityId, childId, name],
  );
  for (const [id, who, street, postcode, restricted] of [
    [motherId, 'Jo Hartwell', '1 Example Street', 'WX1 1AA', false],
    [fatherId, 'Lee Hartwell', '2 Example Street', 'WX1 2AA', true],
  ] as const) {
    await owner.query(
      `insert into children_contacts (authority_id, id, child_id, name, relationship, email, address_lines, postcode, parental_responsibility, prefers, restricted, restricted_reason)
       values ($1, $2, $3, $4, 'parent', $5, $6, $7, true, 'email', $8, $9)`,
      [
        authorityId,
        id,
        childId,
        who,
        `${id}@hartwell.example`,
        [street],
        postcode,
        restricted,
        restricted ? 'An order' : null,
      ],
    );
  }
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now())`,
    [authorityId, requestId, `R-${requestId.slice(0, 4)}-${requestId.slice(9, 13)}`.toUpperCase(), childId],
  );
  const family = browser(service);
  family.signInWith(await aFamily(service, [childId], motherId));
  return { authorityId, childId, motherId, fatherId, fatherEmail: `${fatherId}@hartwell.example`, family };
}

/** What a parent fills in to invite an advocate. */
export function asking(changes: Readonly<Record<string, string>> = {}) {
  return {
    idempotencyKey: randomUUID(),
    name: 'Ada Byrne',
    email: 'ada@advocacy.example',
    relationship: 'advocate',
    sees: 'whole file',
    'until-day': '1',
    'until-month': '12',
    'until-year': '2025',
    from: 'Jo Hartwell',
    ...changes,
  };
}

/** The last code sent to an address. */
export async function codeSentTo(authorityId: number, email: string): Promise<string> {
  const { rows } = await ownerPool().query(
    `select secret from letters where authority_id = $1 and address = array[$2] and template = 'one-time code'
     order by created_at desc limit 1`,
    [authorityId, email],
  );
  return rows[0]?.secret ?? '';
}

/** Somebody invited at an address shows that it is theirs, and is signed in. */
export async function signsIn(service: TestApp, email = 'ada@advocacy.example') {
  const ada = browser(service);
  await ada.post('/invited', { email, idempotencyKey: randomUUID() });
  const code = await codeSentTo(service.services.authority.code, email);
  const entered = await ada.post('/invited/code', { email, code, idempotencyKey: randomUUID() });
  return { ada, entered, code };
}

/** Accepts whatever is waiting for somebody who has signed in. */
export async function acceptsAll(ada: ReturnType<typeof browser>) {
  const page = (await ada.get('/invitations')).body;
  const answers = [];
  for (const [, at] of page.matchAll(/action="(\/invitations\/[0-9a-f-]+\/acceptance)"/g)) {
    answers.push(await ada.post(at ?? '', { idempotencyKey: randomUUID() }));
  }
  return answers;
}
