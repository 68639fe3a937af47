import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { SAID_HOW } from '../../shared/said-how.ts';
import type { AskedAdvice, AssessmentFacts } from './assessment.ts';
import type { Paragraph } from './paragraphs.ts';

export type AskForm = {
  paragraph: Paragraph | null;
  /** Where the adviser works; null where they work for no organisation here, and for the family. */
  organisationId: string | null;
  /** Staff ask them by other means, and write down what they say. */
  byOtherMeans: boolean;
  /** The parent, carer or young person asked under paragraph (a). */
  contactId: string | null;
  adviserName: string;
  questions: string;
  /** The refused request this one stands in for; left out, it is the one refused under the same paragraph. */
  insteadOf?: string;
};

export type Ask = {
  paragraph: Paragraph;
  organisationId: string | null;
  contactId: string | null;
  adviserName: string;
  questions: string;
  askedOn: PlainDate;
  receivedOn: PlainDate;
  insteadOf: string | null;
};

/** Whether advice may be asked for now: until it is decided whether to issue a plan. */
export function mayAsk({ decision }: Pick<AssessmentFacts, 'decision'>): Result<null> {
  if (decision === null) return accepted(null);
  return refused('paragraph', 'Whether to issue a plan has been decided, so no more advice can be asked for');
}

/**
 * Asking for advice under SEND Regulations 2014, reg. 6(1). Refuses to ask nobody, or after the decision whether to
 * issue. What is asked through the service is received the same day, and the six weeks of reg. 8(1) start then.
 */
export function askAdvice(facts: AssessmentFacts, form: AskForm, today: PlainDate): Result<Ask> {
  const may = mayAsk(facts);
  if (!may.ok) return may;
  if (form.paragraph === null) return refused('paragraph', 'Select what kind of advice this is');
  const ofFamily = form.paragraph === 'a';
  if (ofFamily && form.contactId === null) {
    return refused('contactId', 'Select which parent, carer or young person to ask');
  }
  if (!ofFamily && form.organisationId === null && !form.byOtherMeans) {
    return refused('organisationId', 'Select the organisation to ask');
  }
  if (form.adviserName === '') return refused('adviserName', 'Enter the name of the person you are asking');
  if (facts.asked.some((one) => one.alreadyProvided && isOf(one, form))) {
    return refused(
      'adviserName',
      'What they advised before was found enough by them, you and the family, so it must not be asked for again (reg. 6(4))',
    );
  }
  if (!ofFamily && form.questions === '') return refused('questions', 'Enter what you are asking');
  return accepted({
    paragraph: form.paragraph,
    organisationId: ofFamily ? null : form.organisationId,
    contactId: ofFamily ? form.contactId : null,
    adviserName: form.adviserName,
    questions: form.questions,
    askedOn: today,
    receivedOn: today,
    insteadOf: standsInFor(facts, form.paragraph, form.insteadOf),
  });
}

/**
 * What is still asked of somebody whose advice given before stands as enough: SEND Regulations 2014, reg. 6(4), says that it
 * must not be sought. What the same paragraph asks of anybody else goes on.
 */
export function soughtStill<T extends AskedAdvice>(
  asked: readonly T[],
  before: { paragraph: Paragraph; authorName: string },
): T[] {
  const of = { paragraph: before.paragraph, adviserName: before.authorName };
  return asked.filter((one) => one.returnedOn === null && one.refused === null && isOf(one, of));
}

