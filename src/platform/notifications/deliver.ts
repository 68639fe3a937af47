import { z } from 'zod';
import type { JobPayload } from '../jobs/index.ts';
import { type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { wordsOf } from './letter.ts';
import { handToNotify } from './notify.ts';
import type { Channel } from './recipient.ts';
import { whyNotSent } from './safe-contact.ts';
import { beginSending, contactsOnFile, type Outgoing, recordSending, type Sending } from './store.ts';

const payloadSchema = z.object({ authorityId: z.number(), letterId: z.uuid() });

/**
 * Sends one letter from the outbox, once: a job, so it may be run again after any failure. Who is on the file may have
 * changed since it was written, so the safe-contact rule is asked again. Without a provider the outbox is where it ends:
 * it shows what would have gone.
 */
export async function deliverLetter(payload: JobPayload, services: Services): Promise<void> {
  const { authorityId, letterId } = payloadSchema.parse(payload);
  const actor = { kind: 'system', authorityId } as const;
  const letter = await withLens(services.database, actor, (tx) => begin(tx, services, letterId));
  if (letter === undefined) return;
  const became = await send(services, letter);
  await withLens(services.database, actor, (tx) => recordSending(tx, letterId, became, services.now()));
}

// What is barred now is written down in the same transaction; what may go is sent after it, holding nothing open.
async function begin(tx: Tx, services: Services, letterId: string): Promise<Outgoing | undefined> {
  const letter = await beginSending(tx, letterId);
  if (letter === undefined) return undefined;
  const onFile = letter.childId === null ? [] : await contactsOnFile(tx, letter.childId);
  const to = { name: letter.recipientName, channel: channelOf(letter.channel), address: [...letter.address] };
  const words = `${letter.subject}\n${letter.body}`;
  const barred = whyNotSent({ contactId: letter.contactId, to, words }, onFile);
  if (barred === null) return letter;
  await recordSending(tx, letterId, { failure: barred.why }, services.now());
  return undefined;
}

async function send({ config }: Services, letter: Outgoing): Promise<Sending> {
  const channel = channelOf(letter.channel);
  if (channel === 'portal') return { by: 'portal' };
  const { notify } = config;
  if (notify === null) return { by: 'local outbox' };
  const template = channel === 'email' ? notify.emailTemplate : notify.textTemplate;
  // What the provider has no template for is printed and posted by the authority itself.
  if (channel === 'post' || template === null) return { by: 'hand' };
  const { id, subject, secret } = letter;
  const body = wordsOf(letter.body, secret ?? '');
  const to = letter.address[0] ?? '';
  const answer = await handToNotify(
    notify,
    { id, channel, template, to, subject, body },
    letter.attempts > 1,
  );
  return 'refusal' in answer
    ? { failure: `GOV.UK Notify would not send it: ${answer.refusal}` }
    : { by: 'GOV.UK Notify', reference: answer.reference };
}

function channelOf(text: string): Channel {
  return text === 'email' || text === 'text' || text === 'portal' ? text : 'post';
}
