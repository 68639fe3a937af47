import type { FastifyRequest } from 'fastify';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { lacks, unfinished } from './grades.ts';
import {
  findGrading,
  insertGrading,
  listGradings,
  lockDrawn,
  markGiven,
  saveAnswer,
} from './grading-store.ts';
import type { BeginForm, GradeForm } from './schema.ts';
import { findDrawn, findRound } from './store.ts';
import { turnFor } from './turns.ts';
import { happenedTo, staffOf } from './who-routes.ts';

/** Begins the first grading of a drawn plan, or the second: whoever begins one has it. */
export function beginOnce(request: FastifyRequest, services: Services, form: BeginForm): Promise<Outcome> {
  const { accountId, name } = staffOf(request);
  return request.once(async (tx) => {
    const drawn = found(await findDrawn(tx, idIn(request, 'drawnId')));
    await lockDrawn(tx, drawn.id);
    const turn = turnFor(drawn, await listGradings(tx, [drawn.id]), accountId);
    if (!turn.ok) return turn;
    const { agency } = form;
    const gradedBy = form.gradedBy === '' ? name : form.gradedBy;
    const begun = { turn: turn.value, auditorId: accountId, auditorName: name, agency, gradedBy };
    const id = await insertGrading(tx, drawn, begun, services.now());
    await happenedTo(tx, drawn, 'audit grading begun');
    return accepted(`/gradings/${id}`);
  });
}

/** Keeps the answer to one question; leads to the next that is not answered. */
export function saveOnce(request: FastifyRequest, services: Services, form: GradeForm): Promise<Outcome> {
  return request.once(async (tx) => {
    const { grading, round } = await openForActing(tx, request);
    const question = found(round.questions.find(({ id }) => id === partIn(request, 'question')));
    if (grading.givenAt !== null) return refused('grade', 'This grading was given, so it is not altered');
    const kept = grading.answers.find((answer) => answer.question === question.id);
    if (form.version !== (kept?.version ?? 0))
      return refused(
        'grade',
        'You saved this from another window since. Check what you typed, and save it again',
      );
    const lacking = lacks(form);
    if (lacking !== null) return lacking;
    const { grade, reason } = form;
    await saveAnswer(tx, grading, { question: question.id, grade, reason }, services.now());
    const next = unfinished(round.questions, grading.answers).find(({ id }) => id !== question.id);
    return accepted(
      next === undefined ? `/gradings/${grading.id}` : `/gradings/${grading.id}/questions/${next.id}`,
    );
  });
}

/** Gives a grading: it is whole, and from then on it is not altered. */
export function giveOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  return request.once(async (tx) => {
    const { grading, drawn, round } = await openForActing(tx, request);
    if (grading.givenAt !== null) return accepted(`/audits/plans/${drawn.id}`);
    const [first] = unfinished(round.questions, grading.answers);
    if (first !== undefined)
      return refused('given', `Answer every question first. “${first.quality}” is not answered`);
    await markGiven(tx, grading, services.now());
    await happenedTo(tx, drawn, 'audit grading given');
    return accepted(`/audits/plans/${drawn.id}`);
  });
}

/** A grading for its auditor to write in, held so that two windows save one after the other. */
async function openForActing(tx: Tx, request: FastifyRequest) {
  const id = idIn(request, 'gradingId');
  await lockDrawn(tx, found(await findGrading(tx, id)).drawnId);
  const grading = found(await findGrading(tx, id));
  found(grading.auditorId === staffOf(request).accountId ? grading : null);
  const drawn = found(await findDrawn(tx, grading.drawnId));
  return { grading, drawn, round: found(await findRound(tx, drawn.roundId)) };
}
