import { NotTheirs } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listShownCitations } from './citing-store.ts';
import { type Comparison, comparePlans } from './comparing/compare.ts';
import type { PlanFacts } from './facts.ts';
import type { PlanContent } from './plan.ts';
import { citationsFor } from './post.ts';
import { contentFor } from './recipients.ts';
import type { PlanView } from './rendering/index.ts';
import { findVersion, listVersions, type Plan, type Version } from './version-store.ts';

/** A version somebody may choose to compare: one that was sent, or the draft that staff are writing. */
export type Choice = { key: string; words: string };
export type Compared = {
  choices: readonly Choice[];
  from: Choice;
  to: Choice;
  comparison: Comparison;
};

/** The draft as it now stands, among the versions that staff may choose. */
export const BEING_WRITTEN = 'draft-being-written';

type Asked = { from?: string | undefined; to?: string | undefined };
type Reading = {
  plan: Plan;
  reference: string;
  asked: Asked;
  today: PlainDate;
} & ({ reader: 'staff'; facts: PlanFacts } | { reader: 'family' });

/**
 * Two versions of a plan side by side: those asked for, or the newest and the one before it. Null where there are not two.
 * A family compares what it was sent, with nobody's address; staff also the draft they are writing.
 */
export async function compareVersions(tx: Tx, reading: Reading): Promise<Compared | null> {
  const { plan, asked } = reading;
  const versions = await listVersions(tx, plan.id);
  const writing = reading.reader === 'staff' && reading.facts.issued === null;
  const choices = [
    ...versions.map(choiceOf),
    ...(writing ? [{ key: BEING_WRITTEN, words: 'The draft as it now stands' }] : []),
  ];
  const [earlier, later] = choices.slice(-2);
  if (earlier === undefined || later === undefined) return null;
  const between = async (from: Choice, to: Choice): Promise<Compared> => {
    const before = await viewOf(tx, reading, from.key);
    const after = await viewOf(tx, reading, to.key);
    return { choices, from, to, comparison: comparePlans(before, after) };
  };
  const compared = await between(chosen(choices, asked.from, earlier), chosen(choices, asked.to, later));
  // Nothing has been written since the last was sent: what is worth seeing first is how that one came about.
  const [before, last] = choices.slice(-3, -1);
  const unasked = !asked.from && !asked.to && writing && compared.comparison.changes.length === 0;
  return unasked && before !== undefined && last !== undefined ? between(before, last) : compared;
}

function chosen(choices: readonly Choice[], key: string | undefined, otherwise: Choice): Choice {
  if (key === undefined || key === '') return otherwise;
  const found = choices.find((one) => one.key === key);
  if (found === undefined) throw new NotTheirs();
  return found;
}

function choiceOf({ id, kind, number, sentOn }: Version): Choice {
  const sent = kind === 'draft' ? 'sent' : 'issued';
  return {
    key: id,
    words: `${kind === 'draft' ? 'Draft' : 'Final plan, version'} ${number}, ${sent} ${sayDate(sentOn)}`,
  };
}

async function viewOf(tx: Tx, reading: Reading, key: Uuid): Promise<PlanView> {
  const { plan, reference, today } = reading;
  const shared = { reference, authority: { name: '' }, layout: 'sections' } as const;
  if (key === BEING_WRITTEN && reading.reader === 'staff') {
    const { content } = reading.facts.working;
    const citations = await citationsFor(tx, plan, content);
    return { ...shared, citations, content, version: { kind: 'draft', number: 0, on: today } };
  }
  const found = await findVersion(tx, key);
  if (found === undefined) throw new NotTheirs();
  const { kind, number, servedOn: on } = found;
  const version =
    kind === 'draft' ? { kind, number, on } : { kind, number, on, officer: found.officer ?? '' };
  const citations = await listShownCitations(tx, key);
  return { ...shared, citations, version, content: shownTo(reading.reader, found.content) };
}

// Either parent may open it, so it shows a family nobody's address.
function shownTo<Content extends PlanContent>(reader: Reading['reader'], content: Content): Content {
  return reader === 'staff' ? content : contentFor(content, { kind: 'person', id: null }, []);
}
