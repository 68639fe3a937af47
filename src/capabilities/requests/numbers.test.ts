import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { answerAll, SEEN } from './examples.ts';
import type { Source } from './question.ts';
import { questionsFor } from './questions.ts';

/* A number that belongs to one child shows whose file a request is on, whatever differs in the name. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

test('the NHS number is asked of health professionals and staff, and the learner number of colleges and staff after 16', () => {
  const ids = (source: Source, bornOn: string) =>
    questionsFor({
      ...{ source, answers: { bornOn, place: 'school' } },
      ...{ today: plainDate('2025-02-03'), schoolYears: [] },
    })
      .map(({ id }) => id)
      .filter((id) => id.endsWith('-number'));
  expect(ids('school', '2015-06-05')).toEqual(['pupil-number']);
  expect(ids('school', '2006-06-05')).toEqual(['pupil-number', 'learner-number']);
  expect(ids('staff', '2006-06-05')).toEqual(['pupil-number', 'learner-number', 'nhs-number']);
  expect(ids('attention', '2015-06-05')).toEqual(['nhs-number']);
  expect(ids('parent', '2006-06-05')).toEqual([]);
});

test('a child with the same NHS number waits for staff to say whose file it is, by another name too', async () => {
  const known = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on, nhs_number)
     values ($1, $2, 'Roberta', 'Quill', '2019-01-02', '9434765919')`,
    [authority, known],
  );
  const nurse = browser(wexcombe);
  const begun = (await nurse.post('/requests', { source: 'attention' })).headers.location ?? '';
  const wrong = await nurse.post(`/drafts/${begun.split('/')[2]}/nhs-number`, {
    nhsNumber: '943 476 5918',
    version: '1',
  });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.body).toContain('its last number does not match the others');
  expect(wrong.body).toContain('value="943 476 5918"');
  const draft = await answerAll(nurse, 'attention', {
    ...SEEN,
    'nhs-number': { nhsNumber: '943 476 5919' },
  });
  await nurse.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query(
    `select r.id, r.file_opened_at as opened, c.nhs_number as number from request_drafts d
     join requests r on r.id = d.request_id join children c on c.id = r.child_id where d.id = $1`,
    [draft],
  );
  expect(rows).toMatchObject([{ opened: null, number: '9434765919' }]);
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const page = (await staff.get(`/requests/${rows[0].id}`)).body;
  expect(page).toContain('The NHS number is the same');
  expect(page).toContain(known);
});
