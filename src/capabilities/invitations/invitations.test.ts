import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aChildWithParents, acceptsAll, asking, signsIn } from './invitation-examples.ts';

let wexcombe: TestApp;
let authority: number;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});

async function invited(sees: 'whole file' | 'tracker and messages' = 'whole file') {
  const child = await aChildWithParents(wexcombe);
  const at = `/family/${child.childId}`;
  const sent = await child.family.post(`${at}/invitations`, asking({ sees }));
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${at}/invitations`]);
  return { ...child, at };
}

async function accepted(sees: 'whole file' | 'tracker and messages' = 'whole file') {
  const child = await invited(sees);
  const { ada } = await signsIn(wexcombe);
  const [answer] = await acceptsAll(ada);
  expect(answer?.headers.location).toBe('/family');
  return { ...child, ada };
}

const status = async (who: ReturnType<typeof browser>, url: string) => (await who.get(url)).statusCode;

test('a parent invites an advocate, who shows by a code that the address is theirs, accepts, and follows the case', async () => {
  const { ada, at, family, childId } = await accepted();
  expect((await ada.get('/family')).headers.location).toBe(at);
  expect((await ada.get(at)).body).toContain('Where things are for Robin Hartwell');
  const listed = (await family.get(`${at}/invitations`)).body;
  expect(listed).toContain('Ada Byrne');
  expect(listed).toContain('Accepted');
  expect(listed).toContain('Where things are: ');
  const { rows } = await ownerPool().query(
    `select recipient_name as to, template, body from letters where child_id = $1 order by created_at`,
    [childId],
  );
  expect(rows.map(({ to, template }) => [to, template])).toEqual([
    ['Ada Byrne', 'invitation'],
    ['Ada Byrne', 'one-time code'],
    ['Jo Hartwell', 'invitation accepted'],
  ]);
  expect(rows[0].body).not.toContain('Robin');
});

test('until it is accepted nothing is seen, and nobody else can accept it', async () => {
  const { at } = await invited();
  const { ada } = await signsIn(wexcombe);
  expect(await status(ada, at)).toBe(404);
  const other = await aChildWithParents(wexcombe);
  await other.family.post(
    `/family/${other.childId}/invitations`,
    asking({ email: 'bo@example.org', name: 'Bo Lee' }),
  );
  const { ada: bo } = await signsIn(wexcombe, 'bo@example.org');
  const { rows } = await ownerPool().query(
    `select id from invitations where email = 'ada@advocacy.example' and authority_id = $1`,
    [authority],
  );
  const taken = await bo.post(`/invitations/${rows[0].id}/acceptance`, { idempotencyKey: randomUUID() });
  expect(taken.statusCode).toBe(404);
  expect(await status(bo, at)).toBe(404);
});

test('taken back, it ends at once: the advocate is signed out and a code opens nothing', async () => {
  const { ada, at, family } = await accepted();
  const page = (await family.get(`${at}/invitations`)).body;
  const end = /action="([^"]+\/end)"/.exec(page)?.[1] ?? '';
  expect((await family.post(end, { idempotencyKey: randomUUID() })).statusCode).toBe(303);
  expect((await ada.get(at)).headers.location).toMatch(/^\/sign-in/);
  const { entered, code } = await signsIn(wexcombe);
  expect([code === '' || entered.statusCode]).not.toEqual([303]);
  expect((await family.get(`${at}/invitations`)).body).toContain('Ended');
});

test('after its last day nothing is seen, by the day in England', async () => {
  const { at } = await accepted();
  wexcombe.clock.now = new Date('2025-12-01T23:50:00Z');
  const { ada } = await signsIn(wexcombe);
  expect(await status(ada, at)).toBe(200);
  wexcombe.clock.now = new Date('2025-12-02T00:10:00Z');
  expect(await status(ada, at)).toBe(404);
});

test('somebody invited to the whole file reads it and writes messages, and does nothing else in the family’s name', async () => {
  const { ada, at } = await accepted();
  expect(await status(ada, `${at}/messages`)).toBe(200);
  const said = await ada.post(`${at}/messages`, { idempotencyKey: randomUUID(), body: 'May we meet?' });
  expect(said.statusCode).toBe(303);
  expect((await ada.get(`${at}/messages`)).body).toContain('Ada Byrne');
  for (const url of ['views', 'plan/comments', 'plan/preference', 'plan/finished', 'invitations']) {
    const answer = await ada.post(`${at}/${url}`, { idempotencyKey: randomUUID(), words: 'x', from: 'Ada' });
    expect([url, answer.statusCode]).toEqual([url, 404]);
  }
  expect(await status(ada, `${at}/readers`)).toBe(404);
  expect(await status(ada, `${at}/invitations`)).toBe(404);
});

test('the request is the parent’s to take back, and is not offered to whoever they invited', async () => {
  const { ada, family, childId, motherId } = await accepted();
  const { rows } = await ownerPool().query(
    'update requests set contact_id = $2 where child_id = $1 returning id',
    [childId, motherId],
  );
  const at = `/requests/${rows[0].id}/withdrawal`;
  expect((await family.get(at)).body).toContain('Why you are taking it back');
  const shown = (await ada.get(at)).body;
  expect(shown).toContain('Somebody else asked for this assessment');
  expect(shown).not.toContain('Why you are taking it back');
  const form = { idempotencyKey: randomUUID(), by: 'Ada', reason: 'x' };
  expect((await ada.post(at, form)).statusCode).toBe(404);
});

test.each(['whole file', 'tracker and messages'] as const)(
  'somebody invited to the %s is told on each page what they may do, and every link there leads somewhere',
  async (sees) => {
    const { ada, at, family } = await accepted(sees);
    const told = 'Only the family can send';
    const child = at.replace('/family/', '/children/');
    const pages = sees === 'whole file' ? [at, `${child}/documents`] : [at];
    for (const usual of [...pages, `${at}/for-you`])
      for (const url of [usual, `/easy-read${usual}`]) {
        const { body, statusCode } = await ada.get(url);
        expect([url, statusCode, body.includes(told)]).toEqual([url, 200, true]);
        const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
        for (const [, href = ''] of main.matchAll(/href="(\/[^"#]+)"/g))
          expect([url, href, await status(ada, href)]).toEqual([url, href, 200]);
      }
    expect((await ada.get(`${at}/messages`)).body).not.toContain(told);
    expect((await family.get(at)).body).not.toContain(told);
    expect((await family.get(at)).body).toContain(`${child}/documents/new`);
  },
);

test('somebody invited to the tracker and messages sees those, and nothing else of the file', async () => {
  const { ada, at, childId } = await accepted('tracker and messages');
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key)
     values ($1, gen_random_uuid(), $2, 'report', 'A private report', 'application/pdf', 1, $3, $4)`,
    [authority, childId, 'a'.repeat(64), randomUUID()],
  );
  const tracker = (await ada.get(at)).body;
  expect(tracker).toContain('Where things are for Robin Hartwell');
  expect(tracker).not.toContain('A private report');
  expect(await status(ada, `${at}/messages`)).toBe(200);
  for (const url of ['advice', 'views', 'plan', 'readers', 'invitations']) {
    expect([url, await status(ada, `${at}/${url}`)]).toEqual([url, 404]);
  }
});

