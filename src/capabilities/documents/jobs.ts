import type { Document } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { findEmails } from '../../platform/identity/accounts.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listCasesOfChild } from '../casework/index.ts';
import { listStaff } from '../colleagues/index.ts';
import { harmfulFile, reviewDue } from './letters.ts';
import { claimRaised, listWithheld, type WithheldDocument } from './withholding-store.ts';

type Told = { name: string; email: string };

/**
 * Tells the caseworker, or the managers where nobody has the case, that a withheld document is due to be looked at again.
 * Run nightly; each is claimed in the transaction that writes it, so a second run tells nobody twice. Returns how many.
 */
export async function raiseDueReviews(services: Services): Promise<number> {
  const { database } = services;
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const today = englishDay(services.now());
  const due = await withLens(database, system, (tx) => listWithheld(tx, today));
  let raised = 0;
  for (const one of due) {
    const people = await whoIsTold(services, one.childId, one.reviewer);
    await withLens(database, system, async (tx) => {
      if (!(await claimRaised(tx, one.actId, today))) return;
      raised += 1;
      const { authorityId, documentId } = one;
      for (const { name, email } of people) {
        const words = reviewDue({ name, reviewBy: one.reviewBy, href: hrefOf(services, one) });
        const to = { kind: 'somebody', name, email } as const;
        // On no child's file: the family reads the letters of its own.
        await sendLetter(tx, {
          authorityId,
          childId: null,
          to,
          template: 'withheld document to review',
          ...words,
        });
      }
      const of = { authorityId, childId: null, subject: 'document', subjectId: documentId } as const;
      await recordEvent(tx, { ...of, kind: 'review of a withheld document due' });
    });
  }
  return raised;
}

/**
 * Tells whoever sent a file, where they have an account, and the caseworker, that it did not pass the check and nobody can
 * open it. Who follows by a code has no account: the page of documents says it to them.
 */
export async function tellOfHarm(document: Document, services: Services): Promise<(tx: Tx) => Promise<void>> {
  const { authorityId, childId, uploadedBy, uploadedByName } = document;
  const emails =
    uploadedBy === null ? new Map<string, string>() : await findEmails(services.database, [uploadedBy]);
  const senders = [...emails.values()].map((email) => ({ name: uploadedByName ?? '', email }));
  const staff = childId === null ? [] : await whoIsTold(services, childId);
  const people = new Map([...staff, ...senders].map((person) => [person.email, person]));
  return async (tx) => {
    for (const { name, email } of people.values()) {
      const words = harmfulFile({ name, href: `${services.config.baseUrl}/children/${childId}/documents` });
      const to = { kind: 'somebody', name, email } as const;
      await sendLetter(tx, { authorityId, childId: null, to, template: 'file not passed', ...words });
    }
  };
}

/** Whoever looks after a child's file: who was chosen for it, its caseworker, or the managers where nobody has the case. */
export async function whoIsTold(
  { database, authority }: Services,
  childId: Uuid,
  reviewer: Uuid | null = null,
): Promise<Told[]> {
  const system = { kind: 'system', authorityId: authority.code } as const;
  const { cases, staff } = await withLens(database, system, async (tx) => ({
    cases: await listCasesOfChild(tx, childId),
    staff: await listStaff(tx),
  }));
  // Whoever was to look again may have left since: then it is the caseworker's, as any other.
  const chosen = staff.find(({ accountId }) => accountId === reviewer);
  const caseworker = chosen ?? cases[0]?.caseworker ?? null;
  const people = caseworker === null ? staff.filter(({ roles }) => roles.includes('manager')) : [caseworker];
  const emails = await findEmails(
    database,
    people.map(({ accountId }) => accountId),
  );
  return people.flatMap(({ accountId, name }) => {
    const email = emails.get(accountId);
    return email === undefined ? [] : [{ name, email }];
  });
}

function hrefOf({ config }: Services, { childId, documentId }: WithheldDocument): string {
  return `${config.baseUrl}/children/${childId}/documents/${documentId}/withholding`;
}
