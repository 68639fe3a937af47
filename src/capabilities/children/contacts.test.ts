import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aStaffMember } from '../../../test/support/people.ts';
import { aChild, aContact, wordsOf } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let priya: ReturnType<typeof browser>;
let childId: string;
let motherId: string;
let fatherId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
});

beforeEach(async () => {
  childId = await aChild(authority);
  motherId = await aContact(authority, childId, { name: 'Ann Sallow', relationship: 'mother' });
  fatherId = await aContact(authority, childId, { name: 'Ben Sallow', relationship: 'father' });
});

const DETAILS = {
  prefers: 'post',
  email: '',
  phone: '01632 960 001',
  address: '3 Withy Lane\nWexcombe',
  postcode: 'WX3 3BB',
  format: 'large print',
  language: 'Polish',
  interpreter: 'Polish',
  bsl: 'no',
  version: '1',
};
const CHECKED = {
  name: 'Ann Sallow',
  relationship: 'mother',
  parentalResponsibility: 'yes',
  why: 'She telephoned',
};

function post(who: typeof priya, url: string, fields: Record<string, string>) {
  return who.post(url, { idempotencyKey: randomUUID(), ...fields });
}

async function mother() {
  const parent = browser(wexcombe);
  parent.signInWith(
    await aParent(wexcombe, [{ authorityId: authority, childId, contactId: motherId }], 'Ann Sallow'),
  );
  return parent;
}

async function lettersTo(contactId: string) {
  const { rows } = await ownerPool().query(
    'select channel, address, body from letters where contact_id = $1',
    [contactId],
  );
  return rows;
}

const own = () => `/family/${childId}/contact-details`;
const theirs = () => `/cases/${childId}/people/${motherId}/details`;

test('staff change how somebody is reached, with how they know; the person is told the new way, and never the old', async () => {
  const bare = await post(priya, theirs(), { ...DETAILS, ...CHECKED, why: '' });
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Enter how you know');
  expect(bare.body).toContain('3 Withy Lane');
  const done = await post(priya, theirs(), { ...DETAILS, ...CHECKED });
  expect(done.headers.location).toBe(`/cases/${childId}/people`);
  const people = wordsOf((await priya.get(`/cases/${childId}/people`)).body);
  for (const words of [
    'Letters by post, and nothing else',
    'Large print, in Polish',
    'Needs an interpreter: Polish',
    '3 Withy Lane',
  ])
    expect(people).toContain(words);
  expect(await lettersTo(motherId)).toMatchObject([
    { channel: 'post', address: ['3 Withy Lane', 'Wexcombe', 'WX3 3BB'] },
  ]);
  expect(await lettersTo(fatherId)).toEqual([]);
  const history = wordsOf((await priya.get(theirs())).body);
  expect(history).toContain('Priya Raman');
  expect(history).toContain('Postcode: WX2 2AA became WX3 3BB');
  expect(history).toContain('She telephoned');
});

test('one of the family changes how they are reached online, and staff see what was changed, by whom', async () => {
  const ann = await mother();
  expect(wordsOf((await ann.get(own())).body)).toContain('What we have for Ann Sallow');
  const done = await post(ann, own(), DETAILS);
  expect(done.headers.location).toBe(`${own()}?saved=yes`);
  const page = wordsOf((await ann.get(`${own()}?saved=yes`)).body);
  expect(page).toContain('Any letter we have not sent yet will go to you this way');
  expect(page).toContain('Address 3 Withy Lane, Wexcombe, WX3 3BB');
  expect(wordsOf((await priya.get(theirs())).body)).toContain('Ann Sallow, online');
  const timeline = wordsOf((await priya.get(`/cases/${childId}/timeline`)).body);
  expect(timeline).toContain('Contact details changed by the family');
  expect(timeline).not.toContain('Withy');
});

test('whoever opened the file with a code is the one the code was sent to, and nobody else', async () => {
  const ann = browser(wexcombe);
  ann.signInWith(await aFamily(wexcombe, [childId], motherId));
  expect((await post(ann, own(), DETAILS)).statusCode).toBe(303);
  const unknown = browser(wexcombe);
  unknown.signInWith(await aFamily(wexcombe, [childId], null));
  const told = wordsOf((await unknown.get(own())).body);
  expect(told).toContain('We cannot tell from here who you are on this file');
  expect(told).toContain('telephone 01632 960 100 or write to send@wexcombe.example');
  expect(told).not.toContain('Withy');
  expect((await post(unknown, own(), DETAILS)).statusCode).toBe(404);
  const { rows } = await ownerPool().query('select postcode from children_contacts where id = $1', [
    fatherId,
  ]);
  expect(rows).toEqual([{ postcode: 'WX2 2AA' }]);
});

