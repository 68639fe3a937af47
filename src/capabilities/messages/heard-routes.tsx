import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { choiceField, dayField, readForm, textField, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { HEARD_HOW, promisedDay } from './message.ts';
import { HeardPage } from './pages/heard.tsx';
import { insertMessage } from './store.ts';

export const heardSchema = z.object({
  from: textField('Enter who said it', 200),
  saidHow: choiceField(HEARD_HOW, 'Select how they said it'),
  saidOn: dayField('the day they said it'),
  body: textField('Enter what they said', 20_000),
});

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** What a family says by telephone, on paper or in person goes on the same record, and is promised an answer the same. */
export function heardRoutes(app: FastifyInstance, services: Services): void {
  const url = '/cases/:childId/messages/heard';
  app.get(url, { config: { access: 'staff', childFile: true } }, (request, reply) => show(request, reply));

  app.post(url, { config: { access: ['caseworker', 'manager'] } }, async (request, reply) => {
    const read = readForm(heardSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    const done = await hear(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, { typed: typedIn(request.body), errors: { [done.field]: done.message } });
  });
}

/** Writes down what was heard, once, for the page and the API alike. */
export function hear(
  request: FastifyRequest,
  services: Services,
  { from: name, body, saidHow, saidOn }: z.infer<typeof heardSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const now = services.now();
  const recordedBy = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    if (saidOn > englishDay(now)) return refused('saidOn', 'The day must be today or in the past');
    // The promise runs from the day they said it, not from the day somebody found time to write it down.
    const promisedOn = promisedDay(saidOn, services.config.answerWorkingDays);
    const of = { authorityId, childId };
    const heard = { how: saidHow, on: saidOn, recordedBy };
    const message = { from: 'family', name, body, sentAt: now, promisedOn, heard } as const;
    const subjectId = await insertMessage(tx, of, message);
    await recordEvent(tx, { ...of, kind: 'message from the family', subject: 'message', subjectId });
    return accepted(`/cases/${childId}/messages`);
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const childId = idIn(request, 'childId');
  const child = await request.act(async (tx) => found(await findChild(tx, childId)));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const of = { childId, childName: fullName(child), bornOn: child.bornOn };
  const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
  return reply.page(
    <HeardPage page={request.pageContext()} {...{ of, ...form }} />,
    sent === undefined ? 200 : 400,
  );
}
