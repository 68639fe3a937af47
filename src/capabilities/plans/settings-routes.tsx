import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { withoutPeople } from '../../platform/identity/first-person.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { searchSettings } from '../settings/index.ts';
import { consult } from './consultation-sending.ts';
import { listConsultations } from './consultation-store.ts';
import { readCapacity, readPack } from './consulting/reading.ts';
import { listWaiting } from './held-store.ts';
import { PackPage } from './pages/pack.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { openForActing } from './post.ts';
import { asFound } from './saying-routes.tsx';
import { listVersions } from './version-store.ts';

/** How many settings are asked by one form. */
const MOST_AT_ONCE = 20;

/** The settings a plan has been asked about, and asking another. */
export function settingsRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/:planId/settings', { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showSettings(request, reply, services, {}),
  );

  // Nothing goes yet: this shows what would, to whom, and asks that somebody reads it through.
  app.post('/plans/:planId/consultations/check', { config: readsFile }, async (request, reply) => {
    const chosen = readChosen(request.body);
    if (!chosen.ok) return showSettings(request, reply, services, { settingIds: chosen.message });
    return showPack(request, reply, services, { ...chosen.value, errors: {} });
  });

  app.post('/plans/:planId/consultations', { config: { access: staff } }, async (request, reply) => {
    const chosen = readChosen(request.body);
    if (!chosen.ok) return showSettings(request, reply, services, { settingIds: chosen.message });
    const done = await consultAll(request, services, chosen.value);
    if (done.ok) return reply.redirect(`${done.value}/settings`, 303);
    const errors = { [done.field]: done.message };
    if (done.field === 'settingId') return showSettings(request, reply, services, errors);
    return showPack(request, reply, services, { ...chosen.value, errors });
  });
}

type Chosen = { settingIds: readonly string[]; version: string; reviewed: boolean };

function readChosen(body: unknown): Result<Chosen> {
  const typed = typedIn(body);
  const settingIds = [...new Set((typed['settingIds'] ?? '').split(',').filter(isUuid))];
  if (settingIds.length === 0) return refused('settingIds', 'Select each setting to consult');
  if (settingIds.length > MOST_AT_ONCE)
    return refused('settingIds', `Select ${MOST_AT_ONCE} settings or fewer at once`);
  return accepted({ settingIds, version: typed['version'] ?? '', reviewed: typed['reviewed'] === 'yes' });
}

/** Asks each setting chosen about one draft, once somebody has read through what they are sent: all of them, or none. */
function consultAll(request: FastifyRequest, services: Services, { settingIds, version, reviewed }: Chosen) {
  const planId = idIn(request, 'planId');
  const by = staffName(request);
  return request.once(async (tx): Promise<Outcome> => {
    if (!reviewed) return refused('reviewed', 'Read what they are sent, and select that you have');
    const pack = await readPack(tx, services, await openForActing(tx, planId));
    if (!pack.ok) return pack;
    const why = 'the authority is considering it';
    for (const settingId of settingIds) {
      const asking = { planId, settingId, why, contentHash: version, reviewedBy: by } as const;
      const done = await consult(tx, services, asking);
      if (!done.ok) return done;
    }
    return accepted(`/plans/${planId}`);
  });
}

async function showPack(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { settingIds, version, errors }: Chosen & { errors: FieldErrors },
) {
  const { of, shown } = await openPlanPage(request, async (tx, plan, facts) => ({
    pack: await readPack(tx, services, { plan, facts }),
    settings: await readCapacity(tx, settingIds),
  }));
  const { pack, settings } = shown;
  if (!pack.ok) return showSettings(request, reply, services, { settingIds: pack.message });
  if (pack.value.contentHash !== version) {
    const message = 'A newer draft has been served since you opened this page. Read it, then ask again';
    return showSettings(request, reply, services, { settingIds: message });
  }
  return reply.page(
    <PackPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      pack={pack.value}
      settings={settings}
      errors={errors}
    />,
    Object.keys(errors).length === 0 ? 200 : 400,
  );
}

async function showSettings(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
) {
  const { q } = z.object({ q: z.string().max(100).default('').catch('') }).parse(request.query);
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan) => ({
    asked: await listConsultations(tx, { planId: plan.id }),
    versions: await listVersions(tx, plan.id),
    waiting: await listWaiting(tx, plan.id),
    found: q.trim() === '' ? [] : (await searchSettings(tx, { text: q, page: 1 })).settings,
  }));
  const { asked, versions } = shown;
  const unstaffed = await withoutPeople(
    services.database,
    asked.map(({ organisationId }) => organisationId),
  );
  const { settingIds, settingId, ...others } = errors;
  const chosen = settingIds ?? settingId;
  // Where none are listed to choose from, the box to search in is what leads on.
  const led =
    chosen === undefined ? others : { ...others, [shown.found.length === 0 ? 'q' : 'settingIds']: chosen };
  const draft = facts.issued === null ? versions.findLast(({ kind }) => kind === 'draft') : undefined;
  const numbered = new Map(versions.map(({ id, number }) => [id, number]));
  return reply.page(
    <SettingsPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      today={englishDay(services.now())}
      errors={led}
      preference={facts.preference}
      otherPreferences={facts.otherPreferences}
      asked={asked.map((one) => ({
        ...one,
        draft: numbered.get(one.versionId) ?? 0,
        unread: unstaffed.has(one.organisationId),
      }))}
      waiting={shown.waiting.filter(({ kind }) => kind === 'draft')}
      draft={draft ?? null}
      search={q}
      found={shown.found.map(asFound)}
    />,
    Object.keys(errors).length === 0 ? 200 : 400,
  );
}
