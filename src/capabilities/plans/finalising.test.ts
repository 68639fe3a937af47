import { expect, test } from 'vitest';
import { type PlainDate, plainDate } from '../../shared/plain-date.ts';
import {
  AT_FERNTON,
  aDraft,
  aNeed,
  anArea,
  anId,
  aProvision,
  aRepresentation,
  REGISTER,
  served,
} from './examples.ts';
import type { PlanFacts } from './facts.ts';
import { type Finalise, finalise } from './finalising.ts';
import { NO_ANSWERS } from './naming/decision.ts';
import type { DraftContent } from './plan.ts';
import { firstVersions } from './sections.ts';
import { noPreference } from './views.ts';

const hash = (text: string) => `hash of ${text.length}`;
/** The day after the fifteenth, for a draft served on 2 March. */
const today = plainDate('2026-03-17');
const act: Finalise = {
  issuedOn: today,
  officer: 'Lee Invented',
  placement: AT_FERNTON,
  changes: [],
  naming: NO_ANSWERS,
  register: REGISTER,
};

const saidOn = (receivedOn: PlainDate) => ({ from: 'Robin Example', receivedOn, contactId: anId(800) });

function edited(changes: Partial<DraftContent>, rest: Partial<PlanFacts> = {}): PlanFacts {
  return served('2026-03-02', { ...rest, working: { content: aDraft(changes), versions: firstVersions() } });
}

test('the day after the fifteenth, an unchanged draft with a consulted setting becomes final', () => {
  expect(finalise(served(), act, hash, today)).toMatchObject({
    ok: true,
    value: {
      version: 1,
      issuedOn: today,
      officer: 'Lee Invented',
      changes: [],
      content: { sectionI: AT_FERNTON },
    },
  });
});

test('on the fifteenth day the family still has its time', () => {
  const fifteenth = plainDate('2026-03-16');
  expect(finalise(served(), { ...act, issuedOn: fifteenth }, hash, fifteenth)).toMatchObject({
    ok: false,
    field: 'issuedOn',
    message:
      'The family has until the end of 16 March 2026 to comment and ask for a setting. Wait until then, or until they say they have finished',
    cite: { provision: 'SEND Regulations 2014, reg. 13(1)(a)' },
  });
});

test('a family that has finished, with its preference on record, need not wait', () => {
  const early = plainDate('2026-03-12');
  const preference = noPreference(saidOn(plainDate('2026-03-04')));
  const finished = served('2026-03-02', { preference, finishedOn: plainDate('2026-03-04') });
  expect(finalise(finished, { ...act, issuedOn: early }, hash, early).ok).toBe(true);
  const noWord = served('2026-03-02', { preference });
  expect(finalise(noWord, { ...act, issuedOn: early }, hash, early)).toMatchObject({ field: 'issuedOn' });
  const silent = served('2026-03-02', { finishedOn: plainDate('2026-03-04') });
  expect(finalise(silent, { ...act, issuedOn: early }, hash, early)).toMatchObject({ field: 'issuedOn' });
});

test('nothing is final while a comment waits for an answer', () => {
  const waiting = served('2026-03-02', { representations: [aRepresentation(1, { answer: null })] });
  expect(finalise(waiting, act, hash, today)).toMatchObject({
    field: 'representations',
    message: 'Answer every comment first. 1 is waiting',
  });
});

test('a change that no comment asked for needs a new draft', () => {
  expect(finalise(edited({ a1: 'Told differently' }), act, hash, today)).toMatchObject({
    ok: false,
    field: 'A1',
    message: expect.stringContaining('Serve a new draft'),
    cite: { provision: 'SEND Code of Practice, 9.125 (and 9.77)' },
  });
});

test('a change that answers an accepted comment stands, and carries it', () => {
  const facts = edited({ a1: 'Told differently' }, { representations: [aRepresentation(1)] });
  const changes = [{ at: 'A1', representationIds: [anId(1)] }];
  expect(finalise(facts, { ...act, changes }, hash, today)).toMatchObject({ ok: true, value: { changes } });
});