test('an advocate of several families has them in one list, and one taking back leaves the others', async () => {
  const { at, family } = await accepted();
  const second = await aChildWithParents(wexcombe, 'Sam');
  await second.family.post(`/family/${second.childId}/invitations`, asking({ sees: 'tracker and messages' }));
  const { ada } = await signsIn(wexcombe);
  await acceptsAll(ada);
  const list = (await ada.get('/family')).body;
  expect(list).toContain('Robin Hartwell');
  expect(list).toContain('Sam Hartwell');
  const page = (await family.get(`${at}/invitations`)).body;
  await family.post(/action="([^"]+\/end)"/.exec(page)?.[1] ?? '', { idempotencyKey: randomUUID() });
  const { ada: again } = await signsIn(wexcombe);
  expect(await status(again, at)).toBe(404);
  expect(await status(again, `/family/${second.childId}`)).toBe(200);
});

test('nobody on the file is let in by an invitation, restricted or not, and the refusal says nothing of why', async () => {
  const { family, childId, fatherEmail, motherId } = await aChildWithParents(wexcombe);
  const url = `/family/${childId}/invitations`;
  const said = [];
  for (const email of [fatherEmail, `${motherId}@hartwell.example`]) {
    const answer = await family.post(url, asking({ email: email.toUpperCase() }));
    said.push(/We cannot send an invitation to this email address[^<]*/.exec(answer.body)?.[0]);
    expect(answer.statusCode).toBe(400);
  }
  expect(said[0]).toBeDefined();
  expect(said[0]).toBe(said[1]);
  const { rows } = await ownerPool().query('select 1 from invitations where child_id = $1', [childId]);
  expect(rows).toEqual([]);
});

test('when contact with the inviter, or with whoever was invited, becomes restricted, it ends in the same act', async () => {
  const { ada, at, childId, motherId } = await accepted();
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const restrict = { idempotencyKey: randomUUID(), reason: 'An order' };
  expect((await desk.post(`/cases/${childId}/people/${motherId}/restriction`, restrict)).statusCode).toBe(
    303,
  );
  expect(await status(ada, at)).toBe(404);
  const { rows } = await ownerPool().query(
    'select ended_by is not null as ended from invitations where child_id = $1',
    [childId],
  );
  expect(rows).toEqual([{ ended: true }]);
});

test('the other parent is told nothing of it, and cannot end it', async () => {
  const { childId, fatherId, at, family } = await accepted();
  await ownerPool().query(
    'update children_contacts set restricted = false, restricted_reason = null where id = $1',
    [fatherId],
  );
  const lee = browser(wexcombe);
  lee.signInWith(await aFamily(wexcombe, [childId], fatherId));
  expect((await lee.get(`${at}/invitations`)).body).not.toContain('Ada Byrne');
  const end = /action="([^"]+\/end)"/.exec((await family.get(`${at}/invitations`)).body)?.[1] ?? '';
  expect((await lee.post(end, { idempotencyKey: randomUUID() })).statusCode).toBe(404);
});

