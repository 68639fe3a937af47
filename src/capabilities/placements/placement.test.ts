import { expect, test } from 'vitest';
import { plainDate as day } from '../../shared/plain-date.ts';
import { daysUnmet, sayAdmission } from './admission.ts';
import { answer, type Check, checkDue, findingsOf, termToAsk } from './check.ts';
import { begin, end, gapsIn, type Named, type Placement, sayPlace, soOn, stageOf } from './placement.ts';
import { actOn, openAgain, type Problem, problemDue, stateOf } from './problem.ts';

const today = day('2025-09-10');

function placed(changes: Partial<Placement> = {}): Placement {
  return {
    id: 'p',
    childId: 'c',
    kind: 'setting',
    rank: 1,
    settingId: 'hollybank',
    settingName: 'Hollybank School',
    settingNowId: 'hollybank',
    settingNowName: 'Hollybank School',
    weeks: null,
    providedIn: null,
    words: '',
    fromOn: day('2025-09-01'),
    untilOn: null,
    ended: null,
    recordedBy: 'Priya Raman',
    ...changes,
  };
}

const ended = (on: string, how: 'broke down' | 'recorded by mistake' = 'broke down') => ({
  untilOn: day(on),
  ended: { how, words: 'w', by: 'Tom Ashdown' },
});

function named(...ids: string[]): Named {
  const settings = ids.map((id, at) => ({
    ...{ place: at + 1, settingId: id, settingNowId: id, name: id, type: 'maintained school' },
    ...{ attendance: 'daily', mustAdmit: true, organisationId: null },
  }));
  return { versionId: 'v', kind: 'named', on: day('2025-06-02'), type: null, settings };
}

const without = { settingId: null, settingName: null, settingNowId: null, settingNowName: null };

test.each([
  ['nothing recorded', null, []],
  ['no place recorded', named('hollybank'), []],
  ['no place recorded', named('hollybank'), [placed(ended('2025-09-09'))]],
  ['to start', named('hollybank'), [placed({ fromOn: day('2025-10-01') })]],
  ['awaiting a place', named('hollybank'), [placed({ ...without, kind: 'awaiting' })]],
  ['educated at home', named('hollybank'), [placed({ ...without, kind: 'home education' })]],
  ['arranged by the family', null, [placed({ ...without, kind: 'arranged by the family' })]],
  ['otherwise than in a school', null, [placed({ ...without, kind: 'otherwise than in a school' })]],
  ['placed', null, [placed()]],
  ['placed as named', named('hollybank'), [placed()]],
  ['placed otherwise than named', named('hollybank', 'larkfield'), [placed()]],
  [
    'placed as named',
    named('larkfield', 'hollybank'),
    [placed(), placed({ rank: 2, settingNowId: 'larkfield' })],
  ],
  ['placed otherwise than named', named('hollybank'), [placed({ ...without, settingName: 'A barn' })]],
  ['placed otherwise than named', named('hollybank'), [placed({ ...without, kind: 'package' })]],
] as const)('a child is %s', (stage, plan, placements) => {
  expect(stageOf({ named: plan, placements }, today)).toBe(stage);
});

test('where a plan gives a type alone, any setting is a place, and is not said to differ', () => {
  const type = { ...named(), kind: 'type only' as const };
  expect(stageOf({ named: type, placements: [placed()] }, today)).toBe('placed');
});

test('one recorded by mistake never was', () => {
  const mistake = placed(ended('2025-09-01', 'recorded by mistake'));
  expect(stageOf({ named: null, placements: [mistake] }, day('2025-09-01'))).toBe('nothing recorded');
  expect(gapsIn([mistake], today)).toEqual([]);
});

