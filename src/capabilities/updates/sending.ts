import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { choiceField, dayField } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, throughOf, withLens } from '../../platform/lens/index.ts';
import { waysFor } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { SAID_HOW } from '../../shared/said-how.ts';
import { findChild, listContacts } from '../children/index.ts';
import { chooseWay, HOW_OFTEN, UNCHOSEN } from './news.ts';
import { insertChoice, listChoices } from './store.ts';

/* How often each person on a file is told of changes, and which way, for the pages and the API alike. */

const howOften = choiceField(HOW_OFTEN, 'Select how often');
// Where nothing is said of the way, updates come as letters do.
const way = z.string().max(20).default('letters');
export const familySchema = z.object({ howOften, way });
export const staffSchema = z.object({
  howOften,
  way,
  contactId: z.uuid('Select who said it'),
  saidHow: choiceField(SAID_HOW, 'Select how they said it'),
  saidOn: dayField('the day they said it'),
});

export async function chooseAsFamily(
  request: FastifyRequest,
  services: Services,
  { howOften: chosen, way }: z.infer<typeof familySchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  const { authorityId } = await request.act(async (tx) => found(await findChild(tx, childId)));
  const contactId = found(throughOf(request.actor, childId)).contactId;
  const system = { kind: 'system', authorityId, onBehalfOf: found(actorId(found(request.actor))) } as const;
  const call = { key: idempotencyKey(request), route: 'choose how often' };
  return actOnce(services, system, call, async (tx) => {
    const contact = found((await listContacts(tx, childId)).find(({ id }) => id === contactId));
    const by = chooseWay(way, waysFor(contact));
    if (!by.ok) return by;
    const said = { saidBy: contact.name, saidHow: 'online', saidOn: englishDay(services.now()) };
    const of = { authorityId, childId, contactId, howOften: chosen, way: by.value };
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
  const childId = idIn(request, 'childId');
  const recordedBy = request.actor?.kind === 'staff' ? request.actor.name : '';
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    if (form.saidOn > englishDay(services.now()))
      return refused('saidOn', 'The day must be today or in the past');
    const contact = found((await listContacts(tx, childId)).find(({ id }) => id === form.contactId));
    const by = chooseWay(form.way, waysFor(contact));
    if (!by.ok) return refused('way', 'The file does not let us write to them that way. Select another');
    const choice = { ...form, way: by.value, authorityId, childId };
    await insertChoice(tx, { ...choice, saidBy: contact.name, recordedBy });
    return accepted(`/cases/${childId}/updates`);
  });
}

/** How often whoever asks is told, which way, and which ways they may choose; null where it is not known which person on the file they are. */
export async function readChoice(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const child = await request.act(async (tx) => found(await findChild(tx, childId)));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const contactId = throughOf(request.actor, childId)?.contactId ?? null;
  const system = { kind: 'system', authorityId: child.authorityId } as const;
  const { contact, choice } = await withLens(services.database, system, async (tx) => ({
    contact: (await listContacts(tx, childId)).find(({ id }) => id === contactId),
    choice: (await listChoices(tx, childId)).get(contactId ?? '') ?? UNCHOSEN,
  }));
  if (contact === undefined) return { child, chosen: null, ways: [] };
  return { child, chosen: choice, ways: waysFor(contact) };
}

/** How often each person on a file is told, and which way. */
export async function readChoices(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const shown = await request.act(async (tx) => {
    const choices = await listChoices(tx, childId);
    const contacts = (await listContacts(tx, childId)).filter(({ restricted }) => !restricted);
    const people = contacts.map((one) => ({ ...one, chosen: choices.get(one.id) ?? UNCHOSEN }));
    return { child: found(await findChild(tx, childId)), people };
  });
  request.readsChildFile({ authorityId: shown.child.authorityId, childId });
  return shown;
}
