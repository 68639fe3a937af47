import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import {
  type CapacityAssessment,
  canBeTold,
  DECISIONS,
  decides,
  isThemself,
  lastDayOfParents,
  mayFollow,
  type Representative,
  type RightsFacts,
  rightsOn,
  whoIsTold,
} from './rights.ts';

const PLAN = 'the plan and its setting';
const MUM = { id: 'mum', relationship: 'mother', restricted: false };
const SAM = { id: 'sam', relationship: 'the young person', restricted: false };
const DEPUTY = { id: 'deputy', relationship: 'aunt', restricted: false };
const ALL = [MUM, SAM, DEPUTY];

/** Born on 5 January 2010: compulsory school age ends on 26 June 2026. */
function someFacts(changes: Partial<RightsFacts> = {}): RightsFacts {
  return {
    bornOn: plainDate('2010-01-05'),
    schoolYears: [],
    assessments: [],
    representatives: [],
    wish: null,
    ...changes,
  };
}

function anAssessment(changes: Partial<CapacityAssessment> = {}): CapacityAssessment {
  return {
    id: 'one',
    parentId: null,
    decision: PLAN,
    hasCapacity: false,
    assessedOn: plainDate('2026-07-01'),
    assessedBy: 'Dr Ade Bello, psychologist',
    reasons: 'Could not weigh the choices, with help',
    recordedBy: 'Priya Raman',
    ...changes,
  };
}

const ACTING: Representative = {
  id: 'r',
  contactId: 'deputy',
  parentId: null,
  kind: 'deputy',
  paperSeen: 'Order of 2 July 2026',
  fromOn: plainDate('2026-07-02'),
  untilOn: null,
  recordedBy: 'Priya Raman',
};
const LATER = plainDate('2026-09-10');
const told = (facts: RightsFacts, day = LATER, contacts = ALL) =>
  whoIsTold(rightsOn(facts, PLAN, day), contacts).map(({ id }) => id);

test('the parent holds the rights to the end of the last day of compulsory school age, then the young person', () => {
  expect(rightsOn(someFacts(), PLAN, plainDate('2026-06-26')).acts).toBe('parent');
  expect(rightsOn(someFacts(), PLAN, plainDate('2026-06-27')).acts).toBe('young person');
});

test.each([
  ['born in July, aged 15', '2010-07-20', '2026-06-26'],
  ['born on 31 August, aged 15', '2010-08-31', '2026-06-26'],
  ['born on 1 September', '2010-09-01', '2027-06-25'],
  ['born on 29 February', '2008-02-29', '2024-06-28'],
])('%s', (_, bornOn, lastDay) => {
  expect(lastDayOfParents(someFacts({ bornOn: plainDate(bornOn) }))).toBe(lastDay);
});

test('sixteen in early September, before the school year has begun, counts to the June before', () => {
  const bornOn = plainDate('2010-09-02');
  expect(lastDayOfParents({ bornOn, schoolYears: [] })).toBe('2027-06-25');
  expect(lastDayOfParents({ bornOn, schoolYears: [plainDate('2026-09-03')] })).toBe('2026-06-26');
  expect(lastDayOfParents({ bornOn, schoolYears: [plainDate('2025-09-03')] })).toBe('2027-06-25');
});

test('capacity is assumed, and found wanting only for the very decision that was assessed', () => {
  const facts = someFacts({ assessments: [anAssessment()] });
  expect(rightsOn(facts, PLAN, LATER).acts).toBe('parent');
  for (const other of DECISIONS.filter((decision) => decision !== PLAN))
    expect(rightsOn(facts, other, LATER).acts).toBe('young person');
});

test('the latest assessment counts, and none counts before the day it was made', () => {
  const first = anAssessment();
  const second = anAssessment({ id: 'two', hasCapacity: true, assessedOn: plainDate('2026-09-01') });
  const facts = someFacts({ assessments: [second, first] });
  expect(rightsOn(facts, PLAN, plainDate('2026-06-30')).acts).toBe('young person');
  expect(rightsOn(facts, PLAN, plainDate('2026-08-31')).acts).toBe('parent');
  expect(rightsOn(facts, PLAN, plainDate('2026-09-01')).acts).toBe('young person');
});

test('a representative acts only for somebody found to lack capacity, and only in their days', () => {
  expect(rightsOn(someFacts({ representatives: [ACTING] }), PLAN, LATER).acts).toBe('young person');
  const facts = someFacts({ assessments: [anAssessment()], representatives: [ACTING] });
  expect(rightsOn(facts, PLAN, plainDate('2026-07-01')).acts).toBe('parent');
  expect(rightsOn(facts, PLAN, plainDate('2026-07-02')).acts).toBe('representative');
  const ended = [{ ...ACTING, untilOn: plainDate('2026-08-01') }];
  expect(rightsOn({ ...facts, representatives: ended }, PLAN, plainDate('2026-08-01')).acts).toBe(
    'representative',
  );
  expect(rightsOn({ ...facts, representatives: ended }, PLAN, plainDate('2026-08-02')).acts).toBe('parent');
});

