import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Services } from '../../../platform/services.ts';
import { findChild, fullName } from '../../children/index.ts';
import { followingSchema, REMARK_DOORS, type RemarkDoor, sayMoreOnce } from './doors.ts';
import { RepliesPage } from './pages/replies.tsx';
import { REMARK_KINDS, SIDES } from './remark.ts';

/** A comment with what followed it, for the family, whoever gave advice and staff: read, answered further and settled. */
export function remarkRoutes(app: FastifyInstance, services: Services): void {
  for (const door of REMARK_DOORS) {
    const { route, access, reads } = door;
    app.get(route, { config: { access: reads, childFile: true } }, (request, reply) =>
      show(request, reply, door),
    );
    app.post(route, { config: { access } }, async (request, reply) => {
      const read = readForm(followingSchema, request.body);
      if (!read.ok) return show(request, reply, door, { errors: read.errors, typed: read.typed });
      const done = await sayMoreOnce(request, services, door, read.value);
      if (done.ok) return reply.redirect(done.value, 303);
      const sent = { errors: { [done.field]: done.message }, typed: typedIn(request.body) };
      return show(request, reply, door, sent);
    });
    const takes = noun(app, `/api${route}`, {
      summary: 'A comment on a line of a draft, and all that was said after it, in order',
      tag: 'plans',
      may: { access: reads, childFile: true },
      answer,
      show: async (request) => {
        const { discussion } = await open(request, door);
        const { following, ...comment } = discussion;
        const { remarks, settled, waitsFor } = following;
        return { comment, remarks, settled, waitsFor };
      },
    });
    takes(`/api${route}`, {
      summary: 'Say more after a comment, or say that it is settled',
      may: { access, childFile: true },
      form: followingSchema,
      act: (request, form) => sayMoreOnce(request, services, door, form),
    });
  }
}

const organisation = z.object({ id: z.uuid(), name: z.string() }).nullable();
const answer = z.object({
  comment: z.object({
    id: z.uuid(),
    side: z.enum(SIDES),
    by: z.string(),
    organisation,
    on: day,
    words: z.string(),
    answer: z
      .object({ outcome: z.string(), reasons: z.string(), answeredBy: z.string(), answeredOn: day })
      .nullable(),
  }),
  remarks: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(REMARK_KINDS),
        side: z.enum(SIDES),
        by: z.string(),
        organisation,
        words: z.string(),
        on: day,
      }),
    )
    .readonly(),
  settled: z.boolean(),
  waitsFor: z.enum(['staff', 'the other side']).nullable(),
});

async function open(request: FastifyRequest, door: RemarkDoor) {
  const opened = await request.act(async (tx) => {
    const found = await door.open(tx, request);
    const child = await findChild(tx, found.plan.childId);
    return { ...found, childName: child === undefined ? '' : fullName(child) };
  });
  request.readsChildFile(opened.plan);
  return opened;
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  door: RemarkDoor,
  sent?: { errors: FieldErrors; typed: Typed },
) {
  const { discussion, at, back, childName } = await open(request, door);
  const { actor } = request;
  const nameless = actor?.kind === 'family' && actor.accountId === null;
  return reply.page(
    <RepliesPage
      page={request.pageContext(door.side === 'family' ? 'family' : undefined)}
      {...{ discussion, at, back, childName, nameless }}
      side={door.side}
      formKey={randomUUID()}
      typed={sent?.typed ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent === undefined ? 200 : 400,
  );
}
