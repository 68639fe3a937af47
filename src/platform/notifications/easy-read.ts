import { z } from 'zod';
import {
  type EasyRead,
  type EasySection,
  linePlain,
  PICTURES,
  type PictureName,
} from '../../design-system/index.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Actor, type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { type OutboxLetter, statusOf } from './letter.ts';
import { contactsOnFile } from './on-file.ts';
import { whyNotSent } from './safe-contact.ts';
import { findLetter } from './store.ts';
import { whereNow } from './where-now.ts';

/** What a letter about a child says beside it in Easy Read; null where there is nothing to say. */
export type EasyReadOf = (
  services: Services,
  letter: { authorityId: number; childId: Uuid },
) => Promise<EasyRead | null>;

const line = z.union([
  z.string(),
  z.strictObject({ ours: z.array(z.string()), theirs: z.array(z.string()) }),
]);
const names = new Set<string>(PICTURES.map(({ name }) => name));
const block = z.strictObject({
  picture: z.custom<PictureName>((name) => typeof name === 'string' && names.has(name)),
  lines: z.array(line),
  quote: z.string().optional(),
});
const section = z.strictObject({ heading: line.optional(), blocks: z.array(block) });
const contentSchema = z.strictObject({ title: line, sections: z.array(section) });

/**
 * Puts the Easy Read paper with a letter that waits to go to somebody who asked for Easy Read: once, as things are that day.
 * A text has no room for one, and a code is no news. Nothing that fails here keeps the letter itself.
 */
export async function encloseEasyRead(
  services: Services,
  actor: Actor,
  letterId: Uuid,
  easyReadOf: EasyReadOf,
): Promise<void> {
  try {
    const letter = await withLens(services.database, actor, (tx) => findWhatWants(tx, letterId));
    if (letter === null) return;
    const content = await easyReadOf(services, letter);
    if (content === null) return;
    const made = { content: onPaper(content), on: englishDay(services.now()) };
    await withLens(services.database, actor, (tx) => insertEasyRead(tx, letter, made));
  } catch (error) {
    // Not its words, nor whose it was.
    services.logger.error(
      { letterId, error: error instanceof Error ? error.name : '' },
      'no Easy Read was made',
    );
  }
}

type Wanting = OutboxLetter & { childId: Uuid };

async function findWhatWants(tx: Tx, letterId: Uuid): Promise<Wanting | null> {
  const letter = await findLetter(tx, letterId);
  if (letter === undefined || statusOf(letter) !== 'waiting' || letter.body.includes('((secret))'))
    return null;
  const { childId, contactId } = letter;
  if (childId === null || contactId === null) return null;
  const recipient = (await contactsOnFile(tx, childId)).find(({ id }) => id === contactId);
  if (recipient?.format !== 'Easy Read' || whereNow(letter, recipient).channel === 'text') return null;
  return (await findEasyRead(tx, letterId)) === undefined ? { ...letter, childId } : null;
}

type Made = { content: EasyRead; on: PlainDate };

async function insertEasyRead(tx: Tx, letter: Wanting, { content, on }: Made): Promise<void> {
  const onFile = await contactsOnFile(tx, letter.childId);
  const to = whereNow(
    letter,
    onFile.find(({ id }) => id === letter.contactId),
  );
  const words = wordsOf(content);
  // What shows somebody else's address stays out; the letter goes without it.
  if (whyNotSent({ contactId: letter.contactId, to, words }, onFile) !== null) return;
  await tx
    .insertInto('letter_easy_reads')
    .values({
      authority_id: letter.authorityId,
      letter_id: letter.id,
      content: JSON.stringify(content),
      made_on: on,
    })
    .onConflict((again) => again.doNothing())
    .execute();
}

/** What is enclosed with a letter in Easy Read, and the day it was made; undefined where nothing is. */
export async function findEasyRead(tx: Tx, letterId: Uuid): Promise<Made | undefined> {
  const row = await tx
    .selectFrom('letter_easy_reads')
    .select(['content', 'made_on as on'])
    .where('letter_id', '=', letterId)
    .executeTakeFirst();
  return row === undefined ? undefined : { content: contentSchema.parse(row.content), on: row.on };
}

/** Without what nobody can follow on paper: links, boxes and buttons. */
function onPaper({ title, sections }: EasyRead): EasyRead {
  const shown = sections
    .filter(({ form }) => form === undefined)
    .map(
      ({ heading, blocks }): EasySection => ({
        ...(heading === undefined ? {} : { heading }),
        blocks: blocks.map(({ picture, lines, quote }) => ({
          picture,
          lines,
          ...(quote === undefined ? {} : { quote }),
        })),
      }),
    );
  return { title, sections: shown };
}

function wordsOf({ title, sections }: EasyRead): string {
  const lines = sections.flatMap(({ heading, blocks }) => [
    ...(heading === undefined ? [] : [heading]),
    ...blocks.flatMap(({ lines, quote }) => [...lines, quote ?? '']),
  ]);
  return [title, ...lines].map(linePlain).join('\n');
}