test('each sees their own and nobody else’s', async () => {
  await post(await mother(), own(), DETAILS);
  const ben = browser(wexcombe);
  ben.signInWith(
    await aParent(wexcombe, [{ authorityId: authority, childId, contactId: fatherId }], 'Ben Sallow'),
  );
  const page = (await ben.get(own())).body;
  expect(page).toContain('What we have for Ben Sallow');
  expect(page).not.toContain('Withy');
  expect(page).not.toContain('Ann Sallow');
});

test('an answer that would leave them unreachable is refused in words, with what was typed', async () => {
  const ann = await mother();
  const nowhere = await post(ann, own(), { ...DETAILS, address: '' });
  expect(nowhere.statusCode).toBe(400);
  expect(nowhere.body).toContain('Enter the address and postcode: letters go there');
  const wrong = await post(ann, own(), { ...DETAILS, prefers: 'email', email: 'ann at home' });
  expect(wrong.body).toContain('Enter an email address in the correct format');
  expect(wrong.body).toContain('value="ann at home"');
});

describe('a parent of several children', () => {
  async function anotherFile(family: string, details: string) {
    const child = await aChild(authority, { given: 'Otto', family });
    const contact = await aContact(authority, child, { name: 'Ann Sallow', relationship: 'mother' });
    await ownerPool().query(`update children_contacts set ${details} where id = $1`, [contact]);
    return { child, contact };
  }
  const kept = async (id: string) =>
    (
      await ownerPool().query(
        'select address_lines, postcode, language, prefers, version from children_contacts where id = $1',
        [id],
      )
    ).rows[0];
  const MOVED = { ...DETAILS, format: 'standard', language: '', interpreter: '' };

  test('says once that they moved: it is changed about each of them, where it was the same', async () => {
    const same = await anotherFile('Sallow', `language = 'Polish'`);
    const different = await anotherFile('Sallowby', `address_lines = '{1 Work Road}', postcode = 'WX7 7AA'`);
    const restricted = await anotherFile('Sallowdon', `restricted = true, restricted_reason = 'An order'`);
    const theirs2 = [{ child: childId, contact: motherId }, same, different, restricted];
    const ann = browser(wexcombe);
    ann.signInWith(
      await aParent(
        wexcombe,
        theirs2.map(({ child, contact }) => ({ authorityId: authority, childId: child, contactId: contact })),
        'Ann Sallow',
      ),
    );
    expect((await post(ann, own(), MOVED)).statusCode).toBe(303);
    const moved = { address_lines: ['3 Withy Lane', 'Wexcombe'], postcode: 'WX3 3BB', version: 2 };
    expect(await kept(motherId)).toMatchObject(moved);
    expect(await kept(same.contact)).toMatchObject({ ...moved, language: 'Polish' });
    expect(await kept(different.contact)).toMatchObject({
      address_lines: ['1 Work Road'],
      postcode: 'WX7 7AA',
    });
    expect(await kept(restricted.contact)).toMatchObject({ postcode: 'WX2 2AA', version: 1 });
    expect(await lettersTo(same.contact)).toHaveLength(1);
    expect(await lettersTo(restricted.contact)).toEqual([]);
    const page = wordsOf((await ann.get(own())).body);
    expect(page).toContain('We have something different for you about Otto Sallowby');
    expect(page).not.toContain('Sallowdon');
    const easy = (await ann.get(`/easy-read${own()}`)).body;
    expect(easy).toContain('we have something different');
  });

  test('whoever is only invited to another child’s file changes nothing there', async () => {
    const other = await anotherFile('Osier', 'version = 1');
    const ann = browser(wexcombe);
    const files = [
      { authorityId: authority, childId, contactId: motherId },
      { authorityId: authority, childId: other.child, contactId: other.contact },
    ];
    ann.signInWith(await aParent(wexcombe, files, 'Ann Sallow'));
    const invitation = randomUUID();
    await ownerPool().query(
      `insert into invitations (authority_id, id, child_id, contact_id, name, email, relationship, sees, until_on, invited_at, said_by, said_how, said_on)
       values ($1, $2, $3, $4, 'Ann Sallow', 'ann@sallow.example', 'relative or friend', 'whole file', '2026-01-01', now(), 'Ed Osier', 'online', '2025-02-01')`,
      [authority, invitation, other.child, other.contact],
    );
    await ownerPool().query(
      `update children_access set basis = 'invited', sees = 'whole file', until_on = '2026-01-01', invitation_id = $2 where child_id = $1`,
      [other.child, invitation],
    );
    await post(ann, own(), MOVED);
    expect(await kept(other.contact)).toMatchObject({ postcode: 'WX2 2AA', version: 1 });
  });
});

