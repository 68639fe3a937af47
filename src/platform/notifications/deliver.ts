import { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { JobPayload } from '../jobs/index.ts';
import { type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';

const payloadSchema = z.object({ authorityId: z.number(), letterId: z.uuid() });

/**
 * Sends one letter from the outbox, once. Before a second try the provider is asked whether it has it already, since a
 * first may have reached it and broken off. Without a provider the outbox is where it ends: it shows what would have gone.
 */
export async function deliverLetter(payload: JobPayload, services: Services): Promise<void> {
  const { authorityId, letterId } = payloadSchema.parse(payload);
  const actor = { kind: 'system', authorityId } as const;
  const letter = await withLens(services.database, actor, (tx) => beginSending(tx, letterId));
  if (letter === undefined) return;
  const sent = await send(services, letter);
  await withLens(services.database, actor, (tx) =>
    tx
      .updateTable('letters')
      .set({
        ...(sent.by === 'hand'
          ? { by_hand_since: services.now() }
          : { sent_at: services.now(), sent_by: sent.by }),
        provider_reference: sent.reference,
        // The local outbox has nobody else to send a code, so there it stays to be read.
        ...(sent.by === 'GOV.UK Notify' ? { secret: null } : {}),
      })
      .where('id', '=', letterId)
      .execute(),
  );
}

type Outgoing = {
  id: string;
  channel: string;
  address: string[];
  subject: string;
  body: string;
  attempts: number;
};
type Sent = { by: 'GOV.UK Notify' | 'local outbox' | 'portal' | 'hand'; reference: string | null };

async function beginSending(tx: Tx, letterId: string): Promise<Outgoing | undefined> {
  const row = await tx
    .updateTable('letters')
    .set((letter) => ({ attempts: letter('attempts', '+', 1) }))
    .where('id', '=', letterId)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('by_hand_since', 'is', null)
    .returning(['id', 'channel', 'address', 'subject', 'body', 'secret', 'attempts'])
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, body: row.body.replace('((secret))', row.secret ?? '') };
}

async function send(services: Services, letter: Outgoing): Promise<Sent> {
  if (letter.channel === 'portal') return { by: 'portal', reference: null };
  const { notify } = services.config;
  if (notify === null) return { by: 'local outbox', reference: null };
  const template = letter.channel === 'email' ? notify.emailTemplate : notify.textTemplate;
  // Letters with no template at the provider are printed and posted by the authority itself.
  if (letter.channel === 'post' || template === null) return { by: 'hand', reference: null };
  const client =
    notify.baseUrl === null
      ? new NotifyClient(notify.apiKey)
      : new NotifyClient(notify.baseUrl, notify.apiKey);
  if (letter.attempts > 1) {
    const { data } = await client.getNotifications(undefined, undefined, letter.id);
    const first = data.notifications[0];
    if (first !== undefined) return { by: 'GOV.UK Notify', reference: first.id };
  }
  const options = { personalisation: { subject: letter.subject, body: letter.body }, reference: letter.id };
  const [to = ''] = letter.address;
  const { data } =
    letter.channel === 'email'
      ? await client.sendEmail(template, to, options)
      : await client.sendSms(template, to, options);
  return { by: 'GOV.UK Notify', reference: data.id };
}
