import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { found, NotTheirs } from '../../../platform/http/errors.ts';
import { day, moment, noun } from '../../../platform/http/json.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { findChild, fullName } from '../../children/index.ts';
import { sha256 } from '../hash.ts';
import { openPlanPage } from '../plan-routes.tsx';
import { wordsIn } from '../post.ts';
import { nameOf, overtakenBy } from '../sending-check.ts';
import { findPlanOfChild } from '../store.ts';
import { findVersion, listVersions } from '../version-store.ts';
import { FamilyVersionPage, type Version, VersionPage } from './page.tsx';
import { findLaidOutSince, findWords } from './store.ts';
import { viewOf } from './view.ts';
import { freeze, isAsIssued } from './words.ts';

const staff = { access: 'staff', childFile: true } as const;
const family = { access: 'family', childFile: true } as const;

/** Each version of a plan in the words it was sent in, whatever the service has become since. */
export function frozenRoutes(app: FastifyInstance, services: Services): void {
  const at = '/plans/:planId/versions/:versionId';
  app.get(at, { config: staff }, async (request, reply) => {
    const { of, shown } = await forStaff(request, services);
    const rendering = renderingIn(request);
    return reply.page(<VersionPage page={request.pageContext()} {...{ of, rendering }} version={shown} />);
  });
  noun(app, `/api${at}`, {
    summary: 'One version of a plan: its words as they were sent, and the hashes that say they are those',
    tag: 'plans',
    may: staff,
    answer,
    show: async (request) => {
      const { shown } = await forStaff(request, services);
      const { words, since, ...version } = shown;
      const laidOutSince = since === null ? null : { ...since, sections: inWords(since.sections) };
      return { ...version, wordsHash: words.wordsHash, sections: inWords(words.sections), laidOutSince };
    },
  });

  app.get('/family/:childId/plan/versions/:versionId', { config: family }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const { child, version } = await request.act(async (tx) => {
      const child = found(await findChild(tx, childId));
      const plan = found(await findPlanOfChild(tx, childId));
      return { child, version: await openVersion(tx, services, plan.id, idIn(request, 'versionId')) };
    });
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const shown = { childId, childName: fullName(child), version, rendering: renderingIn(request) };
    return reply.page(<FamilyVersionPage page={request.pageContext('family')} {...shown} />);
  });
}

const section = z.object({ id: z.string(), title: z.string(), words: z.string() });
const answer = z.object({
  kind: z.enum(['draft', 'final']),
  name: z.string(),
  sentOn: day,
  contentHash: z.string(),
  wordsHash: z.string().nullable(),
  /** What is kept is still what the hashes were taken of. */
  asIssued: z.boolean(),
  newest: z.boolean(),
  sections: z.array(section),
  laidOutSince: z
    .object({
      layout: z.int(),
      at: moment,
      wordsHash: z.string(),
      documentId: z.uuid().nullable(),
      archiveId: z.uuid().nullable().describe('The copy to keep (PDF/A) of that paper'),
      sections: z.array(section),
    })
    .nullable()
    .describe('The same words in the newest layout it was laid out in since; nobody was sent it'),
});

const asked = z.object({ rendering: z.enum(['as sent', 'newest']).catch('as sent') });

function renderingIn({ query }: FastifyRequest) {
  return asked.parse(query).rendering;
}

function inWords(sections: Version['words']['sections']) {
  return sections.map(({ id, title, blocks }) => ({ id, title, words: wordsIn(blocks) }));
}

function forStaff(request: FastifyRequest, services: Services) {
  return openPlanPage(request, (tx, plan) => openVersion(tx, services, plan.id, idIn(request, 'versionId')));
}

async function openVersion(tx: Tx, services: Services, planId: Uuid, versionId: Uuid): Promise<Version> {
  const version = found(await findVersion(tx, versionId));
  if (version.planId !== planId) throw new NotTheirs();
  const { kind, sentOn, contentHash, documentId } = version;
  const kept = await findWords(tx, versionId);
  const since = await findLaidOutSince(tx, versionId);
  const later = overtakenBy(version, await listVersions(tx, planId));
  // Laid out anew, for a version whose words were not kept.
  const words = kept ?? {
    ...freeze(await viewOf(tx, services, version), sha256),
    wordsHash: null,
  };
  return {
    ...{ kind, sentOn, contentHash, documentId, words },
    name: nameOf(version),
    since,
    asIssued: isAsIssued(version, kept, sha256) && (since === null || isAsIssued(version, since, sha256)),
    newest: later === null,
  };
}
