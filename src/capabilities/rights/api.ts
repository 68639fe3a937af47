import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { familyConsentsApi } from '../children/index.ts';
import { agreementSchema, agreeOnce } from './consent-routes.tsx';
import { showRights } from './post.ts';
import { DECISIONS, firstDayOfYoungPerson, REPRESENTATIVES } from './rights.ts';
import { capacityOnce, endOnce, representativeOnce, wishOnce } from './routes.tsx';
import { capacitySchema, endSchema, representativeSchema, wishSchema } from './schema.ts';

const rightsSchema = z.object({
  holder: z.enum(['parent', 'young person']),
  /** The first day on which the young person holds the rights. */
  passOn: day,
  canBeTold: z.boolean(),
  decisions: z.array(
    z.object({
      decision: z.enum(DECISIONS),
      madeBy: z.enum(['parent', 'young person', 'representative']),
      representatives: z.array(z.uuid()),
      /** The parents found unable to make it, each with who acts for them. */
      unable: z.array(z.object({ parent: z.uuid(), representatives: z.array(z.uuid()) })),
    }),
  ),
  parentsInvolved: z.boolean().nullable(),
  /** Deputies and attorneys, as recorded. */
  recorded: z.array(
    z.object({
      id: z.uuid(),
      contactId: z.uuid(),
      kind: z.enum(REPRESENTATIVES),
      fromOn: day,
      untilOn: day.nullable(),
    }),
  ),
});

/** Who holds the rights, what staff record that bears on it, and agreeing online to what may be shared, as JSON. */
export function rightsApi(app: FastifyInstance, services: Services): void {
  const agrees = familyConsentsApi(app, services);
  agrees('/api/family/:childId/consents/new', {
    summary: 'Agree to share something, as whoever makes the decisions',
    may: { access: 'family', childFile: true, invited: 'nothing' },
    form: agreementSchema,
    act: (request, form) => agreeOnce(request, services, form),
  });
  const at = '/api/children/:childId/rights';
  const may = { access: ['caseworker', 'manager'], childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'Who holds the rights, and who makes each decision',
    tag: 'children',
    may: { access: 'staff', childFile: true },
    answer: rightsSchema,
    show,
  });
  takes(`${at}/capacity`, {
    summary: 'Record whether somebody can make a decision (Mental Capacity Act 2005)',
    may,
    form: capacitySchema,
    act: (request, form) => capacityOnce(request, services, form),
  });
  takes(`${at}/representatives`, {
    summary: 'Record a deputy or an attorney, and the paper seen',
    may,
    form: representativeSchema,
    act: (request, form) => representativeOnce(request, services, form),
  });
  takes(`${at}/representatives/:representativeId/end`, {
    summary: 'Record the last day on which somebody acts',
    may,
    form: endSchema,
    act: (request, form) => endOnce(request, services, form),
  });
  takes(`${at}/wish`, {
    summary: 'Record whether a young person wants their parents involved',
    may,
    form: wishSchema,
    act: (request, form) => wishOnce(request, services, form),
  });

  async function show(request: FastifyRequest) {
    const childId = idIn(request, 'childId');
    const shown = await request.act((tx) => showRights(tx, services, childId));
    const { authorityId, rights, canBeTold, facts } = shown;
    request.readsChildFile({ authorityId, childId });
    const { holder, lastDay, parentsInvolved } = rights[DECISIONS[0]];
    const decisions = DECISIONS.map((decision) => ({
      decision,
      madeBy: rights[decision].acts,
      representatives: [...rights[decision].representatives],
      unable: rights[decision].unable.map(({ parentId: parent, representatives }) => ({
        parent,
        representatives: [...representatives],
      })),
    }));
    const passOn = firstDayOfYoungPerson(lastDay);
    const recorded = facts.representatives.map(({ id, contactId, kind, fromOn, untilOn }) => ({
      id,
      contactId,
      kind,
      fromOn,
      untilOn,
    }));
    return { holder, passOn, canBeTold, decisions, parentsInvolved, recorded };
  }
}
