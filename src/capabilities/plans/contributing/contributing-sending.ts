import { randomUUID } from 'node:crypto';
import { found } from '../../../platform/http/errors.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { accepted, refused } from '../../../shared/result.ts';
import { isUuid, type Uuid } from '../../../shared/uuid.ts';
import { rowAt } from '../history/parts.ts';
import { happened } from '../post.ts';
import { saidWords } from '../remarks/remark.ts';
import { insertRemark } from '../remarks/store.ts';
import { type Suggested, suggestAbout } from '../suggesting.ts';
import { insertSuggestion } from '../suggestion-store.ts';
import { mayContribute, type Showing } from './showing.ts';
import { listShowings, listShownLines, markLooked } from './store.ts';

/* What an organisation that is shown lines of a draft does there, in its own lens: it comments, suggests, and says it has looked. */

/** A showing with the plan it is of, as this lens shows it. Answers 404 where it shows none. */
export async function openShowing(tx: Tx, id: Uuid) {
  const showing = found((await listShowings(tx, { id }))[0]);
  const { planId, authorityId, childId } = showing;
  return { showing, plan: { id: planId, authorityId, childId } };
}

/** Comments on one line. */
export async function commentOnLine(
  tx: Tx,
  services: Services,
  showingId: Uuid,
  { row, words, by }: { row: string; words: string; by: string },
): Promise<Outcome> {
  const { showing, plan } = await openShowing(tx, showingId);
  const said = saidWords(words);
  const may = mayContribute(showing, 'words');
  if (!may.ok) return may;
  if (!said.ok) return said;
  const line = await findLine(tx, showing, row);
  if (line === undefined) return refused('words', 'You are not shown this line any longer');
  const id = randomUUID();
  const { organisationId } = showing;
  const from = { side: 'contributor', by, organisationId, on: englishDay(services.now()) } as const;
  await insertRemark(tx, plan, { id, kind: 'comment', ...from, rowId: line.rowId, words });
  await happened(tx, plan, 'line of the draft commented on', id);
  return accepted(at(showing));
}

type Suggesting = Omit<Suggested, 'newId'> & { why: string; by: string };

/** Suggests other words for a line, taking it out, or a new one. It changes nothing by itself. */
export async function suggestForLine(
  tx: Tx,
  services: Services,
  showingId: Uuid,
  { why, by, ...said }: Suggesting,
): Promise<Outcome> {
  const { showing, plan } = await openShowing(tx, showingId);
  const may = mayContribute(showing, 'how');
  if (!may.ok) return may;
  const line = await findLine(tx, showing, said.rowId ?? '');
  const there = line === undefined ? null : { section: line.section, base: line.line };
  const made = suggestAbout(there, { ...said, newId: randomUUID() });
  if (!made.ok) return made;
  const { rowId, ...words } = made.value;
  const { organisationId } = showing;
  const one = { ...words, id: randomUUID(), at: rowAt(words.section, rowId), why, by, organisationId };
  const on = englishDay(services.now());
  await insertSuggestion(tx, plan, { ...one, proposer: 'contributor', representationId: null, on });
  await happened(tx, plan, 'words for the draft suggested', one.id, { data: { proposer: 'contributor' } });
  return accepted(at(showing));
}

/** Says that the organisation has looked, and has said what it wants to. It may say more. */
export async function sayLooked(tx: Tx, showingId: Uuid, by: string): Promise<Outcome> {
  const { showing, plan } = await openShowing(tx, showingId);
  await markLooked(tx, showingId, by);
  await happened(tx, plan, 'lines of the draft looked at', showingId);
  return accepted(at(showing));
}

function at({ id }: Showing): string {
  return `/shown-lines/${id}`;
}

async function findLine(tx: Tx, { id }: Showing, row: string) {
  return isUuid(row) ? (await listShownLines(tx, id)).find(({ rowId }) => rowId === row) : undefined;
}
