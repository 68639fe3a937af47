import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aFamily, aProfessional, aStaffMember } from '../../../../test/support/people.ts';
import { aPlace, type Place } from './examples.ts';

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Merlinshire');
  service = await testApp(code, '2025-02-03');
});

async function aHead(place: Place, name = 'Ruth Adeyemi') {
  const head = browser(service);
  head.signInWith(await aProfessional(service, place.organisationId, name));
  return head;
}

async function staff() {
  const one = browser(service);
  one.signInWith(await aStaffMember(service, code, 'caseworker', 'Priya Raman'));
  return one;
}

async function publicPage({ settingId }: Place): Promise<string> {
  return (await browser(service).get(`/settings/${settingId}`)).body;
}

const fresh = () => ({ idempotencyKey: randomUUID() });
const line = { 'need-1': 'ASD', 'band-1': 'years 7 to 9', 'places-1': '24', 'free-1': '2' };

describe('a head says what places there are', () => {
  test('from nothing said to what a family reads', async () => {
    const place = await aPlace('Hawk School', code);
    const head = await aHead(place);
    const before = await head.get('/our-setting');
    expect(before.body).toContain('Hawk School');
    expect(before.body.match(/Not said yet/g)).toHaveLength(7);
    expect(before.body).not.toContain('Nothing has changed');
    expect(before.body).not.toContain('Prices');

    const said = await head.post('/our-setting/places', { ...fresh(), version: '0', ...line });
    expect([said.statusCode, said.headers.location]).toEqual([303, '/our-setting']);
    await head.post('/our-setting/designation', { ...fresh(), version: '0', needs: 'ASD' });
    await head.post('/our-setting/contact', {
      ...{ ...fresh(), version: '0', role: 'Admissions officer' },
      phone: '01632 960 001',
    });

    const after = await head.get('/our-setting');
    expect(after.body).toMatch(/Said on 3 February 2025 by Ruth Adeyemi/);
    const page = await publicPage(place);
    expect(page).toContain('Autistic Spectrum Disorder, years 7 to 9: 24 places, 2 free');
    expect(page).toContain('Admissions officer');
    expect(page).not.toContain('Ruth Adeyemi');
    const form = await head.get('/our-setting/places');
    expect(form.body).toMatch(/name="band-1"[^>]*value="years 7 to 9"/);
    expect(form.body.length).toBeLessThan(60_000);
  });

  test.each(['-1', '10000'])(
    'a capacity of %s is refused with a plain sentence, and everything typed is kept',
    async (places) => {
      const place = await aPlace('Slip School', code);
      const head = await aHead(place);
      const refused = await head.post('/our-setting/places', {
        ...{ ...fresh(), version: '0', ...line, 'places-1': places },
        ...{ 'need-2': 'HI', 'band-2': 'reception', 'places-2': '6', 'free-2': '1' },
      });
      expect(refused.statusCode).toBe(400);
      expect(refused.body).toContain('Enter the places of line 1 as a whole number from 0 to 2,000');
      expect(refused.body).toMatch(new RegExp(`name="places-1"[^>]*value="${places}"`));
      expect(refused.body).toMatch(/name="band-2"[^>]*value="reception"/);
      expect(await publicPage(place)).not.toContain('What the setting says');
    },
  );

  test('more lines are had without losing what was typed, and nothing is saved', async () => {
    const place = await aPlace('Long School', code);
    const head = await aHead(place);
    const typed = { ...fresh(), version: '0', ...line, 'free-1': 'two', room: '4', more: 'yes' };
    const more = await head.post('/our-setting/places', typed);
    expect(more.statusCode).toBe(200);
    expect(more.body).toMatch(/name="free-1"[^>]*value="two"/);
    expect(more.body).toContain('name="free-9"');
    expect(await publicPage(place)).not.toContain('What the setting says');
    const most = await head.post('/our-setting/places', { ...typed, room: '99' });
    expect(most.body).not.toContain('name="free-25"');
    expect(most.body.length).toBeLessThan(60_000);
  });

  test('one press renews everything, and a double press is one statement', async () => {
    const place = await aPlace('Same School', code);
    const head = await aHead(place);
    await head.post('/our-setting/places', { ...fresh(), version: '0', ...line });
    service.clock.now = new Date('2025-06-02T10:00:00Z');
    const late = await aHead(place, 'Colm Byrne');
    const page = await late.get('/our-setting');
    expect(page.body).toContain('Old: ask again');
    expect(page.body).toContain('not of 3 February 2025');
    const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '';
    const press = { ...fresh(), version };
    const [once, twice] = await Promise.all([
      late.post('/our-setting/unchanged', press),
      late.post('/our-setting/unchanged', press),
    ]);
    expect([once.statusCode, twice.statusCode]).toEqual([303, 303]);
    expect((await late.get('/our-setting')).body).toContain('Said on 2 June 2025');
    const { rows } = await ownerPool().query(
      'select part from setting_declarations where setting_id = $1 order by number',
      [place.settingId],
    );
    expect(rows.map(({ part }) => part)).toEqual(['places', 'nothing has changed']);
    service.clock.now = new Date('2025-02-03T10:00:00Z');
  });

  test('two colleagues saving at once: the second reads both, and may then save', async () => {
    const place = await aPlace('Both School', code);
    const [first, second] = [await aHead(place), await aHead(place, 'Colm Byrne')];
    await first.post('/our-setting/ages', { ...fresh(), version: '0', from: '4', to: '19' });
    const late = await second.post('/our-setting/ages', { ...fresh(), version: '0', from: '11', to: '16' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Somebody else changed this while you were writing');
    expect(late.body).toContain('4 to 19');
    expect(late.body).toMatch(/name="from"[^>]*value="11"/);
    const version = /name="version" value="(\d+)"/.exec(late.body)?.[1] ?? '';
    const again = await second.post('/our-setting/ages', { ...fresh(), version, from: '11', to: '16' });
    expect(again.statusCode).toBe(303);
    expect(await publicPage(place)).toContain('11 to 16');
  });

  test('“nothing has changed”, pressed on a list that has, is answered by the list as it is now', async () => {
    const place = await aPlace('Gone School', code);
    const [first, second] = [await aHead(place), await aHead(place)];
    await first.post('/our-setting/ages', { ...fresh(), version: '0', from: '4', to: '19' });
    await first.post('/our-setting/ages', { ...fresh(), version: '1', from: '4', to: '16' });
    const pressed = await second.post('/our-setting/unchanged', { ...fresh(), version: '1' });
    expect(pressed.statusCode).toBe(409);
    expect(pressed.body).toContain('Somebody else has changed this since you opened it');
    expect(pressed.body).toContain('4 to 16');
  });

  test('what happened is recorded, in the same transaction, and without a word of what was said', async () => {
    const place = await aPlace('Event School', code);
    await (await aHead(place)).post('/our-setting/units', {
      ...fresh(),
      version: '0',
      unit: '8',
      resourced: '0',
    });
    const { rows } = await ownerPool().query(
      'select kind, child_id, organisation_id, actor_name, data from events where subject_id = $1',
      [place.settingId],
    );
    expect(rows).toEqual([
      {
        ...{ kind: 'setting described', child_id: null, organisation_id: place.organisationId },
        ...{ actor_name: 'Ruth Adeyemi', data: { what: 'units', number: 1 } },
      },
    ]);
  });

  test('nothing is said of a setting that the register says has closed', async () => {
    const place = await aPlace('Shut School', code);
    await ownerPool().query(`update settings set status = 'Closed', closed_on = '2024-08-31' where id = $1`, [
      place.settingId,
    ]);
    const head = await aHead(place);
    expect((await head.get('/our-setting')).body).toContain('closed on 31 August 2024');
    const said = await head.post('/our-setting/ages', { ...fresh(), version: '0', from: '4', to: '19' });
    expect([said.statusCode, said.body]).toEqual([400, expect.stringContaining('closed on 31 August 2024')]);
  });

  test('an organisation that is no setting is told so, and has no forms', async () => {
    const organisationId = randomUUID();
    await ownerPool().query(`insert into organisations (id, kind, name) values ($1, 'health', 'A clinic')`, [
      organisationId,
    ]);
    const clinic = browser(service);
    clinic.signInWith(await aProfessional(service, organisationId));
    expect((await clinic.get('/our-setting')).body).toContain('nothing for it to say here');
    expect((await clinic.get('/our-setting/places')).statusCode).toBe(404);
    expect((await clinic.post('/our-setting/places', { ...fresh(), ...line })).statusCode).toBe(404);
  });
});

describe('staff write down what a setting told them', () => {
  const told = { 'saidOn-day': '31', 'saidOn-month': '1', 'saidOn-year': '2025' };

  test('where nobody signs in for it, with the day, marked as told', async () => {
    const place = await aPlace('Telephone School', code);
    const at = `/settings/${place.settingId}/told`;
    const desk = await staff();
    expect((await desk.get(`/settings/${place.settingId}`)).body).toContain(`href="${at}"`);
    expect(await publicPage(place)).not.toContain(at);
    const undated = await desk.post(`${at}/places`, { ...fresh(), version: '0', ...line });
    expect([undated.statusCode, undated.body]).toEqual([
      400,
      expect.stringContaining('Enter the day they told you'),
    ]);
    const said = await desk.post(`${at}/places`, { ...fresh(), version: '0', ...told, ...line });
    expect([said.statusCode, said.headers.location]).toEqual([303, at]);
    const page = await publicPage(place);
    expect(page).toContain('Said on 31 January 2025, told to Merlinshire');
    expect(page).not.toContain('Priya Raman');
    const same = await desk.post(`${at}/unchanged`, {
      ...{ ...fresh(), version: '1', 'saidOn-day': '3', 'saidOn-month': '2', 'saidOn-year': '2025' },
    });
    expect(same.statusCode).toBe(303);
    expect(await publicPage(place)).toContain('Said on 3 February 2025, told to Merlinshire');
  });

  test('never a day to come, nor one before what stands', async () => {
    const place = await aPlace('Diary School', code);
    const at = `/settings/${place.settingId}/told/ages`;
    const desk = await staff();
    const ages = { from: '4', to: '11' };
    const future = { 'saidOn-day': '4', 'saidOn-month': '2', 'saidOn-year': '2025' };
    const early = await desk.post(at, { ...fresh(), version: '0', ...future, ...ages });
    expect(early.body).toContain('must be today or before');
    await desk.post(at, { ...fresh(), version: '0', ...told, ...ages });
    const before = await desk.post(at, {
      ...{ ...fresh(), version: '1', ...told, 'saidOn-day': '30', ...ages },
    });
    expect(before.body).toContain('Something later stands, said on 31 January 2025');
  });

  test('and not where somebody signs in: they are asked to say it themselves', async () => {
    const place = await aPlace('Answering School', code);
    await aHead(place);
    const desk = await staff();
    const at = `/settings/${place.settingId}/told`;
    expect((await desk.get(at)).body).toContain('Ask them to');
    const said = await desk.post(`${at}/ages`, { ...fresh(), version: '0', ...told, from: '4', to: '11' });
    expect(said.statusCode).toBe(400);
    expect(await publicPage(place)).not.toContain('4 to 11');
  });

  test('nobody else may: not a family, another school, a panel member, or somebody signed out', async () => {
    const [place, other] = [await aPlace('Guarded School', code), await aPlace('Nosy School', code)];
    const [family, panel] = [browser(service), browser(service)];
    family.signInWith(await aFamily(service, [randomUUID()], null));
    panel.signInWith(await aStaffMember(service, code, 'panel member', 'Owen Price'));
    for (const one of [family, panel, await aHead(other), browser(service)]) {
      for (const base of ['', '/api']) {
        const url = `${base}/settings/${place.settingId}/told/ages`;
        const sent = await one.post(url, { ...fresh(), version: '0', ...told, from: '4', to: '11' });
        expect(sent.statusCode === 303 ? sent.headers.location : sent.statusCode).not.toBe(200);
      }
    }
    expect(await publicPage(place)).not.toContain('What the setting says');
  });
});

describe('the same as JSON', () => {
  test('a head says a part, reads it back, and says that nothing has changed', async () => {
    const place = await aPlace('Wire School', code);
    const head = await aHead(place);
    const said = await head.postJson('/api/our-setting/places', { version: 0, ...line });
    expect(said.json()).toMatchObject({
      ...{ settingId: place.settingId, name: 'Wire School', version: 1, prices: null },
      places: {
        number: 1,
        freshness: 'fresh',
        lines: [{ need: 'ASD - Autistic Spectrum Disorder', vacancies: 2 }],
      },
    });
    const same = await head.postJson('/api/our-setting/unchanged', { version: 1 });
    expect(same.json()).toMatchObject({ version: 2 });
    const overtaken = await head.postJson('/api/our-setting/places', { version: 0, ...line });
    expect([overtaken.statusCode, overtaken.json().field]).toEqual([422, 'version']);
    const wrong = await head.postJson('/api/our-setting/places', { version: 1, ...line, 'places-1': -1 });
    expect([wrong.statusCode, wrong.json().field]).toEqual([422, 'places-1']);
  });

  test('staff write down what they were told', async () => {
    const place = await aPlace('Cable School', code);
    const desk = await staff();
    const said = await desk.postJson(`/api/settings/${place.settingId}/told/ages`, {
      ...{ version: 0, saidOn: '2025-01-31', from: 4, to: 19 },
    });
    expect(said.json()).toMatchObject({
      ages: { from: 4, to: 19, toldTo: 'Merlinshire', saidOn: '2025-01-31' },
    });
  });
});
