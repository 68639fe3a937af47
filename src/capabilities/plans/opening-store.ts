import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { NewEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sayDate } from '../../shared/plain-date.ts';
import {
  type AdvisedNeed,
  findAssessment,
  listSignedAdvice,
  type Paragraph,
  type SignedAdvice,
} from '../assessments/index.ts';
import {
  type Child,
  type Contact,
  ETHNICITIES,
  findChild,
  findParticulars,
  listContacts,
  SEXES,
} from '../children/index.ts';
import { findSetting } from '../settings/index.ts';
import { type AdviceForDraft, type AdviceRow, type DraftBasis, draftFromAdvice } from './draft.ts';
import type { AdviceKind } from './plan.ts';
import { insertPlan } from './store.ts';

const dataSchema = z.object({ assessmentId: z.uuid() });

const KINDS = {
  a: 'parent, child or young person',
  b: 'education',
  c: 'medical',
  d: 'educational psychologist',
  e: 'social care',
  f: 'any other person the authority thinks appropriate',
  g: 'preparation for adulthood and independent living',
  h: 'any person the parent or young person reasonably requests',
} as const satisfies Record<Paragraph, AdviceKind>;

/** Opens the plan when it is decided to issue one: its draft drawn from the signed advice, in the same transaction. */
export async function openPlan(tx: Tx, event: NewEvent): Promise<void> {
  const { assessmentId } = dataSchema.parse(event.data);
  const assessment = await findAssessment(tx, assessmentId);
  if (assessment === undefined || event.childId === null)
    throw new Error('a plan for an assessment this lens cannot see');
  const child = await findChild(tx, event.childId);
  if (child === undefined) throw new Error('a plan for a child this lens cannot see');
  const signed = await listSignedAdvice(tx, assessmentId);
  const basis = {
    ...basisFor(await listContacts(tx, child.id), viewsIn(signed)),
    ...(await onRecord(tx, child)),
  };
  const plan = {
    authorityId: event.authorityId,
    id: randomUUID(),
    childId: child.id,
    requestId: assessment.requestId,
    assessmentId,
  };
  const { decision } = assessment;
  if (decision === null) throw new Error('a plan opened before it was decided to issue one');
  await insertPlan(tx, plan, draftFromAdvice(basis, signed.map(toAdvice), randomUUID), decision.notifiedOn);
}

/**
 * Who the child is and where they go, as the file has them by now: nobody types them anew, and the checks of names and pronouns
 * have something to go by. What social care holds and the NHS number are for staff to put in, since others read the plan.
 */
async function onRecord(
  tx: Tx,
  child: Child,
): Promise<Pick<DraftBasis, 'personalDetails' | 'servicesInvolved'>> {
  const [forename = '', ...middle] = child.givenNames.split(' ');
  const known = (await findParticulars(tx, child.id))?.now;
  const setting = child.settingId === null ? undefined : await findSetting(tx, child.settingId);
  const ethnicity = known?.ethnicity === 'NOBT' ? null : known?.ethnicity;
  return {
    personalDetails: {
      forename,
      middleNames: middle.join(' '),
      surname: child.familyName,
      preferredName: child.preferredName ?? '',
      dateOfBirth: child.bornOn,
      sex: SEXES[known?.sex ?? ''] ?? '',
      ethnicity: ETHNICITIES[ethnicity ?? ''] ?? '',
      firstLanguage: known?.firstLanguage ?? '',
      parentFirstLanguage: '',
    },
    servicesInvolved: {
      educationSetting: {
        name: setting?.name ?? '',
        identifier: setting?.urn == null ? '' : `URN ${setting.urn}`,
      },
      gpAndKeyHealthProfessional: '',
      nhsNumber: '',
      knownToSocialCare: false,
      otherProfessionals: [],
      lookedAfterNow: false,
      lookedAfterBefore: false,
      onePageProfileReceived: false,
      movingFrom: null,
    },
  };
}

type Beside = Omit<DraftBasis, 'personalDetails' | 'servicesInvolved'>;

function basisFor(contacts: readonly Contact[], a2: DraftBasis['a2']): Beside {
  return {
    mainContacts: contacts
      .filter((contact) => !contact.restricted)
      .map((contact) => ({
        personId: contact.id,
        name: contact.name,
        relationship: contact.relationship,
        email: contact.email ?? '',
        telephone: contact.phone ?? '',
        address: [...contact.addressLines, contact.postcode ?? ''].filter((line) => line !== '').join(', '),
        addressWithheld: false,
      })),
    a1: '',
    a2,
  };
}

/** Section A as the family has said it already, under reg. 6(1)(a): their words, for staff to set out under its headings. */
function viewsIn(signed: readonly SignedAdvice[]): DraftBasis['a2'] {
  const family = signed.filter(
    ({ paragraph, content }) => paragraph === 'a' && content.statement.text !== '',
  );
  return {
    views: family.map(({ content }) => content.statement.text).join('\n\n'),
    interests: '',
    strengths: '',
    aspirations: '',
    howCollected: family
      .map(({ authorName, signedOn }) => `Given by ${authorName} on ${sayDate(signedOn)}.`)
      .join('\n'),
  };
}

function toAdvice(advice: SignedAdvice): AdviceForDraft {
  return {
    adviceId: advice.id,
    kind: KINDS[advice.paragraph],
    from: [advice.authorName, advice.authorRole, advice.organisation]
      .filter((part) => part !== null)
      .join(', '),
    requestedOn: null,
    signed: { on: advice.receivedOn, rows: rowsOf(advice) },
  };
}

// Advice has a need, outcomes under it and provision under each; the draft draws one row for each provision, and one for
// a need that has none, so that the gap is seen.
function rowsOf({ content: { rows } }: SignedAdvice): AdviceRow[] {
  const needs = rows.filter((row) => row.kind === 'need');
  const outcomes = rows.filter((row) => row.kind === 'outcome');
  const provisions = rows.filter((row) => row.kind === 'provision');
  return needs.flatMap((need): AdviceRow[] => {
    const drawn = outcomes
      .filter((outcome) => outcome.under === need.id)
      .flatMap((outcome) =>
        provisions
          .filter((provision) => provision.under === outcome.id)
          .map((provision) => ({ outcome, provision })),
      );
    if (drawn.length === 0)
      return [{ ...begin(need), outcome: { text: '', steps: '', byWhen: '' }, provision: NONE }];
    return drawn.map(({ outcome, provision }) => ({
      ...begin(need),
      outcome: { text: outcome.text, steps: outcome.steps, byWhen: outcome.byWhen },
      provision,
      socialCareSection: provision.section === '' ? null : provision.section,
    }));
  });
}

const NONE = { what: '', who: '', ratio: '', frequency: '', durationEachTime: '', review: '', text: '' };

function begin(need: AdvisedNeed) {
  return { area: need.area, need: need.text, evidence: need.evidence, socialCareSection: null, page: null };
}
