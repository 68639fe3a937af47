import type { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { Config } from '../config/index.ts';

const TIMEOUT = 20_000;
const sentSchema = z.object({ id: z.string() });
const foundSchema = z.object({ notifications: z.array(sentSchema) });
const refusalSchema = z.object({ errors: z.array(z.object({ message: z.string() })) });

export type Message = {
  id: string;
  channel: 'email' | 'text';
  template: string;
  to: string;
  subject: string;
  body: string;
};

/** GOV.UK Notify has it, under its own reference; or it will never take it, and why. */
export type Answer = { reference: string } | { refusal: string };

/** The reference GOV.UK Notify has one of our letters under, or null: a try that broke off may have arrived. */
export async function findHanded(
  notify: NonNullable<Config['notify']>,
  letterId: string,
): Promise<string | null> {
  const client = await clientOf(notify);
  const { data } = await client.getNotifications(undefined, undefined, letterId);
  return foundSchema.parse(data).notifications[0]?.id ?? null;
}

/** Hands one message to GOV.UK Notify. Throws, without a word of the message, when it is worth trying again. */
export async function handToNotify(notify: NonNullable<Config['notify']>, message: Message): Promise<Answer> {
  const client = await clientOf(notify);
  const options = {
    personalisation: { subject: message.subject, body: message.body },
    reference: message.id,
  };
  try {
    const { data } =
      message.channel === 'email'
        ? await client.sendEmail(message.template, message.to, options)
        : await client.sendSms(message.template, message.to, options);
    return { reference: sentSchema.parse(data).id };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

// Loaded by the first message: a process that sends none does without it.
async function clientOf(notify: NonNullable<Config['notify']>): Promise<NotifyClient> {
  const { NotifyClient } = await import('notifications-node-client');
  const client =
    notify.baseUrl === null
      ? new NotifyClient(notify.apiKey)
      : new NotifyClient(notify.baseUrl, notify.apiKey);
  client.setClient(call);
  return client;
}

/** The message itself is at fault: the same again would be refused again. */
class Refusal extends Error {}

type Call = { method: string; url: string; data?: unknown; headers: Record<string, string> };

// The client's own HTTP library waits for ever, and puts the whole message in the error it throws, for some log to keep.
async function call({ method, url, data, headers }: Call): Promise<{ data: unknown }> {
  const response = await fetch(url, {
    method: method.toUpperCase(),
    headers: { ...headers, 'content-type': 'application/json' },
    body: data === undefined ? null : JSON.stringify(data),
    signal: AbortSignal.timeout(TIMEOUT),
  }).catch(() => null);
  if (response === null) throw new Error('GOV.UK Notify did not answer');
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { data: answer };
  if (response.status !== 400) throw new Error(`GOV.UK Notify answered ${response.status}`);
  const refusal = refusalSchema.safeParse(answer);
  throw new Refusal(refusal.success ? (refusal.data.errors[0]?.message ?? 'Refused') : 'Refused');
}
