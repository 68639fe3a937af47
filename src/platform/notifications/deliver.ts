import { z } from 'zod';
import type { JobPayload } from '../jobs/index.ts';
import { type Actor, type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { type EasyReadOf, encloseEasyRead, findEasyRead } from './easy-read.ts';
import { wordsWithin } from './enclosed.ts';
import { tellOfInbox, whoseInbox } from './inbox-notice.ts';
import { statusOf, wordsOf } from './letter.ts';
import { findHanded, handToNotify } from './notify.ts';
import { contactsOnFile, whyUntold } from './on-file.ts';
import { whyNotSent } from './safe-contact.ts';
import { beginSending, findLetter, type Outgoing, readdress, recordSending, type Sending } from './store.ts';
import { sameWay, whereNow } from './where-now.ts';

const payloadSchema = z.object({ authorityId: z.number(), letterId: z.uuid() });

/**
 * Sends one letter from the outbox, once: a job, so it may be run again after any failure. Who is on the file and where
 * they are may have changed since it was written, so it goes to where its recipient is now, and the safe-contact rule is
 * asked again. Without a provider the outbox is where it ends: it shows what would have gone.
 */
export async function deliverLetter(
  payload: JobPayload,
  services: Services,
  easyReadOf: EasyReadOf = async () => null,
): Promise<void> {
  const { authorityId, letterId } = payloadSchema.parse(payload);
  const actor = { kind: 'system', authorityId } as const;
  if (await arrivedBefore(services, actor, letterId)) return;
  await encloseEasyRead(services, actor, letterId, easyReadOf);
  const letter = await withLens(services.database, actor, (tx) => begin(tx, services, letterId));
  if (letter === undefined) return;
  const became = await send(services, letter);
  const people = await whoseInbox(services, letter);
  await withLens(services.database, actor, async (tx) => {
    const isFirst = await recordSending(tx, letterId, became, services.now());
    if (isFirst) await tellOfInbox(tx, services, letter, people);
  });
}

// An earlier try may have arrived and broken off: then it went where that try was going, and goes nowhere else.
async function arrivedBefore(services: Services, actor: Actor, letterId: string): Promise<boolean> {
  const { notify } = services.config;
  const letter = await withLens(services.database, actor, (tx) => findLetter(tx, letterId));
  if (notify === null || letter === undefined || letter.attempts === 0) return false;
  if (statusOf(letter) !== 'waiting' || letter.channel === 'post' || letter.channel === 'portal')
    return false;
  const reference = await findHanded(notify, letterId);
  if (reference === null) return false;
  const became = { by: 'GOV.UK Notify', reference } as const;
  await withLens(services.database, actor, (tx) => recordSending(tx, letterId, became, services.now()));
  return true;
}

// What is barred now is written down in the same transaction; what may go is sent after it, holding nothing open.
async function begin(tx: Tx, services: Services, letterId: string): Promise<Outgoing | undefined> {
  const letter = await beginSending(tx, letterId);
  if (letter === undefined) return undefined;
  const onFile = letter.childId === null ? [] : await contactsOnFile(tx, letter.childId);
  const recipient = onFile.find(({ id }) => id === letter.contactId);
  const to = whereNow(letter, recipient);
  // An enclosure nobody has read by now was read by the rule as it was written.
  const { words } = await wordsWithin(tx, letter);
  const barred =
    whyNotSent({ contactId: letter.contactId, to, words }, onFile) ?? (await whyUntold(tx, letter));
  if (barred === null) {
    if (!sameWay(letter, to)) await readdress(tx, letter, to);
    const enclosed = (await findEasyRead(tx, letterId)) !== undefined;
    const body =
      enclosed && to.channel === 'email' ? letter.body + easyReadOnline(services, letter) : letter.body;
    return { ...letter, body, channel: to.channel, address: to.address };
  }
  await recordSending(tx, letterId, { failure: barred.why }, services.now());
  return undefined;
}

// An email carries no paper: it says where the same is, with its pictures and whose they are.
function easyReadOnline({ config }: Services, { childId }: Outgoing): string {
  return `\n\nThis is in Easy Read too, with pictures: ${config.baseUrl}/easy-read/family/${childId}`;
}

async function send({ config }: Services, letter: Outgoing): Promise<Sending> {
  const { channel } = letter;
  if (channel === 'portal') return { by: 'portal' };
  const { notify } = config;
  if (notify === null) return { by: 'local outbox' };
  const template = channel === 'email' ? notify.emailTemplate : notify.textTemplate;
  // What the provider has no template for is printed and posted by the authority itself.
  if (channel === 'post' || template === null) return { by: 'hand' };
  const { id, subject, secret } = letter;
  const body = wordsOf(letter.body, secret ?? '');
  const to = letter.address[0] ?? '';
  const answer = await handToNotify(notify, { id, channel, template, to, subject, body });
  return 'refusal' in answer
    ? { failure: `GOV.UK Notify would not send it: ${answer.refusal}` }
    : { by: 'GOV.UK Notify', reference: answer.reference };
}