test('of two at once the main one is first, and the last day still counts', () => {
  const two = [placed({ id: 'b', rank: 2 }), placed({ id: 'a', ...ended('2025-09-10') })];
  expect(soOn(two, today).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(soOn(two, day('2025-09-11')).map(({ id }) => id)).toEqual(['b']);
});

test('a day on which nothing is recorded is found, whatever overlaps around it', () => {
  const first = placed({ fromOn: day('2025-01-06'), ...ended('2025-03-31') });
  const inside = placed({ fromOn: day('2025-02-01'), ...ended('2025-02-10') });
  const next = placed({ fromOn: day('2025-04-22'), ...ended('2025-09-01') });
  expect(gapsIn([next, inside, first], today)).toEqual([
    { from: '2025-04-01', to: '2025-04-21' },
    { from: '2025-09-02', to: '2025-09-10' },
  ]);
  expect(gapsIn([placed()], today)).toEqual([]);
});

const open = { chosen: { status: 'Open', closedOn: null, successor: null }, untilOn: null, today };

test('a second main placement is refused until the first has ended, and in the gap before it is taken', () => {
  expect(begin([placed()], placed(), open)).toMatchObject({ ok: false, field: 'fromOn' });
  const before = { ...open, untilOn: day('2025-08-31') };
  expect(begin([placed()], placed({ fromOn: day('2025-01-06') }), before).ok).toBe(true);
  const touching = { ...open, untilOn: day('2025-09-01') };
  expect(begin([placed()], placed({ fromOn: day('2025-01-06') }), touching).ok).toBe(false);
});

test('the second of two needs a first, and a closed setting is refused with what follows it', () => {
  expect(begin([], placed({ rank: 2 }), open)).toMatchObject({ field: 'rank' });
  expect(begin([placed()], placed({ rank: 2, settingId: 'larkfield' }), open).ok).toBe(true);
  const closed = { status: 'Closed', closedOn: day('2025-08-31'), successor: 'Hollybank Academy' };
  expect(begin([], placed(), { ...open, chosen: closed })).toMatchObject({
    message: 'This setting closed on 31 August 2025. Select Hollybank Academy, which follows it',
  });
  expect(begin([], placed({ fromOn: day('2024-09-01') }), { ...open, chosen: closed }).ok).toBe(true);
});

test('why there is no place, and what is arranged, have to be said; a start years ahead is not one', () => {
  expect(begin([], placed({ ...without, kind: 'awaiting' }), open)).toMatchObject({ field: 'words' });
  expect(begin([], placed({ ...without, kind: 'package' }), open)).toMatchObject({ field: 'words' });
  expect(begin([], placed({ fromOn: day('2027-01-01') }), open)).toMatchObject({ field: 'fromOn' });
});

test('an end before the start, one that has ended, and no words are refused', () => {
  const act = { how: 'moved away', words: '', endedOn: day('2025-08-31') } as const;
  expect(end(placed(), act, today)).toMatchObject({ field: 'endedOn' });
  expect(end(placed(), { ...act, how: 'broke down', endedOn: today }, today)).toMatchObject({
    field: 'endWords',
  });
  expect(end(placed(ended('2025-09-09')), { ...act, endedOn: today }, today)).toMatchObject({
    message: expect.stringContaining('Tom Ashdown'),
  });
});

test('a setting that was succeeded is called both', () => {
  expect(sayPlace(placed({ settingNowName: 'Hollybank Academy' }))).toBe(
    'Hollybank School (now Hollybank Academy)',
  );
});

const naming = { namedOn: day('2025-09-01'), untilOn: null, mustAdmit: true, said: [] };

test('a setting admits once, on a day that has come, or says why not', () => {
  const yes = (admittedOn: string) => ({ admitted: true as const, admittedOn: day(admittedOn) });
  expect(sayAdmission(naming, yes('2025-09-11'), today)).toMatchObject({ field: 'admittedOn' });
  expect(sayAdmission(naming, { admitted: false, whyNot: '', expectedOn: null }, today)).toMatchObject({
    field: 'whyNot',
  });
  const said = [{ admittedOn: today, by: 'Helen Marsh' }];
  expect(sayAdmission({ ...naming, said }, yes('2025-09-10'), today)).toMatchObject({ field: 'admitted' });
  expect(sayAdmission({ ...naming, untilOn: today }, yes('2025-09-10'), today)).toMatchObject({
    field: 'admitted',
  });
  expect(sayAdmission(naming, yes('2025-09-10'), today)).toMatchObject({ ok: true });
});

test('days are counted from the day it was named, for a setting that must admit and has not', () => {
  expect(daysUnmet(naming, today)).toBe(9);
  expect(daysUnmet({ ...naming, mustAdmit: false }, today)).toBeNull();
  expect(daysUnmet({ ...naming, said: [{ admittedOn: today, by: 'H' }] }, today)).toBeNull();
});

function check(changes: Partial<Check> = {}): Check {
  return {
    ...{ id: 'k', childId: 'c', versionId: 'v', placementId: 'p', kind: 'in place', termEndsOn: null },
    ...{
      organisationId: 'o',
      atSetting: true,
      asksFamily: true,
      askedOn: day('2025-08-27'),
      answerBy: today,
      over: false,
    },
    ...{ where: 'Hollybank School', answers: [] },
    ...changes,
  };
}

test('six weeks are counted from the later of the start and the plan', () => {
  expect(checkDue(day('2025-09-01'), day('2025-06-02'), 6)).toBe('2025-10-13');
  expect(checkDue(day('2025-09-01'), day('2025-09-15'), 6)).toBe('2025-10-27');
});

test('no answer is waited for to the last day, and then is a finding; never a yes', () => {
  const found = (on: string) => findingsOf(check(), day(on)).map(({ found }) => found);
  expect(found('2025-09-10')).toEqual(['waiting', 'waiting']);
  expect(found('2025-09-11')).toEqual(['no answer', 'no answer']);
});

test('one line that is not happening in full is not in place, and the last answer stands', () => {
  const said = (one: 'yes' | 'partly') => ({
    ...{ party: 'setting' as const, by: 'Helen Marsh', on: today, recordedBy: null },
    lines: [
      { row: 'a', answer: 'yes' as const, words: '' },
      { row: 'b', answer: one, words: 'w' },
    ],
  });
  const found = (...answers: Check['answers']) => findingsOf(check({ answers }), today)[0]?.found;
  expect(found(said('yes'), said('partly'))).toBe('not all in place');
  expect(found(said('partly'), said('yes'))).toBe('in place');
});

test('every line is answered, what is not happening is said, and a question that is over is answered no more', () => {
  const yes = { row: 'a', answer: 'yes', words: '' };
  expect(answer(check(), ['a', 'b'], [yes])).toMatchObject({ field: 'answer-b' });
  expect(answer(check(), ['a'], [{ ...yes, answer: 'no' }])).toMatchObject({ field: 'words-a' });
  expect(answer(check(), ['a'], [{ ...yes, answer: 'perhaps' }])).toMatchObject({ field: 'answer-a' });
  expect(answer(check({ over: true }), ['a'], [yes])).toMatchObject({ field: 'answers' });
  expect(answer(check(), ['a'], [yes, { ...yes, row: 'z' }])).toMatchObject({ ok: true, value: [yes] });
});

test('a term is asked about near its end, to its last day', () => {
  const terms = [{ from: day('2025-09-01'), to: day('2025-12-19') }];
  expect(
    ['2025-12-04', '2025-12-05', '2025-12-19', '2025-12-20'].map((on) => termToAsk(terms, day(on), 14)),
  ).toEqual([undefined, terms[0], terms[0], undefined]);
});

function problem(...acts: Problem['acts']): Problem {
  return {
    ...{ id: 'x', childId: 'c', versionId: 'v', rowId: 'a', words: 'No therapist', since: '', saidBy: 'Jo' },
    ...{ saidOn: today, firstDueOn: day('2025-09-17'), recordedBy: null, acts },
  };
}
const act = (number: number, kind: 'done' | 'closed' | 'opened again', due: string | null = null) => ({
  ...{ number, kind, words: 'w', by: 'Priya Raman', on: today, dueOn: due === null ? null : day(due) },
});

test('working days are promised, and what is opened again is due anew', () => {
  expect(problemDue(today, 5)).toBe('2025-09-17');
  expect(stateOf(problem(act(1, 'done')))).toEqual({ open: true, dueOn: '2025-09-17' });
  expect(stateOf(problem(act(1, 'closed'))).open).toBe(false);
  expect(stateOf(problem(act(1, 'closed'), act(2, 'opened again', '2025-10-01'), act(3, 'done')))).toEqual({
    open: true,
    dueOn: '2025-10-01',
  });
});

test('it is never closed without words, on what somebody else has written since, or twice; nor opened while open', () => {
  const close = (of: Problem, words: string, seen: number) => actOn(of, { kind: 'closed', words, seen });
  expect(close(problem(), '', 0).ok).toBe(false);
  expect(close(problem(act(1, 'done')), 'A therapist comes', 0).ok).toBe(false);
  expect(close(problem(act(1, 'closed')), 'A therapist comes', 1).ok).toBe(false);
  expect(close(problem(act(1, 'done')), 'A therapist comes', 1)).toMatchObject({ value: { number: 2 } });
  expect(openAgain(problem(), 'Still none', today).ok).toBe(false);
  expect(openAgain(problem(act(1, 'closed')), '', today).ok).toBe(false);
});
