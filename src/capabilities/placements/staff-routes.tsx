import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import type { Filled } from '../children/index.ts';
import { searchSettings } from '../settings/index.ts';
import { admitAsStaff, readOwed } from './admission-sending.ts';
import { answerAsStaff, readCheck } from './check-sending.ts';
import { againWith, type Sent } from './forms.ts';
import { AdmissionPage } from './pages/admission.tsx';
import { AnswersPage } from './pages/answers.tsx';
import { EndPlacementPage, NewPlacementPage, TravelPage } from './pages/placement-forms.tsx';
import { PlacementsPage } from './pages/placements.tsx';
import { HeardProblemPage, StaffProblemPage } from './pages/staff-problem.tsx';
import { endPlacement, handOnTravel, recordPlacement } from './placement-sending.ts';
import { showPlacements } from './post.ts';
import { actOnProblem, hearProblem, readHearing, readProblem, reopenProblem } from './problem-sending.ts';
import {
  admissionSchema,
  answersSchema,
  endSchema,
  heardProblemSchema,
  placementSchema,
  problemActSchema,
  reopeningSchema,
  travelSchema,
} from './schema.ts';

const WRITERS = ['caseworker', 'manager'] as const;
const reads = { access: 'staff', childFile: true } as const;
const asks = { access: WRITERS, childFile: true } as const;
const acts = { access: WRITERS } as const;
type Show = (request: FastifyRequest, reply: FastifyReply, sent?: Sent) => Promise<unknown>;

/** A child's placements as staff have them, and everything they record of them. */
export function staffRoutes(app: FastifyInstance, services: Services): void {
  const at = '/cases/:childId/placements';
  const { checkWeeks, terms, travelTeam } = services.config.placements;

  app.get(at, { config: reads }, async (request, reply) => {
    const shown = await openPlacements(request, services);
    const mayChange = mayUse(WRITERS, request.actor);
    return reply.page(
      <PlacementsPage
        page={request.pageContext()}
        {...{ shown, mayChange, checkWeeks }}
        terms={terms.length > 0}
      />,
    );
  });

  form(`${at}/new`, showNew, placementSchema, recordPlacement);
  form(`${at}/:placementId/end`, showEnd, endSchema, endPlacement);
  form(`${at}/:placementId/travel`, showTravel, travelSchema, handOnTravel);
  form(`${at}/admissions/:versionId/:place`, showAdmission, admissionSchema, admitAsStaff);
  form(`${at}/checks/:checkId`, showCheck, answersSchema, answerAsStaff);
  form(`${at}/problems/new`, showHearing, heardProblemSchema, hearProblem);
  form(`${at}/problems/:problemId`, showProblem, problemActSchema, actOnProblem, reads);
  post(`${at}/problems/:problemId/reopening`, showProblem, reopeningSchema, reopenProblem);

  type Act<T> = (request: FastifyRequest, services: Services, value: T) => Promise<Outcome>;

  /** A form of its own: asked for, and recorded. */
  function form<T>(
    url: string,
    show: Show,
    schema: z.ZodType<T>,
    act: Act<T>,
    may: typeof asks | typeof reads = asks,
  ) {
    app.get(url, { config: may }, (request, reply) => show(request, reply));
    post(url, show, schema, act);
  }

  function post<T>(url: string, show: Show, schema: z.ZodType<T>, act: Act<T>) {
    app.post(url, { config: acts }, async (request, reply) => {
      const read = readForm(schema, request.body);
      if (!read.ok) return show(request, reply, read);
      const outcome = await act(request, services, read.value);
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      return show(request, reply, againWith(typedIn(request.body), outcome));
    });
  }

  async function showNew(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { childId, childName, bornOn, now } = await openPlacements(request, services);
    const asked = z.object({ q: z.string().max(100).default('').catch('') }).parse(request.query);
    const search = (asked.q === '' ? (sent?.typed['search'] ?? '') : asked.q).slice(0, 100);
    const results = await request.act(async (tx) =>
      search.trim() === ''
        ? []
        : (await searchSettings(tx, { text: search, page: 1, closed: true })).settings,
    );
    const of = { childId, childName, bornOn };
    const shown = { of, form: filled(sent), search, results, current: now };
    return reply.page(<NewPlacementPage page={request.pageContext()} {...shown} />, statusOf(sent));
  }

  async function showEnd(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { of, placement } = await onePlacement(request);
    const form = filled(sent);
    return reply.page(
      <EndPlacementPage page={request.pageContext()} {...{ of, placement, form }} />,
      statusOf(sent),
    );
  }

  async function showTravel(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { of, placement } = await onePlacement(request);
    const form = filled(sent);
    const team = travelTeam?.name ?? null;
    return reply.page(
      <TravelPage page={request.pageContext()} {...{ of, placement, form, team }} />,
      statusOf(sent),
    );
  }

  async function onePlacement(request: FastifyRequest) {
    const { childId, childName, bornOn, placements, mistakes } = await openPlacements(request, services);
    const id = idIn(request, 'placementId');
    const placement = found([...placements, ...mistakes].find((one) => one.id === id));
    return { of: { childId, childName, bornOn }, placement };
  }

  async function showAdmission(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const owed = await readOwed(request, services);
    const form = filled(sent);
    return reply.page(
      <AdmissionPage page={request.pageContext()} {...{ owed, form }} staff={true} />,
      statusOf(sent),
    );
  }

  async function showCheck(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await readCheck(request, services);
    return reply.page(
      <AnswersPage
        page={request.pageContext()}
        {...shown}
        by="staff"
        asksName={true}
        before={[]}
        {...filled(sent)}
      />,
      statusOf(sent),
    );
  }

  async function showHearing(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { lines, people, ...of } = await readHearing(request);
    const form = filled(sent);
    return reply.page(
      <HeardProblemPage page={request.pageContext()} {...{ of, lines, people, form }} />,
      statusOf(sent),
    );
  }

  async function showProblem(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { problem, owner, today, ...of } = await readProblem(request, services);
    const mayChange = mayUse(WRITERS, request.actor);
    const shown = { of, problem, owner, today, mayChange, form: filled(sent), reopenKey: randomUUID() };
    return reply.page(<StaffProblemPage page={request.pageContext()} {...shown} />, statusOf(sent));
  }
}

/** Everything about a child's placements; the reading is recorded. */
export async function openPlacements(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const shown = await request.act((tx) => showPlacements(tx, services, childId));
  request.readsChildFile({ authorityId: shown.authorityId, childId });
  return shown;
}

function filled(sent: Sent | undefined): Filled {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

function statusOf(sent: Sent | undefined): number {
  return sent === undefined ? 200 : 400;
}
