import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { withLens } from '../../platform/lens/index.ts';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { OUTCOMES, stageOf } from './assessment.ts';
import { anOrganisation } from './examples.ts';
import { PARAGRAPHS } from './paragraphs.ts';
import { findAssessment } from './store.ts';

const someAsked = fc.record({
  paragraph: fc.constantFrom(...PARAGRAPHS),
  withdrawn: fc.boolean(),
  returned: fc.constantFrom('no', 'drafted', 'signed', 'refused'),
});
const someFacts = fc.record({
  bornOn: fc.integer({ min: -25 * 365, max: -365 }).map((days) => addDays(plainDate('2025-02-10'), days)),
  openedOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(plainDate('2025-02-10'), days)),
  // Enough of the five that every stage is reached, and any others besides.
  whole: fc.boolean(),
  asked: fc.array(someAsked, { maxLength: 8 }),
  outcome: fc.option(fc.constantFrom(...OUTCOMES), { freq: 6 }),
});
type SomeFacts = typeof someFacts extends fc.Arbitrary<infer T> ? T : never;

test('the view of every assessment’s stage and the function that works one out agree', async () => {
  const authority = await anAuthority();
  const organisation = await anOrganisation('Northmoor Educational Psychology Service');
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(someFacts, async (given) => {
      const id = await anAssessmentWith({ authority, organisation }, given);
      await withLens(testDatabase(), { kind: 'system', authorityId: authority }, async (tx) => {
        const assessment = await findAssessment(tx, id);
        const row = await tx
          .selectFrom('assessments_with_stage')
          .select(['stage', 'asked', 'returned'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if (assessment === undefined) throw new Error('the assessment is not there');
        const stage = stageOf(assessment);
        seen.add(stage);
        expect(row).toEqual({
          stage,
          asked: assessment.asked.filter(({ refused }) => refused === null).length,
          returned: assessment.asked.filter(({ returnedOn }) => returnedOn !== null).length,
        });
      });
    }),
    { numRuns: 240 },
  );
  expect(seen.size).toBe(5);
});

async function anAssessmentWith(
  { authority, organisation }: { authority: number; organisation: string },
  given: SomeFacts,
): Promise<string> {
  const [child, contact, request, assessment] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const whole = (['a', 'b', 'c', 'd', 'e', 'g'] as const).map((paragraph) => ({
    paragraph,
    withdrawn: false,
    returned: 'signed',
  }));
  const asked = given.whole ? [...whole, ...given.asked] : given.asked;
  const run = (text: string, values: unknown[]) => ownerPool().query(text, [authority, ...values]);
  await run(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', $3)`,
    [child, given.bornOn],
  );
  await run(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, prefers, parental_responsibility)
     values ($1, $2, $3, 'Jo Hartwell', 'mother', 'post', true)`,
    [contact, child],
  );
  await run(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'letter', 'parent', 'Jo Hartwell', '[]', now())`,
    [request, `R-${request.slice(0, 4)}-${request.slice(4, 8)}`.toUpperCase(), child],
  );
  await run(
    'insert into assessments (authority_id, id, request_id, child_id, opened_on) values ($1, $2, $3, $4, $5)',
    [assessment, request, child, given.openedOn],
  );
  for (const one of asked) {
    const askedId = randomUUID();
    await run(
      `insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, contact_id, adviser_name, questions, asked_on, received_on, asked_by, withdrawn_on, withdrawn_reason)
       values ($1, $2, $3, $4, $5, $6, 'Amina Yusuf', '', $7, $7, 'Priya Raman', $8, $9)`,
      [
        askedId,
        assessment,
        child,
        one.paragraph,
        one.paragraph === 'a' ? contact : null,
        given.openedOn,
        one.withdrawn ? given.openedOn : null,
        one.withdrawn ? 'Asked by mistake' : null,
      ],
    );
    if (one.returned === 'refused') {
      await run(
        `insert into advice_refusals (authority_id, advice_request_id, child_id, organisation_id, reason, refused_on, refused_by)
         values ($1, $2, $3, $4, 'No post', $5, 'Amina Yusuf')`,
        [askedId, child, organisation, given.openedOn],
      );
      continue;
    }
    if (one.returned === 'no') continue;
    const signed = one.returned === 'signed';
    await run(
      `insert into advice (authority_id, id, advice_request_id, child_id, number, content, signed_on, signed_name, signed_role, returned_on)
       values ($1, $2, $3, $4, 1, '{"statement": {"version": 1, "text": "", "notKnown": true}, "rows": []}', $5, $6, $6, $5)`,
      [randomUUID(), askedId, child, signed ? given.openedOn : null, signed ? 'Amina Yusuf' : null],
    );
  }
  if (given.outcome !== null) {
    await run(
      `insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       values ($1, $2, $3, $4, 'All', 'Because', 'Nothing', $5, $5, 'Priya Raman')`,
      [assessment, child, given.outcome, given.openedOn],
    );
  }
  return assessment;
}
