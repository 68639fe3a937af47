import type { Uuid } from '../../shared/uuid.ts';
import { AREAS, type Area, type PlanContent } from './plan.ts';
import type { EditableSection } from './sections.ts';

/** One thing that two versions say differently. `at` names it: `A1`, or `health/needs/<id>`. */
export type Change = { at: string; section: EditableSection; how: 'added' | 'changed' | 'taken away' };

/**
 * Every difference between two versions of a plan's content, row by row. The order of rows, and the order in which a row
 * lists its links and sources, are not differences. Section I is not compared: a final always has one and a draft never.
 */
export function changesBetween(before: PlanContent, after: PlanContent): Change[] {
  const old = statements(before);
  const now = statements(after);
  const changes: Change[] = [];
  for (const [at, { section, says }] of now) {
    const was = old.get(at);
    if (was === undefined) changes.push({ at, section, how: 'added' });
    else if (was.says !== says) changes.push({ at, section, how: 'changed' });
  }
  for (const [at, { section }] of old) if (!now.has(at)) changes.push({ at, section, how: 'taken away' });
  return changes;
}

/**
 * The one way to write a value as JSON: keys in order, no spaces. Equal contents give equal text, so its hash says
 * whether an issued version is the one that was issued.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

type Statements = Map<string, { section: EditableSection; says: string }>;

function statements(content: PlanContent): Statements {
  const found: Statements = new Map();
  const put = (section: EditableSection, at: string, value: unknown) =>
    found.set(at, { section, says: canonicalJson(value) });
  put('personal details', 'personal details', content.personalDetails);
  put('services involved', 'services involved', content.servicesInvolved);
  for (const [at, contact] of content.mainContacts.entries())
    put('main contacts', `main contacts/${at + 1}`, contact);
  put('A1', 'A1', content.a1);
  put('A2', 'A2', content.a2);
  const { directPayments, personalBudget } = content;
  put('J', 'J', personalBudget === undefined ? directPayments : { directPayments, personalBudget });
  for (const entry of content.advice) put('K', `K/${entry.adviceId}`, entry);
  for (const name of AREAS) {
    const area: Area = content.areas[name];
    put(name, `${name}/strengths`, area.strengths);
    for (const need of area.needs) put(name, `${name}/needs/${need.id}`, unordered(need));
    for (const row of area.provisions) {
      put(name, `${name}/provisions/${row.id}`, unordered({ ...row, needIds: sorted(row.needIds) }));
    }
    for (const row of area.outcomes) {
      put(name, `${name}/outcomes/${row.id}`, unordered({ ...row, provisionIds: sorted(row.provisionIds) }));
    }
  }
  return found;
}

function unordered<T extends { sources: readonly unknown[] }>(row: T): unknown {
  return { ...row, sources: row.sources.map(canonicalJson).sort() };
}

function sorted(ids: readonly Uuid[]): readonly Uuid[] {
  return [...ids].sort();
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]),
  );
}
