import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { choiceField, dayField } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, listContacts } from '../children/index.ts';
import { HOW_OFTEN, howOftenOf, SAID_HOW } from './news.ts';
import { insertChoice, listChoices } from './store.ts';

/* How often each person on a file is told of changes, for the pages and the API alike. */

const howOften = choiceField(HOW_OFTEN, 'Select how often');
export const familySchema = z.object({ howOften });
export const staffSchema = z.object({
  howOften,
  contactId: z.uuid('Select who said it'),
  saidHow: choiceField(SAID_HOW, 'Select how they said it'),
  saidOn: dayField('the day they said it'),
});

export async function chooseAsFamily(
  request: FastifyRequest,
  services: Services,
  { howOften: chosen }: z.infer<typeof familySchema>,
): Promise<Outcome> {
  const childId = childIdOf(request);
  const { authorityId } = await request.act(async (tx) => found(await findChild(tx, childId)));
  const contactId = found(throughOf(request.actor, childId)).contactId;
  const system = { kind: 'system', authorityId, onBehalfOf: found(actorId(found(request.actor))) } as const;
  const call = { key: idempotencyKey(request), route: 'choose how often' };
  return actOnce(services, system, call, async (tx) => {
    const contact = found((await listContacts(tx, childId)).find(({ id }) => id === contactId));
    const said = { saidBy: contact.name, saidHow: 'online', saidOn: englishDay(services.now()) };
    const of = { authorityId, childId, contactId, howOften: chosen };
    await insertChoice(tx, { ...of, ...said, recordedBy: null });
    return accepted(`/family/${childId}/updates`);
  });
}

/** Writes down what somebody on the file told staff. */
export function chooseAsStaff(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof staffSchema>,
): Promise<Outcome> {
  const childId = childIdOf(request);
  const recordedBy = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    if (form.saidOn > englishDay(services.now()))
      return refused('saidOn', 'The day must be today or in the past');
    const contact = found((await listContacts(tx, childId)).find(({ id }) => id === form.contactId));
    await insertChoice(tx, { ...form, authorityId, childId, saidBy: contact.name, recordedBy });
    return accepted(`/cases/${childId}/updates`);
  });
}

/** How often whoever asks is told; null where it is not known which person on the file they are. */
export async function readChoice(request: FastifyRequest, services: Services) {
  const childId = childIdOf(request);
  const child = await request.act(async (tx) => found(await findChild(tx, childId)));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  const system = { kind: 'system', authorityId: child.authorityId } as const;
  const choices = await withLens(services.database, system, (tx) => listChoices(tx, childId));
  return { child, howOften: contactId === null ? null : howOftenOf(choices.get(contactId)) };
}

/** How often each person on a file is told. */
export async function readChoices(request: FastifyRequest) {
  const childId = childIdOf(request);
  const shown = await request.act(async (tx) => {
    const choices = await listChoices(tx, childId);
    const contacts = (await listContacts(tx, childId)).filter(({ restricted }) => !restricted);
    const people = contacts.map((one) => ({ ...one, howOften: howOftenOf(choices.get(one.id)) }));
    return { child: found(await findChild(tx, childId)), people };
  });
  request.readsChildFile({ authorityId: shown.child.authorityId, childId });
  return shown;
}

export function childIdOf(request: FastifyRequest): Uuid {
  const { childId } = z.object({ childId: z.string() }).parse(request.params);
  if (!isUuid(childId)) throw new NotTheirs();
  return childId;
}
