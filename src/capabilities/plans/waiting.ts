import { sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { PlanFacts } from './facts.ts';
import { rowOf } from './history/parts.ts';
import { type Comment, type Discussion, waitsForStaff } from './remarks/remark.ts';
import type { Suggestion } from './suggesting.ts';

type Said = {
  suggestions: readonly Suggestion[];
  /** The contributors' comments. */
  comments: readonly Comment[];
  /** The family's comments, each with what followed. */
  discussions: ReadonlyMap<Uuid, Discussion>;
};

type Waiting = { what: string; words: string; href: string };

/** What was said about each row and is not answered: comments by whoever made them, and other words suggested. */
export function waitingByRow(
  planId: Uuid,
  { representations }: Pick<PlanFacts, 'representations'>,
  { suggestions, comments, discussions }: Said,
): ReadonlyMap<Uuid, readonly Waiting[]> {
  const at = `/plans/${planId}`;
  const suggested = suggestions
    .filter(({ answer }) => answer === null)
    .map((one) => ({
      rowId: rowOf(one.at)?.id ?? '',
      what: `${named(one)} suggested, ${sayDate(one.on)}`,
      words: mainWords(one),
      href: `${at}/suggestions/${one.id}`,
    }));
  const said = representations
    .filter(({ id, answer }) => answer === null && !suggestions.some((one) => one.representationId === id))
    .flatMap(({ id, rowId, from, receivedOn, words }) =>
      rowId === undefined
        ? []
        : [{ rowId, what: `${from} said, ${sayDate(receivedOn)}`, words, href: `${at}/comments/${id}` }],
    );
  const contributed = comments.filter(waitsForStaff).map((one) => ({
    rowId: one.rowId,
    what: `${named(one)} said, ${sayDate(one.on)}`,
    words: one.words,
    href: `${at}/comments/${one.id}/replies`,
  }));
  const more = representations.flatMap(({ id, rowId, answer }) => {
    const following = discussions.get(id)?.following;
    const last = following?.remarks.at(-1);
    if (rowId === undefined || answer === null || last === undefined || following?.waitsFor !== 'staff')
      return [];
    const { by, on, words } = last;
    return [{ rowId, what: `${by} said more, ${sayDate(on)}`, words, href: `${at}/comments/${id}/replies` }];
  });
  return Map.groupBy([...suggested, ...said, ...contributed, ...more], ({ rowId }) => rowId);
}

function named({ by, organisation }: Pick<Suggestion, 'by' | 'organisation'>): string {
  return organisation === null ? by : `${by} (${organisation.name})`;
}

function mainWords({ proposed }: Suggestion): string {
  if (proposed === null) return 'Take it out';
  return proposed.kind === 'provision' ? proposed.row.what : proposed.row.text;
}
