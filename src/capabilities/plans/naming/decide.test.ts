import { expect, test } from 'vitest';
import { type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, anId, FERNTON, REGISTER, served } from '../examples.ts';
import type { PlanFacts } from '../facts.ts';
import type { NamedSetting, Placement } from '../plan.ts';
import { expressPreference, noPreference } from '../views.ts';
import { decideNaming } from './decide.ts';
import { type AskedAnswer, type NamingAnswers, NO_ANSWERS, SECTION_33_GROUNDS } from './decision.ts';
import { wantsHash, wantsOf } from './wants.ts';

const today = plainDate('2026-03-17');
const said = (from: string, contactId: string, receivedOn: PlainDate = plainDate('2026-03-04')) => ({
  from,
  receivedOn,
  contactId,
});
const BROOKSIDE = {
  settingId: anId(701),
  name: 'Brookside School',
  type: 'Academy',
  reasons: 'Small classes',
} as const;
const HILLTOP: NamedSetting = {
  settingId: anId(702),
  name: 'Hilltop Special School',
  type: 'maintained school',
  attendance: 'daily',
};
/** Fernton and Brookside are mainstream, Hilltop is special. */
const register = new Map([...REGISTER, [BROOKSIDE.settingId, true], [HILLTOP.settingId, false]]);
const AT_HILLTOP: Placement = { kind: 'named', settings: [HILLTOP] };
const robin = expressPreference(BROOKSIDE, said('Robin Example', anId(800)));
const consulted = [anId(700), anId(701), anId(702)].map((settingId) => ({
  settingId,
  on: plainDate('2026-03-05'),
}));
const unsuitable = {
  grounds: [
    {
      ground: 'unsuitable for age, ability, aptitude or special educational needs',
      reasons: 'It teaches from age 11 only',
    },
  ],
  considered: 'Its answer of 10 March, and the advice',
  reasons: '',
  consulted: '',
  mainstream: null,
} as const satisfies AskedAnswer;

function decide(facts: Partial<PlanFacts>, placement: Placement, answers: Partial<NamingAnswers> = {}) {
  const all = served('2026-03-02', { consulted, ...facts });
  const over = answers.asked === undefined ? '' : wantsHash(wantsOf(all));
  return decideNaming(all, {
    placement,
    answers: { ...NO_ANSWERS, over, ...answers },
    issuedOn: today,
    register,
  });
}

test('a setting that was not consulted cannot be named; a type alone can be given', () => {
  expect(decide({ consulted: [] }, AT_FERNTON)).toMatchObject({
    field: 'sectionI',
    message: 'Consult Fernton Primary School before naming it',
    cite: { provision: 'Children and Families Act 2014, s. 39(2), s. 40(3)' },
  });
  const placement: Placement = {
    kind: 'type only',
    type: 'further education institution',
    attendance: 'daily',
  };
  expect(decide({ consulted: [] }, placement)).toMatchObject({ ok: true, value: { basis: 's. 40(2)' } });
});

test('a request that is not followed was consulted on, and has a ground, its reasons and what was considered', () => {
  const preference = robin;
  const answered = (one: AskedAnswer) => decide({ preference }, AT_FERNTON, { asked: [one] });
  expect(decide({ preference }, AT_FERNTON)).toMatchObject({
    field: 'grounds-1',
    message: 'Choose the ground for not naming Brookside School',
    cite: { provision: 'Children and Families Act 2014, s. 39(4)' },
  });
  const [ground] = unsuitable.grounds;
  expect(answered({ ...unsuitable, grounds: [{ ...ground, reasons: '' }] })).toMatchObject({
    field: 'ground-1-1',
    message: expect.stringContaining('Enter the reasons'),
  });
  expect(answered({ ...unsuitable, considered: '' })).toMatchObject({ field: 'considered-1' });
  expect(answered(unsuitable)).toMatchObject({
    ok: true,
    value: {
      basis: 's. 39(5)',
      asked: [{ followed: false, grounds: unsuitable.grounds }],
      notMainstream: null,
    },
  });
  const unasked = decide({ preference, consulted: consulted.slice(0, 1) }, AT_FERNTON, {
    asked: [unsuitable],
  });
  expect(unasked).toMatchObject({
    field: 'sectionI',
    message: 'Consult Brookside School before it is refused',
  });
});