describe('two changes at once', () => {
  test('the second is shown both and may save again knowingly', async () => {
    await post(await mother(), own(), DETAILS);
    const late = await post(priya, theirs(), { ...DETAILS, ...CHECKED, postcode: 'WX4 4CC' });
    expect(late.statusCode).toBe(409);
    expect(wordsOf(late.body)).toContain('What Ann Sallow saved');
    expect(late.body).toContain('value="WX4 4CC"');
    const version = /name="version" value="(\d+)"/.exec(late.body)?.[1] ?? '';
    const again = await post(priya, theirs(), { ...DETAILS, ...CHECKED, postcode: 'WX4 4CC', version });
    expect(again.statusCode).toBe(303);
  });

  test('at the same moment one waits for the other; the same form twice is one change', async () => {
    const ann = await mother();
    const form = { idempotencyKey: randomUUID(), ...DETAILS };
    const answers = await Promise.all([ann.post(own(), form), ann.post(own(), form)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const both = await Promise.all([
      post(ann, own(), { ...DETAILS, postcode: 'WX5 5DD', version: '2' }),
      post(priya, theirs(), { ...DETAILS, ...CHECKED, postcode: 'WX6 6EE', version: '2' }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const { rows } = await ownerPool().query(
      'select version from children_contact_changes where contact_id = $1 order by 1',
      [motherId],
    );
    expect(rows).toEqual([{ version: 2 }, { version: 3 }]);
  });
});

test('a person contact with whom is restricted changes nothing and is shown nothing, by account or by code', async () => {
  const ann = await mother();
  const coded = browser(wexcombe);
  coded.signInWith(await aFamily(wexcombe, [childId], motherId));
  await post(priya, `/cases/${childId}/people/${motherId}/restriction`, { reason: 'An order of the court' });
  for (const she of [ann, coded]) {
    expect((await she.get(own())).statusCode).not.toBe(200);
    expect((await post(she, own(), DETAILS)).statusCode).not.toBe(200);
  }
  // Even one whose session outlived the restriction by a moment.
  const late = browser(wexcombe);
  late.signInWith(await aFamily(wexcombe, [childId], motherId));
  expect((await late.get(own())).body).not.toContain('Sallow Bank');
  expect((await post(late, own(), DETAILS)).statusCode).toBe(404);
  expect(await lettersTo(motherId)).toEqual([]);
});

test('only caseworkers and managers change other people’s details', async () => {
  const finance = browser(wexcombe);
  finance.signInWith(await aStaffMember(wexcombe, authority, 'finance', 'Fay Moss'));
  expect((await post(finance, theirs(), { ...DETAILS, ...CHECKED })).statusCode).toBe(404);
});

test('a letter that was kept back is shown with the people and on the case until it is sent, and nobody else’s is', async () => {
  const id = randomUUID();
  await ownerPool().query(
    `insert into letters (authority_id, id, child_id, contact_id, recipient_name, channel, address, template, subject, body, failed_at, failure)
     values ($1, $2, $3, $4, 'Ann Sallow', 'post', '{}', 'decision to assess', 'Our decision about Ivy', 'We will assess.', now(),
       'There is no postal address on the file to send it to')`,
    [authority, id, childId, motherId],
  );
  const people = async () => wordsOf((await priya.get(`/cases/${childId}/people`)).body);
  const papers = async () => wordsOf((await priya.get(`/cases/${childId}/documents`)).body);
  expect(await people()).toContain('Our decision about Ivy , to Ann Sallow. There is no postal address');
  expect(await papers()).toContain('Not sent');
  expect((await post(priya, `/outbox/${id}/again`, {})).statusCode).toBe(303);
  expect(await people()).not.toContain('There is no postal address');
  expect(await papers()).not.toContain('Not sent');
});
