import { isUuid, type Uuid } from '../../../shared/uuid.ts';
import { references } from '../links.ts';
import type { PlanContent } from '../plan.ts';
import type { PlanView } from '../rendering/view.ts';
import { type Matches, matchRows, rowsOf } from './matching.ts';
import { inOrder, movedWithin, type Pair } from './order.ts';
import { type Field, type LinkName, type Statement, statementsOf } from './statements.ts';
import { compareWords, type Piece } from './words.ts';

/** What became of one statement between two versions. */
export type StatementChange = {
  section: string;
  area: string;
  name: string;
  /** What the earlier version calls it; null where it was not there. */
  was: string | null;
  how: 'put in' | 'taken out' | 'changed' | 'the same';
  /** Where it stood before, in words; null where it stands where it did. */
  movedFrom: string | null;
  /** It was taken away and written again, and is matched by its words. */
  writtenAgain: boolean;
  /** What it says; of one that changed, only what changed of it. */
  fields: readonly ComparedField[];
  /** The row of the later version that says it; null where it is no row, or is taken out. */
  rowId: Uuid | null;
};

export type ComparedField = { label: string; words: readonly Piece[] };

export function isChanged({ words }: ComparedField): boolean {
  return words.some(({ how }) => how !== 'kept');
}

export type Comparison = { changes: readonly StatementChange[]; same: number };

/**
 * Every difference between two versions of a plan, by row and by word, in the order of the plan. Rows are matched by
 * identity and then by likeness. A link is compared by the row it leads to, so that numbering rows anew changes nothing.
 */
export function comparePlans(before: PlanView, after: PlanView): Comparison {
  const matches = matchRows(rowsOf(before.content), rowsOf(after.content));
  const now = references(after.content);
  const old = statementsOf(before, linkNamesBefore(before.content, now, matches));
  const fresh = statementsOf(after, (id) => now.get(id) ?? '');
  const pairs = inOrder(pairUp(old, fresh, matches), old);
  const moved = movedWithin(pairs);
  const all = pairs.map((pair) => changeOf(pair, moved.has(pair)));
  const changes = all.filter(({ how, movedFrom }) => how !== 'the same' || movedFrom !== null);
  return { changes, same: all.length - changes.length };
}

function linkNamesBefore(content: PlanContent, now: ReadonlyMap<Uuid, string>, matches: Matches): LinkName {
  const refs = references(content);
  return (id) => {
    const match = matches.get(id);
    const name = match === undefined ? undefined : now.get(match.id);
    return name ?? `${refs.get(id) ?? ''} (since taken out)`;
  };
}

function pairUp(old: readonly Statement[], fresh: readonly Statement[], matches: Matches): Pair[] {
  const left = new Map(
    old.map((was, place) => [matches.get(was.key)?.id ?? was.key, { was, place }] as const),
  );
  const pairs = fresh.map((now): Pair => {
    const found = left.get(now.key);
    left.delete(now.key);
    return found === undefined ? { now } : { was: found.was, place: found.place, now };
  });
  return [...pairs, ...left.values()].map((pair) => ({
    ...pair,
    writtenAgain: 'was' in pair && matches.get(pair.was?.key ?? '')?.by === 'likeness',
  }));
}

function changeOf({ was, now, writtenAgain }: Pair, movedWithinSection: boolean): StatementChange {
  const fields = compareFields(was?.fields ?? [], now?.fields ?? []);
  const { section = '', area = '', name = '' } = now ?? was ?? {};
  const changed = fields.filter(isChanged);
  const both = was !== undefined && now !== undefined;
  return {
    section,
    area,
    name,
    was: was?.name ?? null,
    how: both ? (changed.length > 0 ? 'changed' : 'the same') : was === undefined ? 'put in' : 'taken out',
    movedFrom: movedFrom(was, now, movedWithinSection),
    writtenAgain: writtenAgain === true,
    fields: both && changed.length > 0 ? changed : fields,
    rowId: now !== undefined && isUuid(now.key) ? now.key : null,
  };
}

function movedFrom(was: Statement | undefined, now: Statement | undefined, within: boolean): string | null {
  if (was === undefined || now === undefined) return null;
  if (within) return 'another place in this section';
  if (was.section !== now.section) return [was.section, was.area].filter((words) => words !== '').join(', ');
  return was.area === now.area ? null : was.area;
}

/** The fields of both, in the later one's order, each by its label and which of that label it is. */
export function compareFields(before: readonly Field[], after: readonly Field[]): ComparedField[] {
  const [old, now] = [numbered(before), numbered(after)];
  const gone = [...old.keys()].filter((key) => !now.has(key));
  return [...now.keys(), ...gone].map((key) => ({
    label: (now.get(key) ?? old.get(key))?.label ?? '',
    words: compareWords(old.get(key)?.text ?? '', now.get(key)?.text ?? ''),
  }));
}

function numbered(fields: readonly Field[]): Map<string, Field> {
  const counts = new Map<string, number>();
  return new Map(
    fields.map((field) => {
      const count = (counts.get(field.label) ?? 0) + 1;
      counts.set(field.label, count);
      return [`${field.label}/${count}`, field];
    }),
  );
}
