import { accepted, type Result, refused } from '../../shared/result.ts';

export const FLAG_KINDS = ['safeguarding', 'urgent'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** The words of a flag, for the staff who see it. Nobody else does. */
export const FLAG_WORDS = {
  urgent: 'Urgent',
  safeguarding: 'Safety',
} as const satisfies Record<FlagKind, string>;

export type Flag = {
  id: string;
  requestId: string;
  kind: FlagKind;
  words: string;
  raisedBy: string;
  raisedAt: Date;
  ended: { at: Date; by: string; reason: string } | null;
};

/** Raises a flag. Refuses one without its kind or its words. It changes nothing else, least of all a date. */
export function raiseFlag(form: {
  kind: FlagKind | null;
  words: string;
}): Result<{ kind: FlagKind; words: string }> {
  if (form.kind === null) return refused('kind', 'Select what kind of flag it is');
  if (form.words === '') return refused('words', 'Enter what is urgent or unsafe');
  return accepted({ kind: form.kind, words: form.words });
}

/** Takes a flag down. Refuses one that is down already, and without saying what was done. */
export function endFlag(flag: Pick<Flag, 'ended'>, reason: string): Result<string> {
  if (flag.ended !== null) return refused('reason', 'This flag has been taken down');
  return reason === '' ? refused('reason', 'Enter what was done about it') : accepted(reason);
}

/** The flags raised in the answers to a request: each of those that has words. */
export function flagsIn(answers: Readonly<Record<string, string>>): { kind: FlagKind; words: string }[] {
  return FLAG_KINDS.flatMap((kind) => {
    const words = answers[kind] ?? '';
    return words === '' ? [] : [{ kind, words }];
  });
}
