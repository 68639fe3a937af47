import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { typedIn } from '../../platform/http/forms.ts';
import { withoutPeople } from '../../platform/identity/first-person.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
import { searchSettings } from '../settings/index.ts';
import { consult } from './consultation-sending.ts';
import { listConsultations } from './consultation-store.ts';
import { listWaiting } from './held-store.ts';
import { SettingsPage } from './pages/settings.tsx';
import { openPlanPage, staff } from './plan-routes.tsx';
import { asFound } from './saying-routes.tsx';
import { listVersions } from './version-store.ts';

/** The settings a plan has been asked about, and asking another. */
export function settingsRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/:planId/settings', { config: { access: 'staff', childFile: true } }, (request, reply) =>
    showSettings(request, reply, services, {}),
  );

  app.post('/plans/:planId/consultations', { config: { access: staff } }, async (request, reply) => {
    const planId = idIn(request, 'planId');
    const typed = typedIn(request.body);
    const settingId = typed['settingId'] ?? '';
    if (!isUuid(settingId))
      return showSettings(request, reply, services, { settingId: 'Select the setting to consult' });
    const why = 'the authority is considering it';
    const contentHash = typed['version'] ?? '';
    const done = await request.once((tx) => consult(tx, services, { planId, settingId, why, contentHash }));
    if (done.ok) return reply.redirect(`${done.value}/settings`, 303);
    return showSettings(request, reply, services, { [done.field]: done.message });
  });
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
  const draft = facts.issued === null ? versions.findLast(({ kind }) => kind === 'draft') : undefined;
  const numbered = new Map(versions.map(({ id, number }) => [id, number]));
  return reply.page(
    <SettingsPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      today={englishDay(services.now())}
      errors={errors}
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
