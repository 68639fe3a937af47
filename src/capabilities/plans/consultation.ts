import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { CITES, type PlanResult, refuse } from './citations.ts';
import { type PlanFacts, SECTION_39_GROUNDS, type Section39Ground } from './facts.ts';

/** What a setting says when it is asked whether it can meet a child's needs. Given once. */
export type ConsultationAnswer =
  | { canMeetNeeds: true; startFrom: PlainDate; capacity: string; comments: string }
  | {
      canMeetNeeds: false;
      grounds: readonly { ground: Section39Ground; evidence: string }[];
      wouldNeed: string;
      comments: string;
    };

export type AnswerForm = {
  canMeetNeeds: boolean | null;
  startFrom: string;
  capacity: string;
  grounds: readonly Section39Ground[];
  /** By the ground's place in the list of grounds. */
  evidence: readonly string[];
  wouldNeed: string;
  comments: string;
};

/** Whether a setting may be asked now: about a draft that was served, until the plan is final. */
export function mayConsult({ served, issued }: Pick<PlanFacts, 'served' | 'issued'>): PlanResult<null> {
  const cite = CITES.consultBeforeNaming;
  if (served === null)
    return refuse('settingId', 'Serve a draft first: a setting is asked about a draft', cite);
  if (issued !== null)
    return refuse('settingId', 'This plan is final. No setting is consulted about it now', cite);
  return accepted(null);
}

/**
 * A setting's answer. A yes says from when, and in what place; a no rests on the grounds of s. 39(4) and no other, each
 * with its evidence, and says what would make it a yes. Refuses anything less, naming the first field that wants more.
 */
export function readAnswer(form: AnswerForm): PlanResult<ConsultationAnswer> {
  if (form.canMeetNeeds === null) {
    return refuse('canMeetNeeds', 'Select whether you can meet this child’s needs', CITES.consultation);
  }
  return form.canMeetNeeds ? readYes(form) : readNo(form);
}

/**
 * Whether a setting may give this answer now. A yes is taken on any day; a no once its copy of the draft has gone, since its
 * grounds (s. 39(4)) are about needs it has not been shown before that, and its 15 days have not begun.
 */
export function mayAnswer(
  { copySentOn }: { copySentOn: PlainDate | null },
  { canMeetNeeds }: Pick<ConsultationAnswer, 'canMeetNeeds'>,
): PlanResult<null> {
  if (canMeetNeeds || copySentOn !== null) return accepted(null);
  const message =
    'You have not been sent the draft plan yet, so a no can have no grounds. Your 15 days begin when it comes';
  return refuse('canMeetNeeds', message, CITES.consultation);
}

function readYes({ startFrom, capacity, comments }: AnswerForm): PlanResult<ConsultationAnswer> {
  const day = parsePlainDate(startFrom);
  if (day === null) {
    const message =
      startFrom === ''
        ? 'Enter the day they could start'
        : 'The day they could start must be a real date, like 27 3 2019';
    return refuse('startFrom', message, CITES.consultation);
  }
  if (capacity === '') return refuse('capacity', 'Enter the place you have for them', CITES.consultation);
  return accepted({ canMeetNeeds: true, startFrom: day, capacity, comments });
}

function readNo({ grounds, evidence, wouldNeed, comments }: AnswerForm): PlanResult<ConsultationAnswer> {
  if (grounds.length === 0) {
    return refuse('grounds', 'Select at least one ground. The law allows no other', CITES.preferenceGrounds);
  }
  const given = SECTION_39_GROUNDS.map((ground, place) => ({ ground, evidence: evidence[place] ?? '' }));
  const chosen = given.filter(({ ground }) => grounds.includes(ground));
  const bare = chosen.find((one) => one.evidence === '');
  if (bare !== undefined) {
    const field = evidenceField(SECTION_39_GROUNDS.indexOf(bare.ground));
    return refuse(field, `Enter the evidence that it would be ${bare.ground}`, CITES.preferenceGrounds);
  }
  if (wouldNeed === '') {
    return refuse('wouldNeed', 'Enter what you would need to be able to say yes', CITES.consultation);
  }
  return accepted({ canMeetNeeds: false, grounds: chosen, wouldNeed, comments });
}

export function evidenceField(place: number): string {
  return `evidence-${place + 1}`;
}
