import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idIn, partIn } from '../../../platform/http/address.ts';
import { found, NotTheirs } from '../../../platform/http/errors.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import { leavingOut, saidAs } from '../../../platform/notifications/index.ts';
import { canDrawAll } from '../../../platform/pdf/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { findChild } from '../../children/index.ts';
import { referenceOf } from '../reference-store.ts';
import { findPlan, findPlanOfChild } from '../store.ts';
import { findVersion, listVersions } from '../version-store.ts';
import { BilingualPage } from './bilingual.tsx';
import { renderBilingual } from './bilingual-pdf.ts';
import { languageOf } from './languages.ts';
import { type InLanguage, inLanguage, openVersion, toTranslate } from './opening.ts';
import { listTranslations } from './store.ts';

type Which = { versionId: Uuid; reference: string; back: string };

/** Who reads a plan in two languages, and which version of it is theirs. One who has a copy of it is shown no translation of all of it. */
const READERS: readonly {
  at: string;
  access: 'staff' | 'family' | 'organisation';
  find: (tx: Tx, request: FastifyRequest) => Promise<Which>;
}[] = [
  { at: '/plans/:planId', access: 'staff', find: forStaff },
  { at: '/family/:childId/plan', access: 'family', find: forFamily },
  { at: '/final-plans/:id', access: 'organisation', find: forOrganisation },
];

/** The plan in English and another language, for everybody who reads it whole. */
export function bilingualRoutes(app: FastifyInstance, services: Services): void {
  for (const { at, access, find } of READERS) {
    const config = { access, childFile: true } as const;
    app.get(`${at}/bilingual/:language`, { config }, async (request, reply) => {
      const { open, shown, back } = await read(request, services, find);
      const { view, said, notice } = open;
      const address = `${back}/bilingual/${shown.language.tag}`;
      return reply.page(
        <BilingualPage
          page={request.pageContext(access === 'family' ? 'family' : undefined)}
          {...{ view, said, notice, shown }}
          at={address}
          back={{ href: back, text: 'The plan' }}
          undrawable={!isDrawable(shown)}
        />,
      );
    });
    app.get(`${at}/bilingual/:language.pdf`, { config }, async (request, reply) => {
      const { open, shown, back } = await read(request, services, find);
      // Its page says that there are no letters for it.
      if (!isDrawable(shown)) return reply.redirect(`${back}/bilingual/${shown.language.tag}`, 303);
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="plan-english-and-${shown.language.tag}.pdf"`)
        .send(Buffer.from(renderBilingual(open, shown)));
    });
  }
}

/** Whether a font of ours has every letter of it, so that nothing on paper is drawn as □. */
function isDrawable({ standing, language }: InLanguage): boolean {
  return canDrawAll([language.ownName, ...standing.flatMap(({ words }) => words ?? [])]);
}

async function read(
  request: FastifyRequest,
  services: Services,
  find: (tx: Tx, request: FastifyRequest) => Promise<Which>,
) {
  const language = found(languageOf(partIn(request, 'language')));
  const { open, shown, back, version } = await request.act(async (tx) => {
    const { versionId, reference, back } = await find(tx, request);
    const version = found(await findVersion(tx, versionId));
    const open = await openVersion(tx, services, versionId, reference);
    const shown = inLanguage(open, language, await listTranslations(tx, open.planId));
    return { open, shown, back, version };
  });
  // Until one is kept there is nothing to read.
  found(shown.last);
  request.readsChildFile(version);
  const safe = await leavingOut(request, services, { open, shown });
  if (safe === null) return { open, shown, back };
  const said = saidAs({ open, shown }, safe);
  return {
    open: { ...said.open, view: { ...said.open.view, leavesOut: true as const } },
    shown: said.shown,
    back,
  };
}

async function forStaff(tx: Tx, request: FastifyRequest): Promise<Which> {
  const plan = found(await findPlan(tx, idIn(request, 'planId')));
  const version = found(toTranslate(await listVersions(tx, plan.id)));
  return { versionId: version.id, reference: await referenceOf(tx, plan), back: `/plans/${plan.id}` };
}

async function forFamily(tx: Tx, request: FastifyRequest): Promise<Which> {
  const child = found(await findChild(tx, idIn(request, 'childId')));
  const plan = found(await findPlanOfChild(tx, child.id));
  const version = found(toTranslate(await listVersions(tx, plan.id)));
  const reference = await referenceOf(tx, plan);
  return { versionId: version.id, reference, back: `/family/${child.id}/plan` };
}

async function forOrganisation(tx: Tx, request: FastifyRequest): Promise<Which> {
  const version = found(await findVersion(tx, idIn(request, 'id')));
  if (version.kind !== 'final' || version.notAll) throw new NotTheirs();
  return { versionId: version.id, reference: '', back: `/final-plans/${version.id}` };
}
