import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Refusal, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Who a child is, beyond what happened to them. Null where nobody has recorded it. */
export type Particulars = {
  givenNames: string;
  familyName: string;
  preferredName: string | null;
  bornOn: PlainDate;
  sex: string | null;
  ethnicity: string | null;
  firstLanguage: string | null;
  homeLanguages: string | null;
  /** The language an interpreter is needed for when speaking to the child. */
  interpreter: string | null;
  bsl: boolean;
  upn: string | null;
  uln: string | null;
  /** Why neither a UPN nor a ULN is held. */
  upnUnknown: string | null;
  nhsNumber: string | null;
  nhsUnknown: string | null;
};

/** The questions particulars are asked in, each with what it answers. */
export const PARTS = {
  names: ['givenNames', 'familyName', 'preferredName'],
  birth: ['bornOn', 'sex'],
  ethnicity: ['ethnicity'],
  languages: ['firstLanguage', 'homeLanguages', 'interpreter', 'bsl'],
  numbers: ['upn', 'uln', 'upnUnknown', 'nhsNumber', 'nhsUnknown'],
} as const satisfies Readonly<Record<string, readonly (keyof Particulars)[]>>;
export type Part = keyof typeof PARTS;
export type Answers = Partial<Particulars>;

/** Particulars as they were saved once: what was answered anew, by whom and when. */
export type Saved = {
  version: number;
  part: Part | 'as first recorded';
  particulars: Particulars;
  why: string | null;
  by: string;
  at: Date;
  /** The record merged into the file that these answers were chosen from; null where somebody gave them. */
  fromRecord: Uuid | null;
};

/** A refusal; `overtakenBy` is whoever saved other answers to the same question meanwhile. */
export type Refused = Refusal & { overtakenBy?: string };

/**
 * One question's new answers put into the particulars as they stand. Somebody else's answers to another question since
 * the form was opened are kept; to the same question they are a conflict, for a person to settle. Null changes nothing.
 */
export function changeParticulars(
  saves: readonly Saved[],
  now: Particulars,
  asked: { part: Part; answers: Answers; version: number },
): { ok: true; value: Particulars | null } | Refused {
  const fields: readonly (keyof Particulars)[] = PARTS[asked.part];
  const changed: Particulars = { ...now, ...asked.answers };
  if (fields.every((field) => changed[field] === now[field])) return accepted(null);
  const theirs = saves.findLast(({ version, part }) => version > asked.version && part === asked.part);
  if (theirs !== undefined) {
    const message = `${theirs.by} changed this while you were writing. Read what they put, then save again to put yours in its place`;
    return { ...refused(fields[0] ?? '', message), overtakenBy: theirs.by };
  }
  if (changed.upnUnknown !== null && (changed.upn !== null || changed.uln !== null))
    return refused('upnUnknown', 'A number is given above, so take away the reason that there is none');
  if (changed.nhsUnknown !== null && changed.nhsNumber !== null)
    return refused(
      'nhsUnknown',
      'The NHS number is given above, so take away the reason that it is not known',
    );
  return accepted(changed);
}

/** What one save changed, against the one before it. */
export function fieldsChanged(before: Particulars, after: Particulars): (keyof Particulars)[] {
  return Object.values(PARTS)
    .flat()
    .filter((field) => before[field] !== after[field]);
}

/** Whether a question's answers are word for word those of another record. */
export function sameAnswers(part: Part, answers: Answers, record: Particulars): boolean {
  return PARTS[part].every((field) => answers[field] === record[field]);
}

/** Particulars with one question answered as others have it. */
export function withAnswers(of: Particulars, part: Part, from: Particulars): Particulars {
  return { ...of, ...Object.fromEntries(PARTS[part].map((field) => [field, from[field]])) };
}

/**
 * Particulars as they stand once some records are another child's: each question that was last answered by choosing from one
 * of them is as it stood before. What somebody has answered since stays.
 */
export function withoutChosen(
  saves: readonly Saved[],
  now: Particulars,
  gone: ReadonlySet<Uuid>,
): Particulars {
  return (Object.keys(PARTS) as Part[]).reduce((kept, part) => {
    const answered = saves.filter((save) => save.part === part);
    const last = answered.findLastIndex(({ fromRecord }) => fromRecord === null || !gone.has(fromRecord));
    if (last === answered.length - 1) return kept;
    const stood = (answered[last] ?? saves[0])?.particulars ?? kept;
    return withAnswers(kept, part, stood);
  }, now);
}
