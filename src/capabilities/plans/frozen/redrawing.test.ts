import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aParent } from '../../../../test/support/people.ts';
import { wordsOfDocx } from '../../../../test/support/read-docx.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { anIssuedPlan, begin, notify, write } from '../amending/examples.ts';
import { boxesIn, later, rowsOn, send } from '../plan-examples.ts';

/*
 * A plan says where one parent has moved since, as nobody knew when it was issued. Whoever it would tell opens a copy without
 * that; the paper that was issued stays as it is, and is everybody else's.
 */

let authority: number;
let wexcombe: TestApp;
type Plan = Awaited<ReturnType<typeof aTellingPlan>>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const TELLS = /otter|wx4 ?4qq/i;
const LEAVES_OUT = 'This copy leaves out how to reach somebody';

/** Robin’s plan as issued, and Sam, who lives now where it says that Robin is calmest. */
async function aTellingPlan(name: string) {
  const need = 'Is calmest at 4 Otter Street, WX4 4QQ';
  const plan = await anIssuedPlan(wexcombe, authority, name, { need });
  await later(wexcombe, authority, plan, '2025-06-03');
  const samId = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers)
     values ($1, $2, $3, 'Sam Hartwell', 'father', '{4 Otter Street}', 'WX4 4QQ', true, 'post')`,
    [authority, samId, plan.childId],
  );
  return { ...plan, samId, sam: await asSam(plan.childId, samId) };
}

async function asSam(childId: string, contactId: string) {
  const sam = browser(wexcombe);
  sam.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId }], 'Sam Hartwell'));
  return sam;
}

/** Every paper of a plan that is on the file, by what it is. */
async function papersOf({ childId }: Plan, kind: string): Promise<{ id: string; sha256: string }[]> {
  const { rows } = await ownerPool().query(
    'select id, sha256 from documents where child_id = $1 and kind = $2 order by uploaded_at',
    [childId, kind],
  );
  return rows;
}

const wordsOf = async (bytes: Uint8Array) =>
  (await readPdf(new Uint8Array(bytes))).pages.join(' ').replaceAll(/\s+/g, ' ');
/** Each word of a paper, wherever its pages end, without what a copy leaves out and what it says of that. */
const cut = (text: string) => {
  const left = text
    .replaceAll(LEAVES_OUT, '')
    .replaceAll(/Its hash \(SHA-256\) is [0-9a-f]+/g, '')
    .replaceAll(/\[left out: how to reach somebody else\]|4 Otter Street|WX4 4QQ/g, '')
    .split(/[^A-Za-z]+/);
  return [...new Set(left)].sort();
};
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each(['draft plan', 'final plan', 'final plan, archive copy'])(
  'a %s is drawn anew for whoever it would tell where another is, and is for everybody else the paper that was filed',
  async (kind) => {
    const plan = await aTellingPlan(`Told School, ${kind}`);
    const [paper] = await papersOf(plan, kind);
    const theirs = await plan.family.get(`/documents/${paper?.id}`);
    expect([theirs.statusCode, theirs.headers['content-type']]).toEqual([200, 'application/pdf']);
    const words = await wordsOf(theirs.rawPayload);
    expect(words).toContain('Is calmest at');
    expect(words).toContain(LEAVES_OUT);
    expect(words).not.toMatch(TELLS);
    for (const reader of [plan.sam, plan.staff]) {
      const { rawPayload } = await reader.get(`/documents/${paper?.id}`);
      expect(hashOf(rawPayload)).toBe(paper?.sha256);
      const filed = await wordsOf(rawPayload);
      expect(filed).toMatch(TELLS);
      expect(cut(words)).toEqual(cut(filed));
    }
  },
);

test('a plan that tells nobody anything is the paper that was filed for both', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Quiet School');
  await later(wexcombe, authority, plan, '2025-06-03');
  const samId = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers)
     values ($1, $2, $3, 'Sam Hartwell', 'father', '{4 Otter Street}', 'WX4 4QQ', true, 'post')`,
    [authority, samId, plan.childId],
  );
  const sam = await asSam(plan.childId, samId);
  const [paper] = await papersOf({ ...plan, samId, sam }, 'final plan');
  for (const reader of [plan.family, sam])
    expect(hashOf((await reader.get(`/documents/${paper?.id}`)).rawPayload)).toBe(paper?.sha256);
});

