import type { FastifyRequest } from 'fastify';
import { idIn } from '../../../platform/http/address.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { findChild, fullName } from '../../children/index.ts';
import type { PlanRow } from '../area-rows.ts';
import { type ComparedField, compareFields, isChanged } from '../comparing/compare.ts';
import type { Field } from '../comparing/statements.ts';
import { rowOf } from '../history/parts.ts';
import { type Comment, commentsIn } from '../remarks/remark.ts';
import { listRemarks } from '../remarks/store.ts';
import { SUGGESTED_FIELDS, type Suggestion, wordsToSuggest } from '../suggesting.ts';
import { listSuggestions } from '../suggestion-store.ts';
import { openShowing } from './contributing-sending.ts';
import type { ShownLine } from './showing.ts';
import { listShownLines } from './store.ts';

/* What an organisation reads of a draft that rests on its advice, with all it said there and what came of that. */

export type OwnSuggestion = Suggestion & { fields: readonly ComparedField[] };
export type LineOfTheirs = ShownLine & {
  fields: readonly Field[];
  comments: readonly Comment[];
  suggestions: readonly OwnSuggestion[];
};

/** A showing as whoever it is shown to reads it; 404 to everybody else. */
export async function readShown(request: FastifyRequest) {
  const read = await request.act(async (tx) => {
    const { showing, plan } = await openShowing(tx, idIn(request, 'showingId'));
    const child = await findChild(tx, plan.childId);
    return {
      showing,
      childName: child === undefined ? '' : fullName(child),
      lines: await listShownLines(tx, showing.id),
      comments: commentsIn(await listRemarks(tx, plan.id)),
      suggestions: (await listSuggestions(tx, plan.id, [])).map(compared),
    };
  });
  request.readsChildFile(read.showing);
  const { lines, comments, suggestions } = read;
  const shown = new Set(lines.map(({ rowId }) => rowId));
  const about = (one: Suggestion): Uuid => rowOf(one.at)?.id ?? '';
  return {
    ...read,
    lines: lines.map((line): LineOfTheirs => {
      const own = suggestions.filter((one) => about(one) === line.rowId);
      const said = comments.filter(({ rowId }) => rowId === line.rowId);
      return { ...line, fields: wordFields(line.line), comments: said, suggestions: own };
    }),
    // About new lines, and about what they are not shown any longer.
    rest: {
      comments: comments.filter(({ rowId }) => !shown.has(rowId)),
      suggestions: suggestions.filter((one) => !shown.has(about(one))).map(withoutWhatItSaid),
    },
  };
}

function wordFields(row: PlanRow | null): Field[] {
  if (row === null) return [];
  const words = wordsToSuggest(row);
  return Object.entries(SUGGESTED_FIELDS[row.kind])
    .map(([name, label]) => ({ label, text: words[name] ?? '' }))
    .filter(({ text }) => text !== '');
}

function compared(one: Suggestion): OwnSuggestion {
  const all = compareFields(wordFields(one.base), wordFields(one.proposed));
  const changed = all.filter(isChanged);
  const fields = one.base === null || one.proposed === null || changed.length === 0 ? all : changed;
  return { ...one, fields };
}

// A line that is not shown any longer is not read in what was suggested for it either.
function withoutWhatItSaid(one: OwnSuggestion): OwnSuggestion {
  return one.base === null ? one : { ...one, fields: [] };
}