test('a request that the plan follows needs no ground, may have none, and does not come to section 33', () => {
  const placement: Placement = { kind: 'named', settings: [{ ...BROOKSIDE, attendance: 'daily' }] };
  expect(decide({ preference: robin }, placement)).toMatchObject({ ok: true, value: { basis: 's. 39(3)' } });
  expect(decide({ preference: robin }, placement, { asked: [unsuitable] })).toMatchObject({
    field: 'grounds-1',
    message: expect.stringContaining('Take out the reasons'),
  });
  const notMainstream = { ground: SECTION_33_GROUNDS[0], said: 'They said so' } as const;
  expect(decide({ preference: robin }, placement, { notMainstream })).toMatchObject({
    field: 'notMainstream',
  });
});

test('a request is followed when either of two settings is the one asked for', () => {
  const placement: Placement = { kind: 'named', settings: [HILLTOP, { ...BROOKSIDE, attendance: 'daily' }] };
  expect(decide({ preference: robin }, placement)).toMatchObject({ ok: true, value: { basis: 's. 39(3)' } });
});

test('each parent’s own request is answered for itself', () => {
  const sam = expressPreference(
    { ...HILLTOP, reasons: '' },
    said('Sam Example', anId(801), plainDate('2026-03-05')),
  );
  const both = { otherPreferences: [robin], preference: sam };
  expect(decide(both, AT_FERNTON, { asked: [unsuitable] })).toMatchObject({ field: 'grounds-2' });
  expect(decide(both, AT_FERNTON, { asked: [unsuitable, unsuitable] }).ok).toBe(true);
  expect(decide(both, AT_HILLTOP)).toMatchObject({ field: 'grounds-1' });
  const none = { otherPreferences: [robin], preference: noPreference(said('Sam Example', anId(801))) };
  expect(decide(none, AT_FERNTON)).toMatchObject({ field: 'grounds-1' });
});

test('what was answered before the family said something else is not an answer to it', () => {
  const stale = decide({ preference: robin }, AT_FERNTON, {
    asked: [unsuitable],
    over: 'what they wanted before',
  });
  expect(stale).toMatchObject({
    field: 'sectionI',
    message: expect.stringContaining('has said something else'),
  });
});

test('a mainstream request refused under section 39 still comes to section 33, on its own two grounds', () => {
  const refused = (notMainstream: NamingAnswers['notMainstream']) =>
    decide({ preference: robin }, AT_HILLTOP, { asked: [unsuitable], notMainstream });
  expect(refused(null)).toMatchObject({
    field: 'notMainstream',
    cite: { provision: 'Children and Families Act 2014, s. 33(2) to (4)' },
  });
  expect(refused({ ground: SECTION_33_GROUNDS[0], said: 'They would rather not' })).toMatchObject({
    field: 'notMainstream',
    message: expect.stringContaining('The family asked for a mainstream setting'),
  });
  const others = { ground: SECTION_33_GROUNDS[1], reasons: 'r', steps: 's', stepsThere: 't' } as const;
  expect(refused({ ...others, reasons: '' })).toMatchObject({ field: 'othersReasons' });
  expect(refused({ ...others, steps: '' })).toMatchObject({ field: 'othersSteps' });
  expect(refused({ ...others, stepsThere: '' })).toMatchObject({
    field: 'othersStepsThere',
    message: expect.stringContaining('at Brookside School'),
  });
  expect(refused(others)).toMatchObject({ ok: true, value: { basis: 's. 39(5)', notMainstream: others } });
});

test('with no request, a special school needs the family’s wish or the education of others', () => {
  expect(decide({}, AT_HILLTOP)).toMatchObject({ field: 'notMainstream' });
  const notMainstream = { ground: SECTION_33_GROUNDS[0], said: '' } as const;
  expect(decide({}, AT_HILLTOP, { notMainstream })).toMatchObject({ field: 'wishesSaid' });
  const wished = { ...notMainstream, said: 'Robin, on 4 March: not a large school' };
  expect(decide({}, AT_HILLTOP, { notMainstream: wished })).toMatchObject({
    ok: true,
    value: { basis: 's. 40(2)', notMainstream: wished },
  });
});