test('an amendment notice is drawn anew in the same way, with what it proposes and the copy of the plan', async () => {
  const plan = await aTellingPlan('Noticed School');
  await later(wexcombe, authority, plan, '2026-03-10');
  const sam = await asSam(plan.childId, plan.samId);
  await begin(plan);
  await write(plan.staff, plan.planId, 'Robin sleeps at 4 Otter Street on Fridays');
  await notify(wexcombe, plan);
  const [paper] = await papersOf(plan, 'amendment notice');
  const words = await wordsOf((await plan.family.get(`/documents/${paper?.id}`)).rawPayload);
  for (const said of [
    'Notice of proposed amendments to the plan for Robin Hartwell',
    'Robin sleeps at',
    'on Fridays',
    'A copy of the plan in force: version 1',
    '24 March 2026',
    LEAVES_OUT,
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(TELLS);
  const filed = await sam.get(`/documents/${paper?.id}`);
  expect(hashOf(filed.rawPayload)).toBe(paper?.sha256);
  const before = await wordsOf(filed.rawPayload);
  expect(cut(words)).toEqual(cut(before));

  // The next notice would have the street otherwise, so that what differs is cut in the midst of it.
  await send(plan.staff, `/plans/${plan.planId}/new-draft`);
  const [need = ''] = await rowsOn(plan.staff, `/plans/${plan.planId}/sections/cognition-and-learning`);
  const boxes = boxesIn((await plan.staff.get(need)).body);
  const moved = { ...boxes, text: 'Is calmest at 4 Heron Street, WX4 4QQ', because: 'It was said' };
  expect((await send(plan.staff, need, moved)).status).toBe(303);
  await notify(wexcombe, plan);
  const [, second] = await papersOf(plan, 'amendment notice');
  for (const url of [
    `/family/${plan.childId}/plan/amendment`,
    `/api/family/${plan.childId}/plan/amendment`,
    `/family/${plan.childId}/plan/comparison`,
    `/api/family/${plan.childId}/plan/comparison`,
  ]) {
    const { statusCode, body } = await plan.family.get(url);
    expect([url, statusCode, TELLS.test(body)]).toEqual([url, 200, false]);
  }
  expect(await wordsOf((await plan.family.get(`/documents/${second?.id}`)).rawPayload)).not.toMatch(TELLS);
  expect(hashOf((await sam.get(`/documents/${second?.id}`)).rawPayload)).toBe(second?.sha256);
});

test('the tribunal’s working document, its Word file and the plan’s leave it out for the one and not for the other', async () => {
  const plan = await aTellingPlan('Tribunal School');
  const { staff, planId, childId } = plan;
  const json = (await staff.get(`/api/plans/${planId}/working-document`)).json();
  const fields: { place: number; words: { text: string }[] }[] = json.statements.flatMap(
    (one: { fields: unknown[] }) => one.fields,
  );
  const place = fields.find(({ words }) => words.some(({ text }) => text.includes('Otter')))?.place;
  const at = `/family/${childId}/plan`;
  // Once with the words in one piece, once where a party’s change cuts them in two.
  for (const proposed of [null, 'Is calmest at 4 Heron Street, WX4 4QQ']) {
    if (proposed !== null) {
      const change = { party: 'family', words: proposed, source: '', page: '' };
      expect((await send(staff, `/plans/${planId}/working-document/${place}`, change)).status).toBe(303);
    }
    for (const file of ['working-document.docx', 'plan.docx']) {
      const [one, other] = [await plan.family.get(`${at}/${file}`), await plan.sam.get(`${at}/${file}`)];
      expect([file, wordsOfDocx(one.rawPayload)]).toEqual([file, expect.stringContaining(LEAVES_OUT)]);
      expect([file, wordsOfDocx(one.rawPayload)]).not.toEqual([file, expect.stringMatching(TELLS)]);
      expect([file, wordsOfDocx(other.rawPayload)]).toEqual([file, expect.stringMatching(TELLS)]);
      expect([file, wordsOfDocx(other.rawPayload)]).not.toEqual([file, expect.stringContaining(LEAVES_OUT)]);
    }
    for (const page of [`${at}/working-document`, `/easy-read${at}/working-document`])
      expect([page, (await plan.family.get(page)).body]).not.toEqual([page, expect.stringMatching(TELLS)]);
    expect((await plan.sam.get(`${at}/working-document`)).body).toMatch(TELLS);
  }
});
