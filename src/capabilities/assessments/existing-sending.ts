import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { findAsked, insertRecorded } from './advice-store.ts';
import { soughtStill } from './asking.ts';
import {
  type AgreementForm,
  agree,
  type Existing,
  type ExistingForm,
  isSufficient,
  putForward,
} from './existing.ts';
import { askAuthor } from './existing-author-sending.ts';
import { insertAgreement, insertExisting, listExisting } from './existing-store.ts';
import { stopAskingAuthors } from './leaving-sending.ts';
import { existingAdvice } from './letters.ts';
import { takeBack } from './sending.ts';
import { type Assessment, insertAsk, listOrganisations, lockAssessment } from './store.ts';

type By = {
  name: string;
  today: PlainDate;
  /** Whose people say so; left out for the family and for staff. */
  organisationId?: Uuid;
};
type Proposal = { assessmentId: Uuid; form: ExistingForm };

/** Puts advice given before forward as enough, and asks the family and, where they work here, its author what they think of it. */
export async function proposeExisting(
  tx: Tx,
  services: Services,
  { assessmentId, form }: Proposal,
  by: By,
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, assessmentId));
  const existing = putForward(assessment, form, by.today);
  if (!existing.ok) return existing;
  const { organisationId } = existing.value;
  if (organisationId !== null && !(await listOrganisations(tx)).some(({ id }) => id === organisationId))
    return refused('organisationId', 'Select where they work from the list');
  const id = await insertExisting(tx, assessment, { ...existing.value, on: by.today, by: by.name });
  const { authorityId, childId, childName } = assessment;
  const href = `${services.config.baseUrl}/family/${childId}/existing-advice/${id}`;
  const words = existingAdvice({ ...existing.value, childName, href }, whereToTurn(services.authority));
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment')) {
    const to = { kind: 'contact', contact } as const;
    await sendLetter(tx, { authorityId, childId, to, template: 'advice given before', ...words });
  }
  if (organisationId !== null)
    await askAuthor(tx, services, assessment, { ...existing.value, id, organisationId, on: by.today });
  await event(tx, assessment, { id, organisationId }, 'advice given before put forward');
  return accepted(`/assessments/${assessmentId}/existing-advice/${id}`);
}

/**
 * Records what one of the three says of advice given before. With the third who is satisfied it stands as the advice of
 * its paragraph, in the same transaction, and is not sought again: what is still asked of its author is taken back.
 */
export async function recordAgreement(
  tx: Tx,
  of: { assessmentId: Uuid; id: Uuid; next: string },
  form: AgreementForm,
  by: By,
): Promise<Outcome> {
  const assessment = found(await lockAssessment(tx, of.assessmentId));
  const existing = found((await listExisting(tx, assessment.id)).find(({ id }) => id === of.id));
  const said = agree(assessment, existing, form, by.today);
  if (!said.ok) return said;
  await insertAgreement(tx, assessment, existing, { ...said.value, by: by.name });
  const { satisfied } = said.value;
  await event(
    tx,
    assessment,
    { id: of.id, organisationId: by.organisationId ?? null },
    satisfied ? 'advice given before found enough' : 'advice given before found not enough',
    {
      party: said.value.party,
    },
  );
  if (!satisfied) await stopAskingAuthors(tx, assessment, [existing], by.today);
  if (isSufficient([...existing.agreements, said.value])) await takeAsAdvice(tx, assessment, existing, by);
  return accepted(of.next);
}

async function takeAsAdvice(tx: Tx, assessment: Assessment, existing: Existing, by: By): Promise<void> {
  const { id, paragraph, authorName, authorRole, statement, advisedOn } = existing;
  const reason = 'Advice given before was found enough, so it must not be sought (reg. 6(4))';
  for (const asked of soughtStill(assessment.asked, existing))
    await takeBack(tx, { assessmentId: assessment.id, id: asked.id, reason }, by.today);
  const whom = {
    organisationId: null,
    contactId: null,
    adviserName: authorName,
    questions: '',
    insteadOf: null,
  };
  const on = { askedOn: by.today, receivedOn: by.today };
  await insertAsk(tx, assessment, { id, paragraph, ...whom, ...on, unconfirmed: null, askedBy: by.name });
  const signature = {
    signedName: authorName,
    signedRole: authorRole,
    signedOn: advisedOn,
    returnedOn: by.today,
  };
  const words = { statement, ...signature, alreadyProvided: true };
  await insertRecorded(tx, found(await findAsked(tx, id)), words, by.name);
  await event(tx, assessment, { id, organisationId: null }, 'advice not sought again', { paragraph });
}

function event(
  tx: Tx,
  assessment: Assessment,
  { id, organisationId }: { id: Uuid; organisationId: Uuid | null },
  kind: string,
  data: Record<string, string> = {},
) {
  return recordEvent(tx, {
    authorityId: assessment.authorityId,
    childId: assessment.childId,
    kind,
    subject: 'existing advice',
    subjectId: id,
    ...(organisationId === null ? {} : { organisationId }),
    data: { assessmentId: assessment.id, ...data },
  });
}
