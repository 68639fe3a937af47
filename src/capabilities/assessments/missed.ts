import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** An appointment an organisation made for its advice that was not kept, as it says. By itself it excuses nothing. */
export type Missed = {
  id: Uuid;
  missedOn: PlainDate;
  what: string;
  evidence: string;
  recordedBy: string;
  /** What the authority made of it; null until it has decided. */
  decision: { excuses: boolean; reason: string; on: PlainDate; by: string } | null;
};

export type MissedForm = { missedOn: PlainDate | null; what: string; evidence: string };

/**
 * Records a missed appointment. Refuses one before the advice was asked for or after today, and one without what it was
 * for and how it is known. Signed advice needed no excuse, so nothing more is recorded of it.
 */
export function recordMissed(
  asked: { askedOn: PlainDate; signed: boolean },
  form: MissedForm,
  today: PlainDate,
): Result<MissedForm & { missedOn: PlainDate }> {
  const { missedOn, what, evidence } = form;
  if (asked.signed) return refused('what', 'This advice is signed, so there is nothing to excuse');
  if (missedOn === null) return refused('missedOn', 'Enter the day of the appointment');
  if (missedOn > today) return refused('missedOn', 'The day of the appointment must be today or in the past');
  if (missedOn < asked.askedOn) {
    return refused('missedOn', `The day must be on or after ${sayDate(asked.askedOn)}, when you were asked`);
  }
  if (what === '') return refused('what', 'Enter what the appointment was for');
  if (evidence === '') return refused('evidence', 'Enter how you know that it was made and not kept');
  return accepted({ missedOn, what, evidence });
}

export type MissedDecision = { excuses: boolean; reason: string };

/** The authority decides, once, whether a missed appointment is a lawful exception (reg. 8(2)). Refuses without a reason. */
export function decideMissed(
  missed: Pick<Missed, 'decision'>,
  form: { excuses: boolean | null; reason: string },
): Result<MissedDecision> {
  if (missed.decision !== null) return refused('excuses', 'This has already been decided');
  if (form.excuses === null) {
    return refused('excuses', 'Select whether it made the time limit impractical to keep');
  }
  return form.reason === ''
    ? refused('reason', 'Enter your reason')
    : accepted({ excuses: form.excuses, reason: form.reason });
}
