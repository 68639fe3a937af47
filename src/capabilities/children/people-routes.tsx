import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { choiceField, optionalText, readForm, textField, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { endTrackers } from '../../platform/identity/trackers.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import { listNotSent, listSentElsewhere } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Result } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { fullName } from './child.ts';
import { shareWhatWasAsked } from './contact-sending.ts';
import { listCarried, listRecorded } from './merge-store.ts';
import { nameRecord } from './merging.ts';
import type { Filled, Of } from './pages/frame.tsx';
import { PeoplePage } from './pages/people.tsx';
import { AddPersonPage, CheckPage, RestrictionPage } from './pages/person-forms.tsx';
import {
  insertPerson,
  liftRestriction,
  listPeople,
  lockPerson,
  restrict,
  saveCheck,
} from './people-store.ts';
import { checking, lifting, type Person, reachable, restricting } from './person.ts';
import { findChild } from './store.ts';

const WRITERS = ['caseworker', 'manager'] as const;
const reads = { access: 'staff', childFile: true } as const;
const asks = { access: WRITERS, childFile: true } as const;
const acts = { access: WRITERS } as const;

export const howSchema = z.object({ how: textField('Enter how you checked who they are', 2000) });
export const reasonSchema = z.object({ reason: textField('Enter the reason', 2000) });
export const personSchema = howSchema.extend({
  name: textField('Enter their full name', 200),
  relationship: textField('Enter their relationship to the child', 200),
  parentalResponsibility: choiceField(['yes', 'no'], 'Select yes if they have parental responsibility'),
  prefers: choiceField(['email', 'text', 'post'], 'Select how we should write to them'),
  email: optionalText(254).pipe(
    z.union([z.literal(''), z.email('Enter an email address in the correct format, like name@example.com')]),
  ),
  phone: optionalText(40),
  address: optionalText(500),
  postcode: optionalText(10),
});

/** The people of a child's file, for staff: adding them, recording that they were checked, restricting contact. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const all = '/cases/:childId/people';
  const one = `${all}/:contactId`;

  app.get(all, { config: reads }, async (request, reply) => {
    const { of, people } = await open(request);
    const { elsewhere, notSent, cameFrom } = await request.act(async (tx) => ({
      elsewhere: await listSentElsewhere(tx, of.childId),
      notSent: await listNotSent(tx, of.childId),
      cameFrom: await whenceOf(tx, people),
    }));
    const mayChange = mayUse(WRITERS, request.actor);
    return reply.page(
      <PeoplePage
        page={request.pageContext()}
        {...{ of, people, mayChange, elsewhere, notSent, cameFrom }}
      />,
    );
  });

  app.get(`${all}/new`, { config: asks }, (request, reply) => showNew(request, reply, {}));
  app.post(`${all}/new`, { config: acts }, async (request, reply) => {
    const read = readForm(personSchema, request.body);
    if (!read.ok) return showNew(request, reply, read.errors);
    const outcome = await addOnce(request, services, read.value);
    return outcome.ok
      ? reply.redirect(outcome.value, 303)
      : showNew(request, reply, { [outcome.field]: outcome.message });
  });

  app.get(`${one}/check`, { config: asks }, (request, reply) => showOne(request, reply, CheckPage, {}));
  app.post(`${one}/check`, { config: acts }, async (request, reply) => {
    const read = readForm(howSchema, request.body);
    if (!read.ok) return showOne(request, reply, CheckPage, read.errors);
    const done = await checkOnce(request, services, read.value);
    return done.ok ? reply.redirect(done.value, 303) : showOne(request, reply, CheckPage, said(done));
  });

  const restriction = `${one}/restriction`;
  app.get(restriction, { config: asks }, (request, reply) => showOne(request, reply, RestrictionPage, {}));
  app.post(restriction, { config: acts }, async (request, reply) => {
    const read = readForm(reasonSchema, request.body);
    if (!read.ok) return showOne(request, reply, RestrictionPage, read.errors);
    const done = await restrictOnce(request, services, read.value);
    if (!done.ok) return showOne(request, reply, RestrictionPage, said(done));
    return reply.redirect(done.value, 303);
  });

  app.post(`${restriction}/end`, { config: acts }, async (request, reply) => {
    const read = readForm(reasonSchema, request.body);
    if (!read.ok) return showOne(request, reply, RestrictionPage, read.errors);
    const done = await liftOnce(request, read.value);
    return done.ok ? reply.redirect(done.value, 303) : showOne(request, reply, RestrictionPage, said(done));
  });
}

/* What staff do about the people of a file, for the pages and the API alike. */

export function addOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof personSchema>,
): Promise<Outcome> {
  const { how, parentalResponsibility, email, phone, address, postcode, ...rest } = form;
  const childId = idIn(request, 'childId');
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const person = reachable({
      ...rest,
      id: randomUUID(),
      childId,
      parentalResponsibility: parentalResponsibility === 'yes',
      email: orNull(email),
      phone: orNull(phone),
      addressLines: address.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      postcode: orNull(postcode),
    });
    if (!person.ok) return person;
    await insertPerson(tx, authorityId, person.value, { how, by: nameOf(tx), at: services.now() });
    await happened(tx, { authorityId, childId, contactId: person.value.id }, 'person added to the file');
    return { ok: true, value: `/cases/${childId}/people` };
  });
}

