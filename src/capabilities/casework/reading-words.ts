/* What part of a child's file an address shows, and why somebody opens that: in words for the family. First match wins. */

type Part = { at: RegExp; what: string; why: string };

/** Why most of a file is opened. */
export const WORK = 'To work on the case';

const PARTS: readonly Part[] = [
  { at: /^(\/api)?\/(audits|gradings)\//, what: 'The plan', why: 'To check how good our plans are' },
  { at: /messages/, what: 'The messages', why: 'To read or answer messages' },
  { at: /invitations/, what: 'Who is invited', why: 'To write down whom you invited' },
  { at: /people/, what: 'Who is on the file', why: 'To see whom to write to' },
  { at: /exceptions/, what: 'Reasons for taking longer', why: 'To write down a reason the law allows' },
  { at: /caseworker|reassign/, what: 'Who has the case', why: 'To say who looks after the case' },
  { at: /timeline/, what: 'What has happened', why: WORK },
  { at: /documents|pack/, what: 'The documents', why: WORK },
  { at: /consultations/, what: 'A draft plan', why: 'To say if a place would be right' },
  { at: /final-plans/, what: 'The final plan', why: 'To make sure the plan happens' },
  { at: /plans?(\/|$)/, what: 'The plan', why: 'To make the plan' },
  { at: /^\/advice|\/advice/, what: 'Advice', why: 'To give or read advice' },
  { at: /existing-advice/, what: 'Advice given before', why: 'To see if advice given before is enough' },
  { at: /assessments|views/, what: 'The assessment', why: 'To carry out the assessment' },
  { at: /requests/, what: 'The request', why: 'To decide on the request' },
  { at: /outbox/, what: 'A letter', why: 'To send or check a letter' },
  { at: /^\/family\/:childId$/, what: 'Where things are', why: 'To see where things are' },
  { at: /^\/cases/, what: 'The case', why: WORK },
];

/** What an address showed, and why it is opened. */
export function sayPart(route: string): { what: string; why: string } {
  const usual = route.replace(/^\/easy-read/, '');
  const part = PARTS.find(({ at }) => at.test(usual));
  return { what: part?.what ?? 'The file', why: part?.why ?? WORK };
}

/** Where a reading was, from what was kept with it. */
export function routeOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('route' in data)) return '';
  return typeof data.route === 'string' ? data.route : '';
}