test('a change cannot answer a comment that was declined, or one that nobody made', () => {
  const changes = [{ at: 'A1', representationIds: [anId(1)] }];
  const declined = aRepresentation(1);
  const representations = [
    { ...declined, answer: declined.answer && { ...declined.answer, outcome: 'declined' as const } },
  ];
  const no = finalise(edited({ a1: 'New' }, { representations }), { ...act, changes }, hash, today);
  expect(no).toMatchObject({ ok: false, field: 'A1' });
  expect(finalise(edited({ a1: 'New' }), { ...act, changes }, hash, today)).toMatchObject({
    ok: false,
    field: 'A1',
  });
});

test('a comment on an earlier draft does not excuse a change to this one', () => {
  const facts = edited({ a1: 'New' }, { representations: [aRepresentation(1, { draftNumber: 0 })] });
  const changes = [{ at: 'A1', representationIds: [anId(1)] }];
  expect(finalise(facts, { ...act, changes }, hash, today)).toMatchObject({ ok: false, field: 'A1' });
});

test('taking away one provision is found, even where others stand', () => {
  const { areas } = aDraft();
  const area = areas['communication and interaction'];
  const [kept] = area.provisions;
  if (kept === undefined) throw new Error('the example area has provision');
  const before = served();
  const more = { ...area, provisions: [kept, aProvision(60, 'F' as const, { needIds: [anId(1)] })] };
  const draft = before.served;
  if (draft === null) throw new Error('the example is served');
  const content = aDraft({ areas: { ...areas, 'communication and interaction': more } });
  const facts = { ...before, served: { ...draft, content } };
  expect(finalise(facts, act, hash, today)).toMatchObject({ field: 'communication and interaction' });
});

test('Section G waits for the commissioning body to agree it', () => {
  const areas = { ...aDraft().areas, health: anArea(40, 'G' as const) };
  const content = aDraft({ areas });
  const base = edited({ areas });
  const facts = { ...base, served: base.served && { ...base.served, content } };
  expect(finalise(facts, act, hash, today)).toMatchObject({
    field: 'findings',
    cite: { provision: 'SEND Regulations 2014, reg. 12(2)' },
  });
  const healthAgreement = {
    body: 'Fernshire Integrated Care Board',
    on: plainDate('2026-03-09'),
    agreed: null,
  };
  expect(finalise({ ...facts, healthAgreement }, act, hash, today).ok).toBe(true);
  const otherWords = { ...healthAgreement, agreed: ['Physiotherapy'] };
  expect(finalise({ ...facts, healthAgreement: otherWords }, act, hash, today).ok).toBe(false);
  const later = { ...healthAgreement, on: plainDate('2027-01-01') };
  expect(finalise({ ...facts, healthAgreement: later }, act, hash, today).ok).toBe(false);
});

test('a change that a comment asked for still cannot leave a need without provision', () => {
  const area = aDraft().areas['communication and interaction'];
  const areas = {
    ...aDraft().areas,
    'communication and interaction': { ...area, needs: [...area.needs, aNeed(9)] },
  };
  const facts = edited({ areas }, { representations: [aRepresentation(1)] });
  const changes = [{ at: `communication and interaction/needs/${anId(9)}`, representationIds: [anId(1)] }];
  expect(finalise(facts, { ...act, changes }, hash, today)).toMatchObject({
    field: 'findings',
    cite: { provision: 'SEND Regulations 2014, reg. 12(1)(b) and (f) to (h)' },
  });
});

test('nothing is final before a draft is served, while a new draft is written, or twice', () => {
  expect(finalise({ ...served(), served: null }, act, hash, today)).toMatchObject({ field: 'draft' });
  expect(finalise({ ...served(), redraftingSince: today }, act, hash, today)).toMatchObject({
    field: 'draft',
  });
  const first = finalise(served(), act, hash, today);
  if (!first.ok) throw new Error(first.message);
  expect(finalise({ ...served(), issued: first.value }, act, hash, today)).toMatchObject({ field: 'plan' });
});