export function checkOnce(
  request: FastifyRequest,
  services: Services,
  { how }: z.infer<typeof howSchema>,
): Promise<Outcome> {
  return actOn(request, checking, async (tx, subject) => {
    const check = { how, by: nameOf(tx), at: services.now() };
    await saveCheck(tx, subject.childId, subject.contactId, check);
    await shareWhatWasAsked(tx, subject, [subject.contactId], check);
    // How is for the authority alone: the family reads the events of its child's file.
    await happened(tx, subject, 'person checked');
  });
}

/** Restricts contact with somebody: whatever session they follow the case in ends with it. */
export async function restrictOnce(
  request: FastifyRequest,
  services: Services,
  { reason }: z.infer<typeof reasonSchema>,
): Promise<Outcome> {
  const done = await actOn(request, restricting, async (tx, subject) => {
    await restrict(tx, subject, { reason, by: nameOf(tx), at: services.now() });
  });
  if (done.ok) await endTrackers(services.database, [idIn(request, 'childId')], services.now());
  return done;
}

export function liftOnce(
  request: FastifyRequest,
  { reason }: z.infer<typeof reasonSchema>,
): Promise<Outcome> {
  return actOn(request, lifting, async (tx, subject) => {
    await liftRestriction(tx, subject.contactId);
    await liftedUnseen(tx, subject, reason);
  });
}

async function open(request: FastifyRequest): Promise<{ of: Of; people: Person[] }> {
  const childId = idIn(request, 'childId');
  const { child, people } = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    people: await listPeople(tx, childId),
  }));
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { of: { childId, childName: fullName(child), bornOn: child.bornOn }, people };
}

async function showNew(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of } = await open(request);
  const page = request.pageContext();
  return reply.page(<AddPersonPage {...{ page, of }} form={filled(request, errors)} />, status(errors));
}

type OnePage = (props: {
  page: ReturnType<FastifyRequest['pageContext']>;
  of: Of;
  form: Filled;
  person: Person;
}) => VNode;

async function showOne(request: FastifyRequest, reply: FastifyReply, Page: OnePage, errors: FieldErrors) {
  const { of, people } = await open(request);
  const person = found(people.find(({ id }) => id === idIn(request, 'contactId')));
  const page = request.pageContext();
  return reply.page(<Page {...{ page, of, person }} form={filled(request, errors)} />, status(errors));
}

type Subject = { authorityId: number; childId: Uuid; contactId: Uuid };

/** One act on one person, in turn with any other on them. */
function actOn(
  request: FastifyRequest,
  decide: (person: Person) => Result<Person>,
  save: (tx: Tx, subject: Subject) => Promise<void>,
): Promise<Outcome> {
  const [childId, contactId] = [idIn(request, 'childId'), idIn(request, 'contactId')];
  return request.once(async (tx) => {
    const { authorityId } = found(await findChild(tx, childId));
    const decided = decide(found(await lockPerson(tx, childId, contactId)));
    if (!decided.ok) return decided;
    await save(tx, { authorityId, childId, contactId });
    return { ok: true, value: `/cases/${childId}/people` };
  });
}

async function happened(tx: Tx, { authorityId, childId, contactId }: Subject, kind: string): Promise<void> {
  await recordEvent(tx, { authorityId, childId, kind, subject: 'contact', subjectId: contactId });
}

// About the child only in the authority's eyes: the family, whoever of them it is about, reads the child's events.
async function liftedUnseen(tx: Tx, subject: Subject, reason: string): Promise<void> {
  const { authorityId, childId, contactId } = subject;
  const data = { childId, reason };
  const unseen = { authorityId, childId: null, unseenChildId: childId };
  const kind = 'contact no longer restricted';
  await recordEvent(tx, { ...unseen, kind, subject: 'contact', subjectId: contactId, data });
}

function filled(request: FastifyRequest, errors: FieldErrors): Filled {
  return { formKey: randomUUID(), typed: typedIn(request.body ?? {}), errors };
}

function status(errors: FieldErrors): number {
  return hasErrors(errors) ? 400 : 200;
}

function said({ field, message }: { field: string; message: string }): FieldErrors {
  return { [field]: message };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function nameOf(tx: Tx): string {
  const actor = actorOf(tx);
  return 'name' in actor ? actor.name : 'The service';
}

/** The record of each who came with one that was merged, in words. */
async function whenceOf(tx: Tx, people: readonly Person[]): Promise<ReadonlyMap<string, string>> {
  const carried = await listCarried(
    tx,
    people.map(({ id }) => id),
  );
  const records = people.flatMap(({ id, childId, waiting }) => {
    const record = carried.get(id) ?? (waiting ? childId : undefined);
    return record === undefined ? [] : [{ id, record }];
  });
  const recorded = await listRecorded(
    tx,
    records.map(({ record }) => record),
  );
  return new Map(records.map(({ id, record }) => [id, nameRecord(recorded.get(record))]));
}
