import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { browser } from '../../../test/support/app.ts';

/** What a parent answers, by question. */
export const ANSWERS: Record<string, Record<string, string>> = {
  name: { givenNames: 'Robin', familyName: 'Hartwell', preferredName: '' },
  'birth-date': { 'bornOn-day': '5', 'bornOn-month': '6', 'bornOn-year': '2017' },
  address: { address: '4 Mill Lane\nWexcombe', postcode: 'wx1 4ab' },
  place: { place: 'school' },
  school: { school: 'Larkfield Primary School' },
  needs: { needs: 'Robin cannot follow what is said in a noisy room.', wouldHelp: '' },
  'help-so-far': { helpSoFar: '' },
  'about-you': { contactName: 'Jo Hartwell', relationship: 'mother' },
  'reach-you': { prefers: 'email', email: 'jo@hartwell.example', phone: '' },
};

/** What a health visitor says who brings a child to attention. */
export const SEEN: Record<string, Record<string, string>> = {
  'who-tells': {
    tellerName: 'Nadia Okoro',
    tellerRole: 'Health visitor',
    tellerOrganisation: 'Wexcombe Community Health',
    tellerEmail: 'nadia@health.example',
  },
  name: { givenNames: 'Bobbie', familyName: 'Vale', preferredName: '' },
  'birth-date': { 'bornOn-day': '5', 'bornOn-month': '6', 'bornOn-year': '2023' },
  'where-they-live': { address: '9 Quay Street', postcode: 'WX1 4AB' },
  place: { place: 'at home' },
  'early-years': { helpers: '' },
  seen: { needs: 'Bobbie does not turn to a voice.' },
  'told-parent': { toldParent: 'discussed', toldWords: '' },
  'their-parent': { contactName: 'Lou Vale', relationship: 'father', email: 'lou@vale.example', phone: '' },
};

/** Answers one question after another, up to the check of the answers; returns the draft. */
export async function answerAll(
  asker: ReturnType<typeof browser>,
  source: string,
  answers: typeof ANSWERS,
): Promise<string> {
  const begun = await asker.post('/requests', { source });
  let at = begun.headers.location ?? '';
  const draft = at.split('/')[2] ?? '';
  while (!at.endsWith('/check')) {
    const question = at.split('/').at(-1) ?? '';
    const version = /name="version" value="(\d+)"/.exec((await asker.get(at)).body)?.[1] ?? '';
    const saved = await asker.post(at, { ...answers[question], version });
    expect([question, saved.statusCode]).toEqual([question, 303]);
    at = saved.headers.location ?? '';
  }
  return draft;
}

/** Asks as a parent does, one question after another, and sends it. */
export async function aRequestFrom(parent: ReturnType<typeof browser>, changes: typeof ANSWERS = {}) {
  const draft = await answerAll(parent, 'parent', { ...ANSWERS, ...changes });
  const sent = await parent.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  return { draft, requestId: sent.headers.location?.split('/')[2] ?? '' };
}
