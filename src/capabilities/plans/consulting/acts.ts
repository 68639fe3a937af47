import { isBefore, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { accepted } from '../../../shared/result.ts';
import { CITES, type PlanResult, refuse } from '../citations.ts';

/** What may follow once a setting has been asked. */
export const CONSULTATION_ACTS = [
  'chased',
  'extended',
  'withdrawn',
  'authority to tell',
  'authority told',
] as const;
export type ConsultationActKind = (typeof CONSULTATION_ACTS)[number];

export type ConsultationAct = {
  kind: ConsultationActKind;
  on: PlainDate;
  /** The later day, of one extended. */
  dueOn: PlainDate | null;
  words: string;
  by: string;
};

/** As much of a consultation as says what may follow. */
export type Waiting = {
  settingName: string;
  sentOn: PlainDate;
  /** Null while its copy of the draft waits: its 15 days begin when that goes. */
  dueOn: PlainDate | null;
  answeredOn: PlainDate | null;
  acts: readonly ConsultationAct[];
};

/** The day it was withdrawn; null while it stands. */
export function withdrawnOn({ acts }: Pick<Waiting, 'acts'>): PlainDate | null {
  return acts.find(({ kind }) => kind === 'withdrawn')?.on ?? null;
}

/** Whether anything may follow: refused once it has answered, or is no longer asked. */
export function mayFollow(one: Waiting): PlanResult<null> {
  const withdrawn = withdrawnOn(one);
  if (withdrawn !== null) {
    return refuse(
      'words',
      `${one.settingName} has not been asked since ${sayDate(withdrawn)}`,
      CITES.consultation,
    );
  }
  if (one.answeredOn === null) return accepted(null);
  return refuse('words', `${one.settingName} answered on ${sayDate(one.answeredOn)}`, CITES.consultation);
}

/** Whether it may be reminded: refused as above, and while its copy of the draft waits, when nothing is asked of it yet. */
export function mayChase(one: Waiting): PlanResult<null> {
  const may = mayFollow(one);
  if (!may.ok || one.dueOn !== null) return may;
  const message = `${one.settingName} waits for its copy of the draft. Send that, and its 15 days begin`;
  return refuse('words', message, CITES.consultation);
}

/** A later day to answer by, with why. Refuses one that is no later, or has passed; no limit of the plan's moves with it. */
export function mayExtend(
  one: Waiting,
  { dueOn, words }: { dueOn: PlainDate; words: string },
  today: PlainDate,
): PlanResult<null> {
  const may = mayFollow(one);
  if (!may.ok) return may;
  if (one.dueOn === null) {
    const message = `The 15 days of ${one.settingName} begin when its copy of the draft goes. Send that first`;
    return refuse('dueOn', message, CITES.consultation);
  }
  if (!isBefore(one.dueOn, dueOn)) {
    return refuse('dueOn', `The new day must be after ${sayDate(one.dueOn)}`, CITES.consultation);
  }
  if (isBefore(dueOn, today))
    return refuse('dueOn', 'The new day must be today or later', CITES.consultation);
  if (words !== '') return accepted(null);
  return refuse('words', 'Enter why they are given more time', CITES.consultation);
}

/** Whether it may be withdrawn: with why, which the setting and the family read. */
export function mayWithdraw(one: Waiting, words: string): PlanResult<null> {
  const may = mayFollow(one);
  if (!may.ok || words !== '') return may;
  return refuse('words', 'Enter why they are no longer asked', CITES.consultation);
}

/** The other authority that maintains the setting, where it has one, and the day it was told. */
export function otherAuthority({
  acts,
}: Pick<Waiting, 'acts'>): { name: string; toldOn: PlainDate | null } | null {
  const name = acts.find(({ kind }) => kind === 'authority to tell')?.words;
  if (name === undefined) return null;
  return { name, toldOn: acts.find(({ kind }) => kind === 'authority told')?.on ?? null };
}

/** The other authority was told: on a day since the setting was asked, and how. Recorded once. */
export function mayRecordTold(
  one: Waiting,
  { on, words }: { on: PlainDate; words: string },
  today: PlainDate,
): PlanResult<null> {
  const other = otherAuthority(one);
  if (other === null) {
    return refuse('words', 'No other authority maintains it', CITES.consultBeforeNaming);
  }
  if (other.toldOn !== null) {
    return refuse('words', `${other.name} was told on ${sayDate(other.toldOn)}`, CITES.consultBeforeNaming);
  }
  if (isBefore(on, one.sentOn) || isBefore(today, on)) {
    const message = `The day must be from ${sayDate(one.sentOn)} to today`;
    return refuse('on', message, CITES.consultBeforeNaming);
  }
  if (words !== '') return accepted(null);
  return refuse('words', `Enter how ${other.name} was told`, CITES.consultBeforeNaming);
}

/** How an answer came too late to count, in the words of whoever reads it; null where it came while it was asked for. */
export function lateness({ answeredOn, dueOn, acts }: Waiting, afterDecision: boolean): string | null {
  if (answeredOn === null) return null;
  const withdrawn = withdrawnOn({ acts });
  if (withdrawn !== null && !isBefore(answeredOn, withdrawn))
    return `It came after it was withdrawn on ${sayDate(withdrawn)}. It is kept, and changes nothing decided`;
  if (afterDecision) return 'It came after the plan was decided. It is kept, and changes nothing decided';
  return dueOn !== null && isBefore(dueOn, answeredOn)
    ? `It came after ${sayDate(dueOn)}, the day it was due`
    : null;
}
