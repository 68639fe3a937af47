import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { choiceField, dayField, readForm, typedIn } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import { actorId, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { HOW_OFTEN, howOftenOf, SAID_HOW } from './news.ts';
import { FamilyChoicePage, StaffChoicePage } from './pages/choice.tsx';
import { insertChoice, listChoices } from './store.ts';

const howOften = choiceField(HOW_OFTEN, 'Select how often');
const familySchema = z.object({ howOften });
const staffSchema = z.object({
  howOften,
  contactId: z.uuid('Select who said it'),
  saidHow: choiceField(SAID_HOW, 'Select how they said it'),
  saidOn: dayField('the day they said it'),
});
const keySchema = z.object({ idempotencyKey: z.uuid().nullable().catch(null) });

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** How often each person on a file is told of changes: said by them, or written down by staff who were told. */
export function updateRoutes(app: FastifyInstance, services: Services): void {
  const theirs = { access: 'family', invited: 'nothing' } as const;
  app.get('/family/:childId/updates', { config: { ...theirs, childFile: true } }, (request, reply) =>
    showFamily(request, reply),
  );

  app.post('/family/:childId/updates', { config: theirs }, async (request, reply) => {
    const childId = childIdOf(request);
    const read = readForm(familySchema, request.body);
    if (!read.ok) return showFamily(request, reply, read);
    const { authorityId } = await request.act(async (tx) => found(await findChild(tx, childId)));
    const contactId = found(throughOf(request.actor, childId)).contactId;
    const system = { kind: 'system', authorityId, onBehalfOf: found(actorId(found(request.actor))) } as const;
    const { idempotencyKey: key } = keySchema.parse(request.body);
    await actOnce(services, system, { key, route: 'choose how often' }, async (tx) => {
      const contact = found((await listContacts(tx, childId)).find(({ id }) => id === contactId));
      const said = { saidBy: contact.name, saidHow: 'online', saidOn: englishDay(services.now()) };
      const { howOften } = read.value;
      await insertChoice(tx, { authorityId, childId, contactId, howOften, ...said, recordedBy: null });
      return accepted(`/family/${childId}/updates`);
    });
    return reply.redirect(`/family/${childId}/updates`, 303);
  });

  app.get('/cases/:childId/updates', { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showStaff(request, reply),
  );

  app.post(
    '/cases/:childId/updates',
    { config: { access: ['caseworker', 'manager'] } },
    async (request, reply) => {
      const childId = childIdOf(request);
      const read = readForm(staffSchema, request.body);
      if (!read.ok) return showStaff(request, reply, read);
      const { contactId, saidOn } = read.value;
      const recordedBy = request.actor?.kind === 'staff' ? request.actor.name : '';
      const done = await request.once(async (tx) => {
        const { authorityId } = found(await findChild(tx, childId));
        if (saidOn > englishDay(services.now()))
          return refused('saidOn', 'The day must be today or in the past');
        const contact = found((await listContacts(tx, childId)).find(({ id }) => id === contactId));
        await insertChoice(tx, { ...read.value, authorityId, childId, saidBy: contact.name, recordedBy });
        return accepted(`/cases/${childId}/updates`);
      });
      if (done.ok) return reply.redirect(done.value, 303);
      return showStaff(request, reply, {
        typed: typedIn(request.body),
        errors: { [done.field]: done.message },
      });
    },
  );

  async function showFamily(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const childId = childIdOf(request);
    const child = await request.act(async (tx) => found(await findChild(tx, childId)));
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const contactId = throughOf(request.actor, childId)?.contactId ?? null;
    const system = { kind: 'system', authorityId: child.authorityId } as const;
    const choices = await withLens(services.database, system, (tx) => listChoices(tx, childId));
    return reply.page(
      <FamilyChoicePage
        page={request.pageContext('family')}
        childId={childId}
        childName={fullName(child)}
        howOften={contactId === null ? null : howOftenOf(choices.get(contactId))}
        quietDays={services.config.quietDays}
        {...filled(sent)}
      />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showStaff(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const childId = childIdOf(request);
    const { child, people } = await request.act(async (tx) => {
      const choices = await listChoices(tx, childId);
      const contacts = (await listContacts(tx, childId)).filter(({ restricted }) => !restricted);
      const people = contacts.map((one) => ({ ...one, howOften: howOftenOf(choices.get(one.id)) }));
      return { child: found(await findChild(tx, childId)), people };
    });
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const of = { childId, childName: fullName(child), bornOn: child.bornOn };
    return reply.page(
      <StaffChoicePage page={request.pageContext()} {...{ ...of, people, ...filled(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }
}

function filled(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

function childIdOf(request: FastifyRequest): Uuid {
  const { childId } = z.object({ childId: z.string() }).parse(request.params);
  if (!isUuid(childId)) throw new NotTheirs();
  return childId;
}