function isOf(
  asked: { paragraph: Paragraph; adviser: string },
  of: Pick<AskForm, 'paragraph' | 'adviserName'>,
): boolean {
  return asked.paragraph === of.paragraph && plain(asked.adviser) === plain(of.adviserName);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

// Under (f) and (h) several people may be asked of quite different things, so only staff can say whose place one takes.
function standsInFor(facts: AssessmentFacts, paragraph: Paragraph, said: string | undefined): string | null {
  const refused = facts.asked.filter((one) => one.refused !== null && one.paragraph === paragraph);
  const named = refused.find(({ id }) => id === said);
  const last = paragraph === 'f' || paragraph === 'h' ? undefined : refused.at(-1);
  return (named ?? last)?.id ?? null;
}

/**
 * Refuses to give advice. Refuses without a reason, and once the advice is signed. It leaves the advice to be had of
 * somebody else: whom is for the authority to say.
 */
export function refuseAdvice(asked: { signed: boolean }, reason: string): Result<string> {
  if (asked.signed) return refused('reason', 'This advice is signed, so it has been given');
  return reason === '' ? refused('reason', 'Enter why you cannot give this advice') : accepted(reason);
}

export type RefusalForm = {
  reason: string;
  refusedOn: PlainDate | null;
  cameBy: (typeof SAID_HOW)[number] | null;
};
export type ToldRefusal = { reason: string; on: PlainDate; cameBy: (typeof SAID_HOW)[number] };

/**
 * A refusal that came by other means, written down by staff. Refuses it of the family's own views, which they give or not;
 * once the advice is in, or refused already; and without why, how, and a day from that on which it was asked for to today.
 */
export function recordRefusal(
  asked: Pick<AskedAdvice, 'paragraph' | 'askedOn' | 'returnedOn' | 'refused'>,
  form: RefusalForm,
  today: PlainDate,
): Result<ToldRefusal> {
  const { reason, refusedOn, cameBy } = form;
  if (asked.paragraph === 'a') return refused('reason', 'A family gives its own views when it wishes to');
  if (asked.refused !== null) return refused('reason', 'They have already said that they cannot give it');
  if (asked.returnedOn !== null) return refused('reason', 'This advice is in, so it has been given');
  if (reason === '') return refused('reason', 'Enter why they cannot give this advice');
  if (cameBy === null) return refused('cameBy', 'Select how they told you');
  if (refusedOn === null) return refused('refusedOn', 'Enter the date they told you');
  if (refusedOn > today) return refused('refusedOn', 'The date they told you must be today or in the past');
  if (refusedOn < asked.askedOn)
    return refused('refusedOn', 'The date they told you must be on or after the day you asked');
  return accepted({ reason, on: refusedOn, cameBy });
}

/**
 * Takes back a request for advice: asked by mistake, or of somebody who cannot answer. Refuses without a reason, once the
 * advice is in, and once whether to issue is decided: by then what was asked and not answered is part of that decision.
 */
export function withdrawAsk(facts: AssessmentFacts, id: string, reason: string): Result<string> {
  if (facts.decision !== null) {
    return refused('reason', 'Whether to issue a plan has been decided, so this cannot be taken back');
  }
  const asked = facts.asked.find((one) => one.id === id);
  if (asked === undefined) return refused('reason', 'This has already been taken back');
  if (asked.refused !== null) return refused('reason', 'They have already said that they cannot give it');
  if (asked.returnedOn !== null) return refused('reason', 'This advice is in, so it cannot be taken back');
  return reason === '' ? refused('reason', 'Enter why you are taking this back') : accepted(reason);
}

export type RecordForm = {
  statement: string;
  signedName: string;
  signedRole: string;
  signedOn: PlainDate | null;
  returnedOn: PlainDate | null;
};

export type Recorded = {
  statement: string;
  signedName: string;
  signedRole: string;
  signedOn: PlainDate;
  returnedOn: PlainDate;
};

/**
 * Advice that came by other means, written down by staff in its author's words. Refuses it without its words, who gave
 * it and as what, and dates that could not be: signed after it came, or come after today.
 */
export function recordAdvice(form: RecordForm, today: PlainDate): Result<Recorded> {
  const { signedOn, returnedOn } = form;
  if (form.statement === '') return refused('statement', 'Enter what the advice says');
  if (form.signedName === '')
    return refused('signedName', 'Enter the name of the person who gave the advice');
  if (form.signedRole === '')
    return refused('signedRole', 'Enter their role, or their relationship to the child');
  if (signedOn === null) return refused('signedOn', 'Enter the date on the advice');
  if (returnedOn === null) return refused('returnedOn', 'Enter the date you received the advice');
  if (signedOn > returnedOn) {
    return refused(
      'signedOn',
      'The date on the advice must be the same as or before the day you received it',
    );
  }
  if (returnedOn > today)
    return refused('returnedOn', 'The date you received the advice must be today or in the past');
  return accepted({ ...form, signedOn, returnedOn });
}
