import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { invitedTo, lastly, type Tx, withLens } from '../../platform/lens/index.ts';
import { saidTo } from '../../platform/notifications/index.ts';
import { drawEasyRead } from '../../platform/pdf/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import { whatTheyCanDo } from './family-acts.ts';
import { forecastOf } from './forecast.ts';
import { durationsForFamilies } from './forecast-store.ts';
import { trackerInEasyRead } from './pages/easy-read/tracker.ts';
import { ForYouPage } from './pages/for-you.tsx';
import { TrackerPage } from './pages/tracker.tsx';
import { listDocumentsOf } from './routes.tsx';
import { type Last, whereThingsAre } from './tracker-store.ts';

/** Where a child’s case is: for the family, for the young person, and on paper in Easy Read. */
export function trackerRoutes(app: FastifyInstance, services: Services): void {
  const reads = { access: 'family', invited: 'follows', childFile: true } as const;
  app.get('/family/:childId', { config: reads }, async (request, reply) => {
    const { now, ...shown } = await openTracker(request, services);
    if (now.childId !== shown.childId) return reply.redirect(`/family/${now.childId}`, 303);
    return reply.page(<TrackerPage page={request.pageContext()} {...shown} />);
  });

  app.get('/family/:childId/for-you', { config: reads }, async (request, reply) => {
    const { now: _, ...shown } = await openTracker(request, services);
    const child = found(await request.act((tx) => findChild(tx, shown.childId)));
    const calledBy = child.preferredName ?? child.givenNames.split(' ')[0] ?? child.givenNames;
    return reply.page(<ForYouPage page={request.pageContext()} {...shown} calledBy={calledBy} />);
  });

  app.get('/family/:childId/easy-read.pdf', { config: reads }, (request, reply) =>
    showPaper(request, reply, services),
  );

  // For staff to print, and to put with a letter to whoever asks for Easy Read.
  app.get(
    '/cases/:childId/easy-read.pdf',
    { config: { access: 'staff', childFile: true } },
    (request, reply) => showPaper(request, reply, services),
  );
}

async function showPaper(request: FastifyRequest, reply: FastifyReply, services: Services) {
  const { now: _, ...shown } = await openTracker(request, services);
  const { authority, config } = services;
  const today = englishDay(services.now());
  const colour = authority.brandColour;
  const content = await saidTo(request, services, trackerInEasyRead({ ...shown, documents: [] }));
  const pdf = drawEasyRead({
    authority: { name: authority.name, ...(colour === null ? {} : { colour }) },
    content,
    date: today,
    footer: `${shown.reference}, ${sayDate(today)}`,
    tested: config.easyReadTest,
  });
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="easy-read.pdf"')
    .send(Buffer.from(pdf));
}

/** Where a child’s case is, as the family’s page and the young person’s own both say it; the reading is recorded. */
async function openTracker(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const today = englishDay(services.now());
  const invited = invitedTo(request.actor, childId);
  const { now, shown } = await seeAs(request, services, childId, async (tx) => {
    const recordingToo: Last = async ({ authorityId, childId: standing }, ask) => {
      const reading = () =>
        standing === childId ? request.recordReading(tx, { authorityId, childId }) : null;
      const [answers] = await lastly(tx, () => Promise.all([ask(), reading()]));
      return answers;
    };
    const theirs = invited !== 'tracker and messages';
    const [where, documents] = await Promise.all([
      whereThingsAre(tx, services, { childId, today }, theirs ? recordingToo : undefined),
      invited === 'tracker and messages' ? [] : listDocumentsOf(tx, childId, services),
    ]);
    const { now, shown } = found(where);
    const todo = whatTheyCanDo(childId, now, invited);
    return { now, shown: { ...shown, documents, todo, invited: invited !== null } };
  });
  if (!request.readingRecorded) request.readsChildFile({ authorityId: now.authorityId, childId });
  const durations = await durationsForFamilies(services, now.authorityId, today);
  const forecast = forecastOf(now, durations, today);
  return { now, childId, sendiass: services.authority.sendiass, forecast, ...shown };
}

/** Through their own lens. What the tracker says is worked out for whoever sees the tracker and messages alone. */
export async function seeAs<T>(
  request: FastifyRequest,
  services: Services,
  childId: Uuid,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (invitedTo(request.actor, childId) !== 'tracker and messages') return request.act(work);
  const { authorityId } = await request.act(async (tx) => found(await findChild(tx, childId)));
  return withLens(services.database, { kind: 'system', authorityId }, work);
}