test('a type that is special and mainstream alike is asked about', () => {
  const placement: Placement = { kind: 'type only', type: 'maintained school', attendance: 'daily' };
  expect(decide({}, placement)).toMatchObject({ field: 'mainstream' });
  expect(decide({}, placement, { mainstream: true }).ok).toBe(true);
  expect(decide({}, placement, { mainstream: false })).toMatchObject({ field: 'notMainstream' });
});

test('a wholly independent school is named if it agrees; asked for and not named, it needs reasons alone', () => {
  const type = 'independent school not approved under section 41';
  const independent = { ...BROOKSIDE, settingId: anId(703), name: 'Longmeadow', type } as const;
  const preference = expressPreference(independent, said('Robin Example', anId(800)));
  const placement: Placement = { kind: 'named', settings: [{ ...independent, attendance: 'daily' }] };
  const asked = (canMeetNeeds: boolean | null) => [
    ...consulted,
    { settingId: independent.settingId, on: plainDate('2026-03-05'), canMeetNeeds },
  ];
  expect(decide({ preference, consulted: asked(null) }, placement)).toMatchObject({ field: 'agreed' });
  expect(decide({ preference, consulted: asked(false) }, placement)).toMatchObject({ field: 'agreed' });
  // That the family asked for it is itself what they wish (s. 33(2)(a)).
  expect(decide({ preference, consulted: asked(true) }, placement)).toMatchObject({
    ok: true,
    value: { basis: 's. 40(2)', notMainstream: { said: 'Robin Example asked for Longmeadow' } },
  });
  const agreed = 'Its head, by telephone on 12 March';
  expect(decide({ preference, consulted: asked(null) }, placement, { agreed }).ok).toBe(true);
  expect(decide({ preference }, AT_FERNTON)).toMatchObject({ field: 'reasons-1' });
  const reasons = 'Fernton makes all of the provision, at a tenth of the cost';
  expect(decide({ preference }, AT_FERNTON, { asked: [{ ...unsuitable, grounds: [], reasons }] }).ok).toBe(
    true,
  );
  expect(decide({ preference }, AT_FERNTON, { asked: [unsuitable] })).toMatchObject({ field: 'grounds-1' });
});

test('education otherwise than in a school says why none would be appropriate, and does not come to section 33', () => {
  const placement: Placement = { kind: 'otherwise than in a school', arrangements: 'At home, with a tutor' };
  expect(decide({}, placement)).toMatchObject({ field: 'otherwise' });
  expect(decide({}, placement, { otherwise: 'She cannot be in a group' }).ok).toBe(true);
  expect(decide({}, AT_FERNTON, { otherwise: 'She cannot be in a group' })).toMatchObject({
    field: 'otherwise',
  });
});

test('a request for a setting the register does not hold says how it was consulted', () => {
  const setting = { settingId: null, name: 'Far School', type: 'Academy', reasons: '' } as const;
  const preference = expressPreference(setting, said('Robin Example', anId(800)));
  expect(decide({ preference }, AT_FERNTON, { asked: [unsuitable] })).toMatchObject({ field: 'consulted-1' });
  const one = { ...unsuitable, consulted: 'By letter on 5 March' };
  expect(decide({ preference }, AT_FERNTON, { asked: [one] }).ok).toBe(true);
});

test('an amendment that nobody asked to change Section I in keeps it', () => {
  const inForce = { ...issued(), content: { ...issued().content, sectionI: AT_HILLTOP } };
  expect(decide({ inForce, consulted: [] }, AT_HILLTOP)).toMatchObject({
    ok: true,
    value: { basis: 'kept' },
  });
  expect(decide({ inForce }, AT_FERNTON)).toMatchObject({ ok: true, value: { basis: 's. 40(2)' } });
  expect(FERNTON.name).toBe('Fernton Primary School');
});

function issued(): NonNullable<PlanFacts['inForce']> {
  const draft = served().served;
  if (draft === null) throw new Error('the example is served');
  return {
    version: 1,
    issuedOn: today,
    officer: 'Lee',
    content: { ...draft.content, sectionI: AT_FERNTON },
    contentHash: 'x',
    changes: [],
    preferenceNotFollowed: null,
    naming: null,
  };
}
