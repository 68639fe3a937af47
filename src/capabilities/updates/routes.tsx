import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { fullName } from '../children/index.ts';
import { updatesApi } from './api.ts';
import { FamilyChoicePage, StaffChoicePage } from './pages/choice.tsx';
import {
  chooseAsFamily,
  chooseAsStaff,
  familySchema,
  readChoice,
  readChoices,
  staffSchema,
} from './sending.ts';

type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** How often each person on a file is told of changes: said by them, or written down by staff who were told. */
export function updateRoutes(app: FastifyInstance, services: Services): void {
  updatesApi(app, services);
  const theirs = { access: 'family', invited: 'nothing' } as const;
  app.get('/family/:childId/updates', { config: { ...theirs, childFile: true } }, (request, reply) =>
    showFamily(request, reply),
  );

  app.post('/family/:childId/updates', { config: theirs }, async (request, reply) => {
    const read = readForm(familySchema, request.body);
    if (!read.ok) return showFamily(request, reply, read);
    const done = await chooseAsFamily(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showFamily(request, reply, refusedWith(request, done));
  });

  app.get('/cases/:childId/updates', { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showStaff(request, reply),
  );

  app.post(
    '/cases/:childId/updates',
    { config: { access: ['caseworker', 'manager'] } },
    async (request, reply) => {
      const read = readForm(staffSchema, request.body);
      if (!read.ok) return showStaff(request, reply, read);
      const done = await chooseAsStaff(request, services, read.value);
      if (done.ok) return reply.redirect(done.value, 303);
      return showStaff(request, reply, refusedWith(request, done));
    },
  );

  async function showFamily(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { child, chosen, ways } = await readChoice(request, services);
    return reply.page(
      <FamilyChoicePage
        page={request.pageContext('family')}
        childId={child.id}
        childName={fullName(child)}
        chosen={chosen}
        ways={ways}
        quietDays={services.config.quietDays}
        {...filled(sent)}
      />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showStaff(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { child, people } = await readChoices(request);
    const of = { childId: child.id, childName: fullName(child), bornOn: child.bornOn };
    return reply.page(
      <StaffChoicePage page={request.pageContext()} {...{ ...of, people, ...filled(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }
}

function refusedWith(request: FastifyRequest, { field, message }: { field: string; message: string }): Sent {
  return { typed: typedIn(request.body), errors: { [field]: message } };
}

function filled(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}
