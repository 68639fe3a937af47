import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, isBefore } from '../../shared/plain-date.ts';
import { findChild, fullName } from '../children/index.ts';
import { rightsDates } from '../requests/index.ts';
import { citedIn } from './citing.ts';
import { listShownCitations } from './citing-store.ts';
import { listConsultations } from './consultation-store.ts';
import type { PlanFacts } from './facts.ts';
import { listWaiting } from './held-store.ts';
import { FamilyPlanPage } from './pages/family-plan.tsx';
import { asFile } from './plan-file-routes.tsx';
import { citingOnly, familyVersion, planFileText } from './plan-file-schema.ts';
import { contentFor } from './recipients.ts';
import { referenceOf } from './reference-store.ts';
import type { PlanView } from './rendering/index.ts';
import { type Stage, stageOf } from './stage.ts';
import { findPlanOfChild, loadFacts } from './store.ts';
import { tookPlace } from './took-place.ts';
import { languagesOfPlan } from './translating/opening.ts';
import { listVersions } from './version-store.ts';

// Either parent may open it, so it shows nobody's address.
export const NOBODY = { kind: 'person', id: null } as const;

/** The family reads the plan: the draft served on them, then the plan in force. Until one is served it is being written. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  const readsFile = { access: 'family', childFile: true } as const;
  app.get('/family/:childId/plan', { config: readsFile }, async (request, reply) => {
    const { childId, child, reference, facts, versions, citations, asked, waiting, languages } =
      await openFamilyPlan(request);
    const inForce = versions.findLast(({ kind }) => kind === 'final');
    // While it is amended the plan in force is the plan; what is proposed has a page of its own.
    const stage: Stage =
      facts === null ? 'drafting' : stageOf({ ...facts, issued: facts.inForce ?? facts.issued });
    const lastDay = facts?.served?.lastDayForViews ?? null;
    return reply.page(
      <FamilyPlanPage
        page={request.pageContext('family')}
        childId={childId}
        childName={fullName(child)}
        stage={stage}
        lastDay={lastDay}
        over={lastDay !== null && isBefore(lastDay, englishDay(services.now()))}
        finishedOn={facts?.finishedOn ?? null}
        representations={facts?.representations ?? []}
        places={
          new Map((facts?.representations ?? []).map(({ id }) => [id, facts ? tookPlace(facts, id) : []]))
        }
        meetings={facts?.meetings ?? []}
        preference={facts?.preference ?? null}
        otherPreferences={facts?.otherPreferences ?? []}
        consulted={asked}
        checkedBy={
          waiting.find(({ owner }) => owner !== null)?.owner ?? `the SEND team of ${services.authority.name}`
        }
        documentId={(inForce ?? versions.at(-1))?.documentId ?? null}
        versionId={(inForce ?? versions.at(-1))?.id ?? null}
        amendment={facts?.amendment ?? null}
        languages={languages}
        severalVersions={versions.length > 1}
        view={facts === null ? null : viewFor(services, { reference, citations }, facts)}
        sendiass={services.authority.sendiass}
        rights={
          facts?.inForce == null
            ? null
            : { ...rightsDates(facts.inForce.issuedOn), adviser: services.authority.mediationAdviser }
        }
      />,
    );
  });

  app.get('/family/:childId/plan.json', { config: readsFile }, async (request, reply) => {
    const { reference, facts, citations } = await openFamilyPlan(request);
    const { version, content } = found((facts && familyVersion(facts)) ?? undefined);
    const shown = contentFor(citingOnly(content, citations), NOBODY, []);
    const of = { authority: services.authority, reference, version };
    return asFile(
      reply,
      planFileText({ ...of, citations: citedIn(shown, citations), content: shown }),
      reference,
    );
  });
}

/** The plan as the family has it: its facts are null until a version has been sent. */
export async function openFamilyPlan(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const { child, ...opened } = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const plan = found(await findPlanOfChild(tx, childId));
    const reference = await referenceOf(tx, plan);
    const versions = await listVersions(tx, plan.id);
    const facts = versions.length === 0 ? null : await loadFacts(tx, plan);
    const last = versions.findLast(({ kind }) => kind === 'final') ?? versions.at(-1);
    const citations = last === undefined ? [] : await listShownCitations(tx, last.id);
    const asked = await listConsultations(tx, { planId: plan.id });
    const languages = await languagesOfPlan(tx, plan.id);
    const waiting = await listWaiting(tx, plan.id);
    return { child, reference, facts, versions, citations, asked, waiting, languages };
  });
  request.readsChildFile({ authorityId: child.authorityId, childId });
  return { childId, child, ...opened };
}

/** What the family reads: the plan in force, or the draft with them. Either parent may open it, so it shows nobody's address. */
export function viewFor(
  services: Services,
  of: Pick<PlanView, 'reference' | 'citations'>,
  { served, inForce }: PlanFacts,
): PlanView | null {
  const shared = { authority: { name: services.authority.name }, ...of, layout: 'sections' } as const;
  if (inForce !== null) {
    const { version: number, issuedOn: on, officer } = inForce;
    const content = contentFor(inForce.content, NOBODY, []);
    return { ...shared, version: { kind: 'final', number, on, officer }, content };
  }
  if (served === null) return null;
  const { number, servedOn: on } = served;
  return {
    ...shared,
    version: { kind: 'draft', number, on },
    content: contentFor(served.content, NOBODY, []),
  };
}
