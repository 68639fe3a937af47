import { isBefore, type PlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { CITES, type Cite, type PlanResult, refuse } from './citations.ts';
import type { Answer, Meeting, PlanFacts, Preference, PreferredSetting, Representation } from './facts.ts';
import type { SettingType } from './plan.ts';

/**
 * Records what the parent or young person says about the draft with them. One made after the 15 days is recorded too: the
 * period is the least they must have. Refuses an empty one, a day to come or before service, and any once the plan is final.
 */
export function makeRepresentation(
  facts: PlanFacts,
  said: Omit<Representation, 'draftNumber' | 'answer'>,
  today: PlainDate,
): PlanResult<Representation> {
  if (facts.served === null)
    return refuse('draft', 'There is no draft to comment on yet', CITES.representations);
  if (facts.issued !== null) {
    return refuse(
      'draft',
      'This plan is final. Contact us about it, or see how to appeal',
      CITES.representations,
    );
  }
  if (said.words.trim() === '') return refuse('words', 'Enter what you want to say', CITES.representations);
  const day = dayRefusal(said.receivedOn, facts.served.sentOn, today);
  if (day !== null) return refuse('receivedOn', day, CITES.representations);
  return accepted({ ...said, draftNumber: facts.served.number, answer: null });
}

/** Answers one representation, with reasons whichever way it goes. Refuses no reasons, and a second answer. */
export function answerRepresentation(
  representation: Representation,
  answer: Answer,
): PlanResult<Representation> {
  if (representation.answer !== null) {
    return refuse('outcome', 'This has been answered already', CITES.representations);
  }
  if (answer.reasons.trim() === '') {
    const message =
      answer.outcome === 'accepted'
        ? 'Enter what will change'
        : 'Enter the reasons, so that the family can see why';
    return refuse('reasons', message, CITES.representations);
  }
  if (isBefore(answer.answeredOn, representation.receivedOn)) {
    return refuse('answeredOn', 'The answer cannot come before the comment', CITES.representations);
  }
  return accepted({ ...representation, answer });
}

/** Whether a meeting with an officer may be asked for (s. 38(2)(b)): while there is a draft, and the plan is not final. */
export function askForMeeting(facts: PlanFacts): PlanResult<true> {
  if (facts.served === null) return refuse('draft', 'There is no draft to meet about yet', CITES.meeting);
  if (facts.issued !== null) {
    return refuse('draft', 'This plan is final. Contact us about it, or see how to appeal', CITES.meeting);
  }
  return accepted(true);
}

/** Settles a meeting asked for. Refuses a second time, and one said to be unwanted without a note of who said so. */
export function settleMeeting(
  meeting: Meeting,
  settled: NonNullable<Meeting['settled']>,
): PlanResult<Meeting> {
  if (meeting.settled !== null) return refuse('outcome', 'This has been recorded already', CITES.meeting);
  if (settled.note.trim() === '') {
    const message =
      settled.outcome === 'held' ? 'Enter who met, and what was said' : 'Enter who said so, and how';
    return refuse('note', message, CITES.meeting);
  }
  return accepted({ ...meeting, settled });
}

/** s. 38(3)(a) to (f). Types that are absent are outside it: an authority may name them, but has no duty to. */
const SECTION_38_PARAGRAPH = {
  'maintained school': 's. 38(3)(a)',
  'maintained nursery school': 's. 38(3)(b)',
  Academy: 's. 38(3)(c)',
  'further education institution': 's. 38(3)(d)',
  'non-maintained special school': 's. 38(3)(e)',
  'independent institution approved under section 41': 's. 38(3)(f)',
  'pupil referral unit': null,
  'hospital special school': null,
  'independent school not approved under section 41': null,
  'independent post-16 institution not approved under section 41': null,
  'early years provider': null,
  other: null,
} as const satisfies Record<SettingType, string | null>;

/** The paragraph that gives a right to ask for this type of setting; null where it lies outside s. 38(3). */
export function section38Paragraph(type: SettingType): string | null {
  return SECTION_38_PARAGRAPH[type];
}

/**
 * Records the setting a parent or young person asks for. Never refuses one: for a type in s. 38(3) it is a request, which
 * s. 39 binds the authority to follow or to answer with a ground; for any other it is a representation, and says so.
 */
export function expressPreference(setting: PreferredSetting, said: Said): Preference {
  const paragraph = section38Paragraph(setting.type);
  if (paragraph !== null) return { kind: 'request', paragraph, setting, ...said };
  return { kind: 'representation', why: whyNotARequest(setting.type), setting, ...said };
}

export function noPreference(said: Said): Preference {
  return { kind: 'none', ...said };
}

type Said = Pick<Preference, 'from' | 'receivedOn' | 'contactId'>;

/**
 * What each of a family wants, as each said last, in the order it was said. Each parent may ask for a setting of their own
 * (Education Act 1996, s. 576): what one says undoes only what they said before, as whom they are on the file, or by name.
 */
export function standingPreferences(said: readonly Preference[]): Preference[] {
  return said.filter((one, place) => !said.slice(place + 1).some((later) => isSamePerson(one, later)));
}

function isSamePerson(one: Preference, other: Preference): boolean {
  if (one.contactId !== null && other.contactId !== null) return one.contactId === other.contactId;
  return one.from.trim().toLowerCase() === other.from.trim().toLowerCase();
}

/** The law a preference stands on, for the page that shows it. */
export function preferenceCite(preference: Preference): Cite {
  return preference.kind === 'representation' ? CITES.wishes : CITES.whoMayBeNamed;
}

/**
 * The parent or young person says they have nothing more to add, which lets a plan be made final before the 15 days end.
 * Refuses until they have said which setting they want, or that they have no preference.
 */
export function sayFinished(facts: PlanFacts, on: PlainDate): PlanResult<PlanFacts> {
  if (facts.served === null) return refuse('draft', 'There is no draft to comment on yet', CITES.viewsPeriod);
  if (facts.preference === null) {
    return refuse(
      'preference',
      'Say which setting you want, or that you have no preference',
      CITES.whoMayBeNamed,
    );
  }
  return accepted({ ...facts, finishedOn: on });
}

function whyNotARequest(type: SettingType): string {
  if (type === 'other') {
    return (
      'The register does not say what kind of setting this is. We will check: if section 38(3) lists it, we must name ' +
      'it unless the law gives a reason not to. If not, we must still consider it'
    );
  }
  const kind = type.startsWith('independent')
    ? 'a wholly independent setting'
    : `this type of setting (${type})`;
  return (
    `Section 38(3) gives no right to ask for ${kind}, so this is recorded as a representation. ` +
    'We must consider it, and may name the setting if it agrees to admit'
  );
}

function dayRefusal(day: PlainDate, earliest: PlainDate, today: PlainDate): string | null {
  if (isBefore(today, day)) return 'The day it was received must be today or in the past';
  if (isBefore(day, earliest)) return 'The day it was received must not be before the draft was sent';
  return null;
}
