import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import {
  choiceField,
  dayField,
  optionalText,
  readForm,
  textField,
  typedIn,
} from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Contact, findChild, fullName, listContacts } from '../children/index.ts';
import { HEARD_HOW, promisedDay } from './message.ts';
import { HeardPage } from './pages/heard.tsx';
import { insertMessage } from './store.ts';

export const heardSchema = z.object({
  /** Who on the file said it; `somebody else` has a name, and what they said is the team's alone. */
  who: textField('Select who said it', 36),
  from: optionalText(200),
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
  { who, from, body, saidHow, saidOn }: z.infer<typeof heardSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const now = services.now();
  const recordedBy = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const speaker = speakerOf({ who, from }, await listContacts(tx, childId));
    if (!speaker.ok) return speaker;
    if (saidOn > englishDay(now)) return refused('saidOn', 'The day must be today or in the past');
    // The promise runs from the day they said it, not from the day somebody found time to write it down.
    const promisedOn = promisedDay(saidOn, services.config.answerWorkingDays);
    const of = { authorityId, childId };
    const heard = { how: saidHow, on: saidOn, recordedBy };
    const message = { from: 'family', ...speaker.value, body, sentAt: now, promisedOn, heard } as const;
    const subjectId = await insertMessage(tx, of, message);
    await recordEvent(tx, { ...of, kind: 'message from the family', subject: 'message', subjectId });
    return accepted(`/cases/${childId}/messages`);
  });
}

const SOMEBODY_ELSE = 'somebody else';

function speakerOf(
  { who, from }: { who: string; from: string },
  onFile: readonly Contact[],
): Result<{ name: string; contactId: Uuid | null }> {
  const one = onFile.find(({ id }) => id === who);
  if (one !== undefined) return accepted({ name: one.name, contactId: one.id });
  if (who !== SOMEBODY_ELSE) return refused('who', 'Select who said it');
  return from === '' ? refused('from', 'Enter their name') : accepted({ name: from, contactId: null });
}

async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const childId = idIn(request, 'childId');
  const { child, people } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    people: await listContacts(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const of = { childId, childName: fullName(child), bornOn: child.bornOn };
  const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
  return reply.page(
    <HeardPage page={request.pageContext()} {...{ of, people, ...form }} />,
    sent === undefined ? 200 : 400,
  );
}
