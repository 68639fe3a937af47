import { randomUUID } from 'node:crypto';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { englishDay } from '../../shared/plain-date.ts';

type Person = { name: string; prefers: 'email' | 'text' | 'post'; restricted?: boolean };

const STREETS = ['1 Example Street', '2 Example Street', '3 Example Street'];

/** A child with a request received on a day, and whoever is on their file. */
export async function aFollowedChild(service: TestApp, people: readonly Person[], receivedOn = '2025-02-03') {
  const authorityId = service.services.authority.code;
  const [childId, requestId] = [randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authorityId, childId],
  );
  const contactIds: string[] = [];
  for (const [index, { name, prefers, restricted = false }] of people.entries()) {
    const id = randomUUID();
    contactIds.push(id);
    await owner.query(
      `insert into children_contacts (authority_id, id, child_id, name, relationship, email, phone, address_lines, postcode, parental_responsibility, prefers, restricted, restricted_reason)
       values ($1, $2, $3, $4, 'parent', $5, $6, $7, $8, true, $9, $10, $11)`,
      [
        authorityId,
        id,
        childId,
        name,
        `${id}@hartwell.example`,
        `07700 9000${index}${index}`,
        [STREETS[index] ?? '9 Example Street'],
        `WX1 ${index + 1}AA`,
        prefers,
        restricted,
        restricted ? 'A court order' : null,
      ],
    );
  }
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, $2, $3, $4, $5, 'letter', 'parent', 'Jo', '[]', now())`,
    [
      authorityId,
      requestId,
      `R-${requestId.slice(0, 4)}-${requestId.slice(9, 13)}`.toUpperCase(),
      childId,
      receivedOn,
    ],
  );
  const family = browser(service);
  family.signInWith(await aFamily(service, [childId]));
  return { authorityId, childId, requestId, contactIds, family };
}

/** Something happens to a child, recorded by the service itself. */
export function happens({ services }: TestApp, childId: string, kind: string, work?: () => Promise<void>) {
  const authorityId = services.authority.code;
  const today = englishDay(services.now());
  return withLens(services.database, { kind: 'system', authorityId }, async (tx) => {
    await recordEvent(tx, {
      authorityId,
      childId,
      kind,
      subject: 'child',
      subjectId: childId,
      data: { today },
    });
    await work?.();
  });
}

/** The updates written about a child, in the order they were. */
export async function updatesAbout(childId: string) {
  const { rows } = await ownerPool().query(
    `select recipient_name as to, channel, subject, body from letters
     where child_id = $1 and template = 'update' order by created_at, recipient_name`,
    [childId],
  );
  return rows;
}