test('before the day everybody is told; after it the young person, and a parent where they wish it', () => {
  const wish = { saidOn: LATER, how: 'At the meeting', recordedBy: 'Priya Raman' };
  expect(told(someFacts(), plainDate('2026-06-26'))).toEqual(['mum', 'sam', 'deputy']);
  expect(told(someFacts())).toEqual(['sam']);
  expect(told(someFacts({ wish: { ...wish, involved: true } }))).toEqual(['mum', 'sam', 'deputy']);
  expect(told(someFacts({ wish: { ...wish, involved: false } }))).toEqual(['sam']);
});

test('whoever acts for the young person is told, and so are they', () => {
  const assessments = [anAssessment()];
  expect(told(someFacts({ assessments }))).toEqual(['mum', 'sam', 'deputy']);
  expect(told(someFacts({ assessments, representatives: [ACTING] }))).toEqual(['sam', 'deputy']);
});

test('a young person who is not on file does not leave a letter with nobody', () => {
  expect(told(someFacts(), LATER, [MUM])).toEqual(['mum']);
  expect(canBeTold([MUM])).toBe(false);
  expect(canBeTold([{ ...SAM, restricted: true }])).toBe(false);
});

test('a parent stops following only where the young person says so, and the decision is theirs', () => {
  const wish = { involved: false, saidOn: LATER, how: 'By telephone', recordedBy: 'Priya Raman' };
  expect(mayFollow(rightsOn(someFacts(), PLAN, LATER), MUM)).toBe(true);
  expect(mayFollow(rightsOn(someFacts({ wish }), PLAN, LATER), MUM)).toBe(false);
  expect(mayFollow(rightsOn(someFacts({ wish }), PLAN, LATER), SAM)).toBe(true);
  expect(mayFollow(rightsOn(someFacts({ wish }), PLAN, plainDate('2026-06-26')), MUM)).toBe(true);
});

test('the young person is known by their relationship alone', () => {
  expect(['the young person', 'Young person'].every((relationship) => isThemself({ relationship }))).toBe(
    true,
  );
  expect(isThemself({ relationship: 'the young person’s mother' })).toBe(false);
});

const days = (from: string, span: number) =>
  fc.integer({ min: 0, max: span }).map((offset) => addDays(plainDate(from), offset));

test('whatever is recorded, the rights pass once, never come back, and somebody always acts', () => {
  fc.assert(
    fc.property(days('2000-01-01', 9000), days('2010-01-01', 9000), (bornOn, day) => {
      const facts = someFacts({ bornOn, assessments: [anAssessment({ assessedOn: day })] });
      const { lastDay, holder, acts } = rightsOn(facts, PLAN, day);
      expect(holder).toBe(day <= lastDay ? 'parent' : 'young person');
      expect(acts).toBe('parent');
      expect(rightsOn(facts, PLAN, addDays(day, 400)).holder >= holder).toBe(true);
    }),
  );
});

test('whatever is recorded, a letter is for somebody whenever anybody on file may be written to', () => {
  const contact = fc.record({
    id: fc.uuid(),
    relationship: fc.constantFrom('mother', 'father', 'the young person'),
    restricted: fc.boolean(),
  });
  const wish = fc.constantFrom(null, true, false);
  fc.assert(
    fc.property(fc.array(contact), wish, fc.boolean(), (contacts, involved, hasCapacity) => {
      const facts = someFacts({
        assessments: [anAssessment({ hasCapacity })],
        wish: involved === null ? null : { involved, saidOn: LATER, how: 'Said so', recordedBy: 'x' },
      });
      const reached = whoIsTold(rightsOn(facts, PLAN, LATER), contacts).some(({ restricted }) => !restricted);
      expect(reached).toBe(contacts.some(({ restricted }) => !restricted));
    }),
  );
});

test('for a parent found unable to make a decision their representative makes it, and another parent still may', () => {
  const DAD = { id: 'dad', relationship: 'father', restricted: false };
  const who = (facts: RightsFacts) =>
    [MUM, DAD, SAM]
      .filter((contact) => decides(rightsOn(facts, PLAN, plainDate('2024-01-05')), contact))
      .map(({ id }) => id);
  const assessments = [anAssessment({ parentId: 'mum', assessedOn: plainDate('2024-01-01') })];
  expect(who(someFacts())).toEqual(['mum', 'dad']);
  expect(who(someFacts({ assessments }))).toEqual(['dad']);
  const representatives = [{ ...ACTING, parentId: 'mum', fromOn: plainDate('2024-01-02') }];
  const rights = rightsOn(someFacts({ assessments, representatives }), PLAN, plainDate('2024-01-05'));
  expect([rights.acts, rights.unable]).toEqual([
    'parent',
    [{ parentId: 'mum', representatives: ['deputy'] }],
  ]);
  expect(decides(rights, DEPUTY)).toBe(true);
  // Capacity is about one decision; and a young person's own is not their parent's.
  expect(rightsOn(someFacts({ assessments }), DECISIONS[0], LATER).unable).toEqual([]);
  expect(rightsOn(someFacts({ assessments, representatives }), PLAN, LATER).acts).toBe('young person');
});
