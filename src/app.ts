import type { FastifyInstance } from 'fastify';
import {
  ADVICE_IN_INBOX,
  assessments,
  openAssessment,
  remindOfAdvice,
  stopAsking,
} from './capabilities/assessments/index.ts';
import { audit } from './capabilities/audit/index.ts';
import {
  caseload,
  followRoles,
  keepOneCaseworker,
  noteWhoLeft,
  tellOfCover,
} from './capabilities/caseload/index.ts';
import { casework, clearSearches, easyReadOf, noteChange } from './capabilities/casework/index.ts';
import { children } from './capabilities/children/index.ts';
import { colleagues, joinBySignIn, tellOfJoining } from './capabilities/colleagues/index.ts';
import { dashboards, refreshIfStale, refreshNightly } from './capabilities/dashboards/index.ts';
import { documents, openSafely, raiseDueReviews, tellOfHarm } from './capabilities/documents/index.ts';
import { askHowItWent, EXPERIENCE_IN_INBOX, experience } from './capabilities/experience/index.ts';
import { frontDoor } from './capabilities/front-door/index.tsx';
import { inbox } from './capabilities/inbox/index.ts';
import { endInvitationsOf, invitations } from './capabilities/invitations/index.ts';
import { MESSAGES_IN_INBOX, messages } from './capabilities/messages/index.ts';
import { packs } from './capabilities/packs/index.ts';
import {
  checkProvision,
  keepNamings,
  keepShowing,
  PLACEMENTS_IN_INBOX,
  placements,
} from './capabilities/placements/index.ts';
import {
  clearOldCopies,
  layPlansOut,
  openPlan,
  PLANS_IN_INBOX,
  plans,
  redrawPaper,
  sendHeldPlan,
} from './capabilities/plans/index.ts';
import { arriveReferred, clearExpiredDrafts, endCodes, requests } from './capabilities/requests/index.ts';
import { RIGHTS_IN_INBOX, rights, tellOfRights, tellOthersOfConsent } from './capabilities/rights/index.ts';
import { rulebook } from './capabilities/rulebook/index.ts';
import { remindSettings, settings } from './capabilities/settings/index.ts';
import { sufficiency } from './capabilities/sufficiency/index.ts';
import { tailoredLists } from './capabilities/tailored-lists/index.ts';
import { noteNews, sayNothingChanged, tellFamilies, updates } from './capabilities/updates/index.ts';
import { voices } from './capabilities/voices/index.ts';
import { type DemoServer, makeDemo } from './demo/index.ts';
import { DEMO_NEWCOMERS, DEMO_PEOPLE } from './demo/people.ts';
import type { NavigationItem } from './design-system/index.ts';
import type { Config } from './platform/config/index.ts';
import { documentRoutes, scanDocument, scanWhatWaits, sweepDocuments } from './platform/documents/index.ts';
import { readDocument } from './platform/documents/reading/index.ts';
import { whenRecorded } from './platform/events/index.ts';
import { mayUse } from './platform/http/access.ts';
import { createServer } from './platform/http/server.ts';
import { identity } from './platform/identity/index.ts';
import { enqueue, type JobPayload, type Jobs } from './platform/jobs/index.ts';
import type { RunningWorker } from './platform/jobs/worker.ts';
import { type Actor, withLens } from './platform/lens/index.ts';
import { deliverLetter, keepPagesSafe, outboxRoutes, POSTS } from './platform/notifications/index.ts';
import type { Services } from './platform/services.ts';

export { deriveFigures as afterMigrating } from './capabilities/dashboards/index.ts';
export { demoPeople } from './demo/index.ts';

/** Makes the demonstration in an empty embedded database, through this very service; `past` is for a smaller one. */
export function loadDemo(server: DemoServer, now: Date, config: Config, past?: number): Promise<void> {
  return makeDemo(server, now, config, { createApp, afterwards: refreshNightly }, past);
}

/** The whole service, put together by hand: read it as a table of contents. */
export async function createApp(services: Services): Promise<FastifyInstance> {
  const acts = {
    'contact restricted': [endCodes, endInvitationsOf(services)],
    'parent no longer follows the case': [endCodes],
    'consent taken back': [tellOthersOfConsent(services)],
    'consent taken back by the family': [tellOthersOfConsent(services)],
    'decided to assess': [openAssessment],
    'decided to issue': [openPlan],
    'request withdrawn': [stopAsking],
    'moved out of the area': [stopAsking],
    'request referred to another authority': [stopAsking],
    'files merged': [keepOneCaseworker(services)],
    'staff roles changed': [followRoles(services)],
    'plan issued': [keepNamings],
    'plan written elsewhere brought in': [keepNamings],
    'setting attended recorded': [keepShowing(services)],
    'setting attended corrected': [keepShowing(services)],
  };
  whenRecorded(acts, [noteChange, noteNews(services)]);
  const app = await createServer(services, { navigation });
  keepPagesSafe(app, services);
  await identity(app, services, {
    people: [...DEMO_PEOPLE, ...DEMO_NEWCOMERS],
    home,
    join: joinBySignIn(services),
  });
  frontDoor(app, services);
  children(app, services);
  rights(app, services);
  requests(app, services);
  assessments(app, services);
  plans(app, services);
  placements(app, services);
  inbox(app, services, {
    ...ADVICE_IN_INBOX,
    ...PLANS_IN_INBOX,
    ...PLACEMENTS_IN_INBOX,
    ...RIGHTS_IN_INBOX,
    ...MESSAGES_IN_INBOX,
    ...EXPERIENCE_IN_INBOX,
  });
  caseload(app, services);
  casework(app, services);
  audit(app, services);
  messages(app, services);
  voices(app, services);
  documents(app, services);
  invitations(app, services);
  updates(app, services);
  experience(app, services);
  packs(app, services);
  colleagues(app, services);
  rulebook(app, services);
  settings(app, services);
  sufficiency(app, services);
  dashboards(app, services);
  tailoredLists(app, services);
  documentRoutes(app, services, openSafely(services, redrawPaper));
  outboxRoutes(app, services);
  return app;
}

