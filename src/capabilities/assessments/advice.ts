import { accepted, type Refusal, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** The Code's four broad areas of need, in its order (6.28 to 6.35), then health and social care. */
export const AREAS = [
  'communication and interaction',
  'cognition and learning',
  'social, emotional and mental health',
  'sensory and/or physical',
  'health',
  'social care',
] as const;
export type Area = (typeof AREAS)[number];

/**
 * What a piece of advice says: needs; under each need the outcomes sought; under each outcome the provision for it (reg.
 * 6(1): "needs", "provision that may be required", "outcomes that are intended to be achieved"). One list, in the order
 * it was written; `version` counts each row's own changes, so that two people at two rows never meet.
 */
export type AdviceContent = { statement: Statement; rows: readonly Row[] };

export type Statement = {
  version: number;
  text: string;
  /** The child is not known to this service: itself an answer (Code 9.49). */
  notKnown: boolean;
};

export type Row = Need | Outcome | Provision;
export type RowKind = Row['kind'];

export type Need = {
  kind: 'need';
  id: Uuid;
  version: number;
  area: Area;
  text: string;
  evidence: string;
  /** Why no provision is advised for it; empty where some is. */
  noProvision: string;
};

export type Outcome = {
  kind: 'outcome';
  id: Uuid;
  version: number;
  /** The need it answers. */
  under: Uuid;
  text: string;
  steps: string;
  byWhen: string;
};

export type Provision = {
  kind: 'provision';
  id: Uuid;
  version: number;
  /** The outcome it is for. */
  under: Uuid;
  what: string;
  who: string;
  ratio: string;
  frequency: string;
  durationEachTime: string;
  review: string;
  text: string;
  /** Why its author cannot say it exactly: signed with it, and read by everyone who reads the advice. */
  whyNotSpecified: string;
  /** For social care alone: under section 2 of the Chronically Sick and Disabled Persons Act 1970 (H1), or other (H2). */
  section: 'H1' | 'H2' | '';
};

export const EMPTY: AdviceContent = { statement: { version: 1, text: '', notKnown: false }, rows: [] };

/** More rows than anyone writes; a bound on what one page must show. */
const MOST_ROWS = 300;

/** Somebody else changed the same thing first: what they saved, to show beside what was typed. */
export type Conflict = Refusal & { saved: Row | Statement | null };
export type Changed = { ok: true; value: AdviceContent } | Refusal | Conflict;

/** Adds a row at the end. Refuses one under something a colleague has since taken away. */
export function addRow(content: AdviceContent, row: Row): Changed {
  if (content.rows.length >= MOST_ROWS) return refused('rows', `Advice can have at most ${MOST_ROWS} rows`);
  if (row.kind !== 'need' && parentOf(content, row) === undefined) {
    return conflict('What this belongs to has been removed by someone else', null);
  }
  return { ok: true, value: { ...content, rows: [...content.rows, row] } };
}

/** Changes a row as it was seen; refuses when it has been changed or taken away since. */
export function changeRow(content: AdviceContent, row: Row): Changed {
  const saved = content.rows.find((one) => one.id === row.id);
  if (saved === undefined) return conflict('Someone else removed this while you were writing', null);
  if (saved.version !== row.version) return conflict('Someone else saved this while you were writing', saved);
  const next = { ...row, version: row.version + 1 };
  return {
    ok: true,
    value: { ...content, rows: content.rows.map((one) => (one.id === row.id ? next : one)) },
  };
}

/** Takes a row away with everything under it; refuses when it has been changed since it was seen. */
export function removeRow(content: AdviceContent, id: Uuid, version: number): Changed {
  const saved = content.rows.find((one) => one.id === id);
  if (saved === undefined) return { ok: true, value: content };
  if (saved.version !== version)
    return conflict('Someone else saved this while you were looking at it', saved);
  const gone = new Set([id]);
  for (const row of content.rows) if (row.kind === 'outcome' && gone.has(row.under)) gone.add(row.id);
  const isGone = (row: Row) => gone.has(row.id) || (row.kind !== 'need' && gone.has(row.under));
  return { ok: true, value: { ...content, rows: content.rows.filter((row) => !isGone(row)) } };
}

/** Changes the statement as it was seen. */
export function changeStatement(content: AdviceContent, statement: Statement): Changed {
  if (content.statement.version !== statement.version) {
    return conflict('Someone else saved this while you were writing', content.statement);
  }
  return { ok: true, value: { ...content, statement: { ...statement, version: statement.version + 1 } } };
}

/**
 * A correction begins from what was signed, which stays as it was: the words are copied into a draft of their own.
 * Refuses without a reason, and where nothing is signed or a correction has been begun.
 */
export function beginCorrection(latest: { signed: boolean; number: number }, reason: string): Result<number> {
  if (!latest.signed) return refused('reason', 'This advice is not signed, so you can still change it');
  if (reason === '') return refused('reason', 'Enter what is being corrected, and why');
  return accepted(latest.number + 1);
}

export function needsOf(content: AdviceContent): Need[] {
  return content.rows.filter((row) => row.kind === 'need');
}

export function outcomesUnder(content: AdviceContent, needId: Uuid): Outcome[] {
  return content.rows.filter((row) => row.kind === 'outcome').filter((row) => row.under === needId);
}

export function provisionsUnder(content: AdviceContent, outcomeId: Uuid): Provision[] {
  return content.rows.filter((row) => row.kind === 'provision').filter((row) => row.under === outcomeId);
}

/** The need a row belongs to, itself or through its outcome. */
export function needOf(content: AdviceContent, row: Row): Need | undefined {
  if (row.kind === 'need') return row;
  const parent = parentOf(content, row);
  return parent === undefined ? undefined : needOf(content, parent);
}

function parentOf(content: AdviceContent, row: Outcome | Provision): Need | Outcome | undefined {
  const kind = row.kind === 'outcome' ? 'need' : 'outcome';
  return content.rows.find((one): one is Need | Outcome => one.kind === kind && one.id === row.under);
}

function conflict(message: string, saved: Conflict['saved']): Conflict {
  return { ok: false, field: 'conflict', message, saved };
}