test('staff write down an invitation they were told of, with who said it, how and when, and take it back', async () => {
  const { childId, motherId, fatherId } = await aChildWithParents(wexcombe);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const url = `/cases/${childId}/invitations`;
  const told = (inviter: string) => ({
    ...asking(),
    inviter,
    saidHow: 'telephone',
    'saidOn-day': '10',
    'saidOn-month': '2',
    'saidOn-year': '2025',
  });
  expect((await desk.post(url, told(fatherId))).statusCode).toBe(400);
  expect((await desk.post(url, told(motherId))).statusCode).toBe(303);
  const page = (await desk.get(url)).body;
  expect(page).toContain('Jo Hartwell, by telephone. Written down by Priya Raman');
  await desk.post(/action="([^"]+\/end)"/.exec(page)?.[1] ?? '', { idempotencyKey: randomUUID() });
  expect((await desk.get(url)).body).toContain('Ended');
});

test('sent twice it is one invitation; the same person again is refused; a wrong code five times ends it', async () => {
  const { family, childId } = await aChildWithParents(wexcombe);
  const url = `/family/${childId}/invitations`;
  const form = asking();
  await Promise.all([family.post(url, form), family.post(url, form)]);
  expect((await family.post(url, asking())).body).toContain('They are invited already');
  const ada = browser(wexcombe);
  const email = 'ada@advocacy.example';
  await ada.post('/invited', { email, idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query(
    `select secret from letters where child_id = $1 and template = 'one-time code'`,
    [childId],
  );
  const enter = (code: string) => ada.post('/invited/code', { email, code, idempotencyKey: randomUUID() });
  for (const _ of [1, 2, 3, 4, 5]) expect((await enter('AAAA-AAAA')).statusCode).toBe(400);
  expect((await enter(rows[0].secret)).statusCode).toBe(400);
});

test('an address nobody was invited at is answered the same, and sent nothing', async () => {
  const stranger = browser(wexcombe);
  const answer = await stranger.post('/invited', { email: 'x@example.org', idempotencyKey: randomUUID() });
  expect(answer.body).toContain('Enter your code');
  const { rows } = await ownerPool().query('select 1 from letters where authority_id = $1', [authority]);
  expect(rows).toEqual([]);
});

test('every table that a family adds to refuses whoever it invited, save what they may do', async () => {
  const { rows } = await ownerPool().query(`
    select distinct p.tablename as name from pg_policies p
    where p.permissive = 'PERMISSIVE' and p.cmd in ('INSERT', 'UPDATE', 'ALL') and p.tablename <> 'events'
      and (p.qual like '%opensend.children%' or p.with_check like '%opensend.children%')
      and not exists (select from pg_policies r where r.tablename = p.tablename and r.permissive = 'RESTRICTIVE'
        and r.policyname = 'invited_reads_only')
    order by 1`);
  // What they may: write and read messages; and what is noted of any act.
  expect(rows.map(({ name }) => name)).toEqual(['case_changes', 'family_news', 'messages']);
});

test('whoever was invited is nobody on the file: they neither see nor change how the family is reached, and take back no consent', async () => {
  const { ada, at, childId, family, motherId } = await accepted();
  const consentId = randomUUID();
  await ownerPool().query(
    `insert into children_consents (authority_id, id, child_id, agency, what, given_by, given_on, given_how, recorded_by)
     values ($1, $2, $3, 'health', 'That he is being assessed', 'Jo Hartwell', '2025-02-01', 'on paper', 'Priya Raman')`,
    [authority, consentId, childId],
  );
  expect(await status(ada, `${at}/contact-details`)).toBe(404);
  const moved = {
    prefers: 'email',
    email: 'ada@advocacy.example',
    format: 'standard',
    bsl: 'no',
    version: '1',
  };
  const tried = { idempotencyKey: randomUUID(), ...moved, from: 'Ada' };
  expect((await ada.post(`${at}/contact-details`, tried)).statusCode).toBe(404);
  expect((await ada.post(`${at}/consents/${consentId}/withdrawal`, tried)).statusCode).toBe(404);
  expect((await family.get(`${at}/contact-details`)).body).toContain(`${motherId}@hartwell.example`);
  const { rows } = await ownerPool().query('select withdrawn_on from children_consents where id = $1', [
    consentId,
  ]);
  expect(rows).toEqual([{ withdrawn_on: null }]);
});

test('whoever was invited cannot take the request back, though its address names no child', async () => {
  const { ada, childId } = await accepted();
  const { rows } = await ownerPool().query('select id from requests where child_id = $1', [childId]);
  const form = {
    idempotencyKey: randomUUID(),
    from: 'Ada Byrne',
    reason: 'No',
    confirmed: 'yes',
    sure: 'yes',
  };
  const tried = await ada.post(`/requests/${rows[0].id}/withdrawal`, form);
  expect(tried.statusCode).toBe(404);
});