/** What happens later, and what happens every night. */
const jobs: Jobs = {
  'send letter': (payload, services) => deliverLetter(payload, services, easyReadOf),
  'refer request': arriveReferred,
  'scan document': (payload, services) => scanDocument(payload, services, tellOfHarm),
  'read document': readDocument,
  'tell of joining': tellOfJoining,
  'send held plan': sendHeldPlan,
  'lay plans out': (payload, services) => layPlansOut(payload, services),
  'count at start': (_payload, services) => refreshIfStale(services),
  every_night: everyNight,
  every_ten_minutes: everyTenMinutes,
};

/**
 * What needs doing once a day: deadlines are not jobs, so this clears away what nobody kept, and asks SQL which are near. Each
 * is done though another failed; then the night's work is tried again, and what was done is not done twice.
 */
async function everyNight(_payload: JobPayload, services: Services): Promise<void> {
  const work = [
    clearExpiredDrafts,
    clearOldCopies,
    clearSearches,
    (own: Services) => sweepDocuments({ authorityId: own.authority.code }, own),
    scanWhatWaits,
    // Before whoever has a case is written to.
    noteWhoLeft,
    raiseDueReviews,
    remindOfAdvice,
    tellOfRights,
    checkProvision,
    tellOfCover,
    sayNothingChanged,
    remindSettings,
    askHowItWent,
    refreshNightly,
  ];
  const failed: unknown[] = [];
  for (const each of work) await each(services).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}

async function everyTenMinutes(_payload: JobPayload, services: Services): Promise<void> {
  await tellFamilies(services);
  await refreshIfStale(services);
}

export async function startWorker(services: Services): Promise<RunningWorker> {
  // Loaded here: a web process beside a worker of its own does without it.
  const worker = await import('./platform/jobs/worker.ts');
  const running = await worker.startWorker(services, jobs);
  // Once, however many start: nobody waits for the first ten minutes to pass to see what there is.
  const us = { kind: 'system', authorityId: services.authority.code } as const;
  await withLens(services.database, us, (tx) => enqueue(tx, 'count at start', {}, 'count at start'));
  return running;
}

/** Where somebody starts: the first thing they are offered. */
function home(actor: Actor): string {
  return navigation(actor)[0]?.href ?? '/';
}

function navigation(actor: Actor | null): readonly NavigationItem[] {
  switch (actor?.kind) {
    case 'staff':
      return [
        { href: '/cases', text: 'Cases' },
        ...(mayUse(['caseworker', 'manager'], actor)
          ? [
              { href: '/caseload', text: 'Caseload' },
              { href: '/placements', text: 'Placements' },
              { href: '/young-people', text: 'Young people' },
            ]
          : []),
        { href: '/messages', text: 'Messages' },
        ...(mayUse(['caseworker', 'manager', 'administrator'], actor)
          ? [{ href: '/audits', text: 'Audits' }]
          : []),
        { href: '/requests/new', text: 'Log a request' },
        { href: '/settings', text: 'Settings' },
        ...(actor.roles.includes('manager')
          ? [
              { href: '/sufficiency', text: 'Places' },
              { href: '/performance', text: 'Performance' },
            ]
          : []),
        ...(mayUse(POSTS, actor) ? [{ href: '/outbox', text: 'Letters' }] : []),
        ...(actor.roles.includes('administrator') ? [{ href: '/staff', text: 'Staff' }] : []),
      ];
    case 'organisation':
      return [
        { href: '/inbox', text: 'Inbox' },
        { href: '/requests/new', text: 'Ask for an assessment' },
        { href: '/colleagues', text: 'Colleagues' },
      ];
    case 'family':
      return [{ href: '/family', text: 'Where things are' }];
    default:
      return [
        { href: '/requests/new', text: 'Ask for an assessment' },
        { href: '/track', text: 'Track a request' },
        { href: '/settings', text: 'Find a setting' },
        { href: '/areas', text: 'How areas are doing' },
      ];
  }
}
