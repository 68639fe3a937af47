import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readForm, textField } from '../../platform/http/forms.ts';
import { setSessionCookie } from '../../platform/identity/cookie.ts';
import { startSession } from '../../platform/identity/session.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { findChild, listFiles } from '../children/index.ts';
import { isUntoldRecord } from './attention-store.ts';
import { asCode, asReference, redeemCode } from './codes.ts';
import { CodePage } from './pages/code.tsx';
import { TrackPage } from './pages/track.tsx';
import { sendCode } from './post.ts';
import type { Request } from './request.ts';
import { findRequestByReference } from './store.ts';

const open = { access: 'public' } as const;
const referenceSchema = z.object({ reference: textField('Enter the reference from your confirmation', 40) });
const codeSchema = referenceSchema.extend({ code: textField('Enter the code we sent', 40) });

/**
 * Opening the tracker without an account: the reference alone shows nothing about a child, and is answered the same
 * whether or not there is such a request; the code goes to the contact given with it.
 */
export function trackerRoutes(app: FastifyInstance, services: Services): void {
  const limited = {
    ...open,
    rateLimit: { max: Math.ceil(services.config.publicFormLimit / 4), timeWindow: '1 minute' },
  };
  const system = { kind: 'system', authorityId: services.authority.code } as const;

  app.get('/track', { config: open }, async (request, reply) =>
    reply.page(<TrackPage page={request.pageContext()} typed={{}} errors={{}} formKey={randomUUID()} />),
  );

  app.post('/track', { config: limited }, async (request, reply) => {
    const page = request.pageContext();
    const read = readForm(referenceSchema, request.body);
    if (!read.ok) return reply.page(<TrackPage {...{ page, ...read }} formKey={randomUUID()} />, 400);
    const reference = asReference(read.value.reference);
    await withLens(services.database, system, async (tx) => {
      const request = await findRequestByReference(tx, reference);
      if (request !== undefined) await sendCode(tx, services, request);
    });
    return reply.page(<CodePage {...{ page, reference }} typed={{}} errors={{}} formKey={randomUUID()} />);
  });

  // For somebody whose code came by post, days after they asked for it.
  app.get('/track/code', { config: open }, async (request, reply) => {
    const page = request.pageContext();
    return reply.page(
      <CodePage page={page} reference={null} typed={{}} errors={{}} formKey={randomUUID()} />,
    );
  });

  app.post('/track/code', { config: limited }, async (request, reply) => {
    const page = request.pageContext();
    const read = readForm(codeSchema, request.body);
    if (!read.ok) {
      const given = read.errors['reference'] === undefined ? (read.typed['reference'] ?? '') : '';
      const reference = given === '' ? null : asReference(given);
      return reply.page(<CodePage {...{ page, reference, ...read }} formKey={randomUUID()} />, 400);
    }
    const reference = asReference(read.value.reference);
    const now = services.now();
    const opened = await withLens(services.database, system, async (tx) => {
      const request = await findRequestByReference(tx, reference);
      if (request === undefined) return null;
      const right = await redeemCode(tx, { requestId: request.id }, asCode(read.value.code), now);
      if (!right) return null;
      const standing = (await findChild(tx, request.childId))?.id ?? request.childId;
      const childId = (await isUntoldRecord(tx, standing)) ? request.childId : standing;
      return { ...request, childId, files: await listFiles(tx, childId) };
    });
    if (opened === null) {
      const errors = {
        code: 'This code is not right, has been used, or has run out. Check it, or ask for another',
      };
      const typed = { code: read.value.code };
      return reply.page(<CodePage {...{ page, reference, typed, errors }} formKey={randomUUID()} />, 400);
    }
    const session = { trackerChildren: opened.files, trackerContact: opened.contactId };
    setSessionCookie(
      reply,
      services,
      await startSession(services.database, session, now, services.config.session),
    );
    return reply.redirect(trackerOf(opened), 303);
  });
}

/** Where a request is followed: who asked for themself starts on the page that is said to them. */
export function trackerOf({ childId, source }: Pick<Request, 'childId' | 'source'>): string {
  return source === 'young person' ? `/family/${childId}/for-you` : `/family/${childId}`;
}
