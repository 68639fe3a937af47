import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findAsked, listVersions } from './advice-store.ts';
import { listExisting } from './existing-store.ts';
import { listAdviceFiles } from './files-store.ts';
import { FamilyAdvicePage } from './pages/family-advice.tsx';
import { FamilyAdviceListPage } from './pages/family-advice-list.tsx';
import { adviceDue } from './post.ts';
import { listPromises } from './promise-store.ts';
import { listQuestions } from './question-store.ts';
import { findAssessmentOfChild } from './store.ts';

const readsFile = { access: 'family', childFile: true } as const;

/** The family reads who was asked for advice, and each piece of it as it was signed. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  app.get('/family/:childId/advice', { config: readsFile }, async (request, reply) => {
    const assessment = await theirs(request);
    const [existing, promises] = await request.act(async (tx) => [
      await listExisting(tx, assessment.id),
      await listPromises(tx, assessment.childId),
    ]);
    const shown = {
      ...assessment,
      existing,
      today: englishDay(services.now()),
      asked: assessment.asked.map((one) => ({
        ...one,
        dueOn: adviceDue(one.receivedOn),
        promisedOn: promises.get(one.id) ?? null,
      })),
    };
    return reply.page(<FamilyAdviceListPage page={request.pageContext('family')} {...shown} />);
  });

  app.get('/family/:childId/advice/:adviceRequestId', { config: readsFile }, async (request, reply) => {
    const id = idIn(request, 'adviceRequestId');
    const { childId, childName } = await theirs(request);
    const { asked, versions, questions, files } = await request.act(async (tx) => ({
      asked: found(await findAsked(tx, id)),
      versions: await listVersions(tx, id),
      questions: await listQuestions(tx, id),
      files: await listAdviceFiles(tx, id),
    }));
    // Nothing to read until it is signed, and nothing of another child's here.
    found(asked.childId === childId ? versions[0] : null);
    const shown = { childId, childName, paragraph: asked.paragraph, versions, questions, files };
    return reply.page(<FamilyAdvicePage page={request.pageContext('family')} {...shown} />);
  });
}

async function theirs(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const assessment = found(await request.act((tx) => findAssessmentOfChild(tx, childId)));
  request.readsChildFile(assessment);
  return assessment;
}
