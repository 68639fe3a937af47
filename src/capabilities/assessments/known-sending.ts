import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { shareWithOrganisation } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { addKnown, askWhoKnows, type KnownForm, type KnownQuestion, type SaidBy } from './known.ts';
import {
  insertKnown,
  insertKnownAnswer,
  insertKnownQuestion,
  listKnownQuestions,
  takeOff,
} from './known-store.ts';
import { ASKED_WHO_KNOWS, stopAskingWhoKnows } from './leaving-sending.ts';
import { whoKnowsAskedFor } from './letters.ts';
import { listOrganisations, lockAssessment } from './store.ts';

type Asking = { family: boolean; organisationId: Uuid | null; answerBy: PlainDate | null };

/** Asks the family, a setting, or both, who knows the child, by a day. What is asked for advice never waits for it. */
export async function sendWhoKnows(
  tx: Tx,
  services: Services,
  assessmentId: Uuid,
  form: Asking,
  by: { name: string; today: PlainDate },
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, assessmentId));
  const setting = (await listOrganisations(tx)).find(({ id }) => id === form.organisationId) ?? null;
  const before = await listKnownQuestions(tx, { assessmentId });
  const allowed = askWhoKnows({ ...form, organisationId: setting?.id ?? null }, before, by.today);
  if (!allowed.ok) return allowed;
  const { parties, answerBy } = allowed.value;
  const { authorityId, childId, childName } = assessment;
  const of = { authorityId, childId };
  const turn = whereToTurn(services.authority);
  for (const { party, organisationId } of parties) {
    const asked = { party, organisationId, answerBy, on: by.today, by: by.name };
    const id = await insertKnownQuestion(tx, { ...of, assessmentId }, asked);
    const path = party === 'family' ? `/family/${childId}/professionals` : `/professionals/${id}`;
    const about = { childName, answerBy, href: `${services.config.baseUrl}${path}` };
    const letter = { ...of, template: 'who knows the child', ...whoKnowsAskedFor(about, turn, party) };
    if (organisationId === null) {
      for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment')) {
        await sendLetter(tx, { ...letter, to: { kind: 'contact', contact } });
      }
    } else {
      const shared = { ...of, organisationId, reason: ASKED_WHO_KNOWS, fromOn: by.today };
      await shareWithOrganisation(tx, shared);
      await sendLetter(tx, {
        ...letter,
        to: { kind: 'organisation', organisationId, name: setting?.name ?? '' },
      });
    }
    await recordEvent(tx, {
      ...of,
      kind: 'asked who knows the child',
      subject: 'assessment',
      subjectId: assessmentId,
      ...(organisationId === null ? {} : { organisationId }),
      data: { party, answerBy },
    });
  }
  return accepted(`/assessments/${assessmentId}/professionals`);
}

export type Saying = {
  authorityId: number;
  childId: Uuid;
  by: SaidBy;
  organisationId: Uuid | null;
  /** Who at the authority writes it down for them; null where they do so themselves. */
  recordedBy: string | null;
  today: PlainDate;
  /** Where to go next. */
  next: string;
};

/** Puts somebody on the list, with who said so. */
export async function sayWhoKnows(tx: Tx, saying: Saying, form: KnownForm): Promise<Outcome> {
  const added = addKnown(form);
  if (!added.ok) return added;
  const { by, organisationId, recordedBy, today: on } = saying;
  const subjectId = await insertKnown(tx, saying, added.value, { by, organisationId, recordedBy, on });
  await recordEvent(tx, {
    ...childOf(saying),
    kind: 'somebody who knows the child added',
    subject: 'professional',
    subjectId,
    data: { saidBy: by },
  });
  return accepted(saying.next);
}

/** Takes somebody off, with why. What was said stays in the record, and in nobody's list. */
export async function takeOffList(
  tx: Tx,
  saying: Saying,
  id: Uuid,
  form: { by: string; reason: string },
): Promise<Outcome> {
  if (form.reason === '') return refused('reason', 'Enter why they should be taken off the list');
  if (form.by === '') return refused('by', 'Enter your name');
  if (!(await takeOff(tx, saying.childId, id, { ...form, on: saying.today }))) {
    return refused('reason', 'They are not on the list, or somebody else put them there');
  }
  await recordEvent(tx, {
    ...childOf(saying),
    kind: 'somebody who knows the child taken off',
    subject: 'professional',
    subjectId: id,
  });
  return accepted(saying.next);
}

/**
 * Keeps that the list is whole, as far as they know, and ends what a setting saw in order to say so. Said again, it changes
 * nothing. Needs an authority's lens where a setting says it: whom a child is before is the authority's to change.
 */
export async function confirmList(
  tx: Tx,
  saying: Saying,
  question: KnownQuestion,
  by: string,
): Promise<Outcome> {
  if (by === '') return refused('by', 'Enter your name');
  if (question.answered !== null) return accepted(saying.next);
  await insertKnownAnswer(tx, question, { on: saying.today, by, recordedBy: saying.recordedBy });
  await stopAskingWhoKnows(tx, [question], saying.today);
  await recordEvent(tx, {
    ...childOf(saying),
    kind: 'said who knows the child',
    subject: 'assessment',
    subjectId: question.assessmentId,
    data: { party: question.party },
  });
  return accepted(saying.next);
}

function childOf({ authorityId, childId }: { authorityId: number; childId: Uuid }) {
  return { authorityId, childId };
}
