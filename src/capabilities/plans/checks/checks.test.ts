import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea, anId, anOutcome, aProvision } from '../examples.ts';
import { type DraftContent, emptyAreas, type Outcome, type Provision } from '../plan.ts';
import type { Checked } from './check.ts';
import { checkPlan, PLAN_CHECKS } from './index.ts';

const today = plainDate('2026-03-02');

function found(changes: Partial<DraftContent>, more: Partial<Checked> = {}) {
  return checkPlan({ content: aDraft(changes), draft: true, today, record: null, ...more });
}

function rules(changes: Partial<DraftContent>, more: Partial<Checked> = {}): string[] {
  return found(changes, more).findings.map(({ rule }) => rule);
}

function withRows(rows: { provision?: Partial<Provision<'F'>>; outcome?: Partial<Outcome> }) {
  const area = {
    ...anArea(1, 'F'),
    provisions: [aProvision(2, 'F', { needIds: [anId(1)], ...rows.provision })],
    outcomes: [anOutcome(3, { provisionIds: [anId(2)], ...rows.outcome })],
  };
  return { areas: { ...emptyAreas(), 'cognition and learning': area } };
}

// What is recorded beside a plan of which nothing is recorded.
const BESIDE = {
  wholeReports: [],
  unplacedNeeds: [],
  lastReviewOn: null,
  limits: { adviceMonths: null, readingAge: null },
};

const bornOn = (day: string) => ({
  personalDetails: { ...aDraft().personalDetails, dateOfBirth: plainDate(day) },
});

test('a plan that says everything draws no finding, and is ready', () => {
  expect(found({})).toEqual({ findings: [], grade: 'ready' });
});

test('every rule has a name of its own, a provision and a way to put it right', () => {
  expect(new Set(PLAN_CHECKS.map(({ id }) => id)).size).toBe(PLAN_CHECKS.length);
  for (const { cite, suggestion } of PLAN_CHECKS) {
    expect(cite.provision).not.toBe('');
    expect(suggestion).not.toBe('');
  }
});

test('a need without provision, and provision without a need, stop a plan', () => {
  const lone = { ...anArea(1, 'F'), needs: [aNeed(1), aNeed(9, { text: 'Tires by noon' })] };
  const areas = { ...emptyAreas(), 'cognition and learning': lone };
  expect(found({ areas })).toMatchObject({
    grade: 'stopped',
    findings: [{ rule: 'need-has-provision', severity: 'blocking', section: 'B', row: anId(9) }],
  });
  expect(rules(withRows({ provision: { needIds: [] } }))).toEqual([
    'need-has-provision',
    'provision-has-need',
  ]);
});

test('Section I is empty in a draft, and only there', () => {
  const content = { ...aDraft(), sectionI: AT_FERNTON };
  expect(rules({}, { content })).toEqual(['section-i-empty-in-draft']);
  expect(rules({}, { content, draft: false })).toEqual([]);
});

test('Section A1 has at most 500 words', () => {
  expect(rules({ a1: 'word '.repeat(500) })).toEqual([]);
  expect(rules({ a1: 'word '.repeat(501) })).toEqual(['a1-length']);
});

test('Section H1 is for those under 18', () => {
  const area = anArea(1, 'H1');
  const areas = { ...aDraft().areas, 'social care': { ...area, needs: [aNeed(1)] } };
  const at = (day: string) => rules({ areas, ...bornOn(day) }).filter((rule) => rule === 'h1-under-18');
  expect(at('2008-03-03')).toEqual([]);
  expect(at('2008-03-02')).toEqual(['h1-under-18']);
});

test('from year 9 a plan prepares for adulthood', () => {
  expect(rules(bornOn('2012-08-31'))).toEqual(['adulthood-from-year-9', 'adulthood-outcome-from-year-9']);
  expect(rules(bornOn('2012-09-01'))).toEqual([]);
  const provision = { what: 'Travel training to the shops, which teaches her to pay with her own money' };
  expect(rules({ ...withRows({ provision }), ...bornOn('2012-08-31') })).not.toContain(
    'adulthood-from-year-9',
  );
});

test('what somebody marked as preparing for adult life does, whatever its words', () => {
  const at = (rows: Parameters<typeof withRows>[0]) =>
    rules({ ...withRows(rows), ...bornOn('2012-08-31') }).filter((rule) => rule.startsWith('adulthood'));
  expect(
    at({ provision: { preparesForAdulthood: true }, outcome: { adulthood: 'independent living' } }),
  ).toEqual([]);
  expect(at({ provision: { who: 'A mental health practitioner trained in the programme' } })).toHaveLength(2);
});

test('a plan with needs and no outcome is stopped', () => {
  const area = { ...anArea(1, 'F' as const), outcomes: [] };
  const none = found({ areas: { ...emptyAreas(), 'cognition and learning': area } });
  expect(none.grade).toBe('stopped');
  expect(none.findings.map(({ rule }) => rule)).toEqual(['has-an-outcome', 'outcome-has-provision']);
});

test('a plan without the child’s interests or aspirations, its history or how views were gathered is not ready', () => {
  const a2 = { ...aDraft().a2, interests: '', aspirations: ' ' };
  expect(found({ a2 })).toMatchObject({
    grade: 'to improve',
    findings: [
      { rule: 'views-are-set-out', section: 'A2', why: 'It sets out no interests' },
      { rule: 'views-are-set-out', why: 'It sets out no aspirations' },
    ],
  });
  const untold = { a1: '', a2: { ...aDraft().a2, howCollected: '' } };
  expect(rules(untold)).toEqual(['section-a-is-whole', 'section-a-is-whole']);
});

test('an outcome that is for “ongoing” or “when ready” names no day', () => {
  const by = (byWhen: string) => rules(withRows({ outcome: { byWhen } }));
  for (const none of ['Ongoing', 'as soon as possible', 'TBC', 'When she is ready', 'long-term'])
    expect(by(none), none).toEqual(['outcome-is-smart']);
  for (const said of ['By the end of Key Stage 2', 'Ongoing until July 2027', 'in 12 months'])
    expect(by(said), said).toEqual([]);
});

test('another child’s name is found in the history, the strengths, the evidence and the steps; family and friends are no strangers', () => {
  const where = (changes: Partial<DraftContent>) =>
    found(changes)
      .findings.filter(({ rule }) => rule === 'one-child')
      .map(({ section }) => section);
  expect(where({ a1: 'Asha lives with her mother. Tobias needs time to answer.' })).toEqual(['A1']);
  const area = {
    ...anArea(1, 'F' as const),
    strengths: 'Tobias enjoys drawing.',
    needs: [aNeed(1, { evidence: 'Tobias reads three words a minute.' })],
  };
  expect(where({ areas: { ...emptyAreas(), 'cognition and learning': area } })).toEqual([
    'cognition and learning',
    'B',
  ]);
  expect(where(withRows({ outcome: { steps: 'Tobias will ask for help by Easter' } }))).toEqual(['E']);
  for (const a1 of [
    'Asha lives with her brother Tobias. Tobias is four.',
    'Her friends, Wren and Idris, sit with her. Idris likes trains.',
    'Handwriting is slow, and tiredness grows. Vocabulary is a strength.',
  ])
    expect(where({ a1 }), a1).toEqual([]);
});

test('therapy that educates or trains is in Section F', () => {
  const health = { ...anArea(20, 'G'), provisions: [aProvision(21, 'G', { needIds: [anId(20)] })] };
  expect(rules({ areas: { ...aDraft().areas, health } })).toContain('training-is-in-f');
});

test('an outcome can be measured, says by when, and is not provision', () => {
  const of = (outcome: Partial<Outcome>) => rules(withRows({ outcome }));
  expect(of({ text: 'Asha will be more confident' })).toEqual(['outcome-is-smart']);
  expect(of({ byWhen: '' })).toEqual(['outcome-is-smart']);
  expect(of({ text: 'Asha will receive one session of speech therapy' })).toEqual([
    'outcome-is-not-provision',
  ]);
});

test('another child’s name, and another’s pronouns, are pointed at', () => {
  const text = 'Tobias will follow a three-part instruction 4 times out of 5';
  const [name] = found(withRows({ outcome: { text } })).findings;
  expect(name).toMatchObject({ rule: 'one-child', span: [0, 6] });
  const his = 'Asha will pack his bag without being told, 4 times out of 5';
  expect(rules(withRows({ outcome: { text: his } }))).toEqual(['one-pronoun']);
});

test('a child whose name is an ordinary word, and words that begin sentences, are no other child', () => {
  const details = { ...aDraft().personalDetails, forename: 'Will', preferredName: 'Hope' };
  const text = 'Will will follow 3 instructions. Hope can do it alone. The class has a listener.';
  const a1 = 'Hope answers best when given time.';
  expect(rules({ ...withRows({ outcome: { text } }), personalDetails: details, a1 })).toEqual([]);
});

const strangers = (text: string) =>
  found(withRows({ outcome: { text: `${text}, 4 times out of 5` } })).findings.filter(
    ({ rule }) => rule === 'one-child',
  );

test('a name that is also a word is a name where a name must stand, and a word elsewhere', () => {
  for (const text of [
    'Will will read a page',
    'Hope needs two prompts',
    'She sits with May’s group',
    'Staff help Mark to read',
  ]) {
    expect(strangers(text), text).toHaveLength(1);
  }
  for (const text of [
    'Will read a page',
    'May need two prompts',
    'In May she reads a page. By summer she can read two',
    'From May will read with a teacher, and by April can read two pages',
    'Hope is that she reads. Mark the page she reads',
    'She will hope to read, and may mark her own page',
  ]) {
    expect(strangers(text), text).toEqual([]);
  }
});

test('another child’s name is found where something is done for them, and a programme’s is not', () => {
  expect(strangers('Staff help Tobias to read')).toHaveLength(1);
  expect(strangers('She reads from Tobias’s book')).toHaveLength(1);
  expect(strangers('Staff teach Makaton to her and read the Boxall profile')).toEqual([]);
  expect(strangers('Staff help Asha to read, as Robin’s advice says')).toEqual([]);
});

test('an age or year group that is no longer so is pointed at, and history is not', () => {
  const a1 = (text: string) => rules({ a1: text });
  expect(a1('Asha is in year 1 and is 8 years old.')).toEqual(['age-is-current']);
  expect(a1('Asha is now aged 7.')).toEqual(['age-is-current']);
  expect(a1('Asha is in year 4 and is 8 years old. In year 1 she was 5 years old.')).toEqual([]);
});

test('a month that has gone is pointed at in running words that promise something by it', () => {
  expect(rules(withRows({ provision: { text: 'This will start in September 2025' } }))).toEqual([
    'no-past-date',
  ]);
  expect(rules(withRows({ provision: { text: 'As her teacher told us in September 2025' } }))).toEqual([]);
});

test('a term that professionals use is pointed at once, and not where it is explained or is another word', () => {
  const a1 = (text: string) => rules({ a1: text });
  expect(a1('Her working memory is weak. Working memory is tested.')).toEqual(['plain-words']);
  expect(a1('She sees an OT and a SaLT.')).toEqual(['plain-words', 'plain-words']);
  expect(a1('Her working memory (holding things in mind) is weak. She eats no salt.')).toEqual([]);
});

test('a report cited without its page or a heading is pointed at, and one with it is not', () => {
  const provision = aProvision(2, 'F', { needIds: [anId(1)], sources: [{ citationId: anId(70) }] });
  const area = { ...anArea(1, 'F'), provisions: [provision] };
  const content = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': area } });
  const cited = (wholeReports: readonly string[]) => {
    const record = { healthAgreement: null, ...BESIDE, wholeReports };
    return checkPlan({ content, draft: true, today, record }).findings.map(({ rule, row }) => [rule, row]);
  };
  expect(cited([anId(70)])).toEqual([['statement-cites', anId(2)]]);
  expect(cited([anId(71)])).toEqual([]);
});

test('Section G is asked of the final plan, in the words that were agreed', () => {
  const health = anArea(40, 'G' as const);
  const content = aDraft({ areas: { ...aDraft().areas, health } });
  const asked = (record: Checked['record'], draft = false) =>
    checkPlan({ content, draft, today, record }).findings.filter(({ rule }) => rule === 'health-is-agreed')
      .length;
  const nobody = { healthAgreement: null, ...BESIDE };
  const agreed = (words: readonly string[] | null) => ({
    ...BESIDE,
    healthAgreement: { body: 'Fernshire ICB', on: today, agreed: words },
  });
  expect(asked(nobody)).toBe(1);
  expect(asked(nobody, true)).toBe(0);
  expect(asked(agreed(null))).toBe(0);
  expect(asked(agreed(['Something else']))).toBe(1);
  expect(asked(null)).toBe(0);
});

test('advice from before the last review meeting is looked at again, all at once, and advice of that day or later is not', () => {
  const twice = [...aDraft().advice, ...aDraft().advice];
  const advice = twice.map((one) => ({ ...one, receivedOn: plainDate('2026-01-10') }));
  const after = (review: string | null) => {
    const lastReviewOn = review === null ? null : plainDate(review);
    return rules({ advice }, { record: { healthAgreement: null, ...BESIDE, lastReviewOn } });
  };
  expect(after(null)).toEqual([]);
  expect(after('2026-01-10')).toEqual([]);
  expect(after('2026-01-11')).toEqual(['advice-since-review']);
});

test('a day that has gone is pointed at, and one to come is not', () => {
  expect(rules(withRows({ outcome: { byWhen: 'By July 2025' } }))).toEqual(['no-past-date']);
  expect(rules(withRows({ outcome: { byWhen: 'From September 2025 to March 2026' } }))).toEqual([]);
});

test('a day, a term and a school year that have gone are pointed at however they are written', () => {
  const by = (byWhen: string) => rules(withRows({ outcome: { byWhen } }));
  for (const gone of [
    ...[
      '1 March 2026',
      '12 Sept 2025',
      'Dec. 2025',
      '01/03/2026',
      '2026-03-01',
      'end of the autumn term 2025',
    ],
    ...['school year 2024/25', '2024-2025'],
  ])
    expect(by(gone), gone).toEqual(['no-past-date']);
  for (const open of [
    ...['2 March 2026', '31 March 2026', '02/03/2026', 'spring term 2026', '2025/26', '31/02/2025'],
    ...['from 2024/25 to 2026/27', 'in 12/13 of lessons by July 2027'],
  ])
    expect(by(open), open).toEqual([]);
});

test('the same words in two rows, and a statement that cites nothing, are pointed at', () => {
  const twice = {
    ...anArea(1, 'F'),
    provisions: [2, 4].map((id) => aProvision(id, 'F', { needIds: [anId(1)] })),
    outcomes: [anOutcome(3, { provisionIds: [anId(2), anId(4)] })],
  };
  expect(rules({ areas: { ...emptyAreas(), 'cognition and learning': twice } })).toEqual([
    'no-repeated-text',
  ]);
  expect(rules(withRows({ outcome: { sources: [] } }))).toEqual(['statement-cites']);
});

test('a plan with no name, no need, an empty row, a broken link or advice left out is stopped', () => {
  const nobody = { ...aDraft().personalDetails, forename: '', surname: ' ' };
  expect(rules({ personalDetails: nobody })).toContain('names-the-child');
  expect(rules({ areas: emptyAreas() })).toEqual(['has-a-need']);
  expect(rules(withRows({ outcome: { text: ' ' } }))).toContain('no-empty-row');
  expect(rules(withRows({ provision: { needIds: [anId(1), anId(77)] } }))).toEqual(['links-lead-somewhere']);
  expect(rules({ advice: aDraft().advice.map((one) => ({ ...one, appended: false })) })).toEqual([
    'advice-is-appended',
  ]);
});

test('the template’s own place for a review needs no word for it, and words that overlap are one finding', () => {
  expect(rules(withRows({ provision: { review: 'Every term, by the therapist' } }))).toEqual([]);
  expect(rules(withRows({ provision: { review: 'As agreed' } }))).toEqual(['provision-says-review']);
  const often = rules(withRows({ provision: { frequency: 'as and when needed' } }));
  expect(often.filter((rule) => rule === 'provision-weak-words')).toHaveLength(1);
});

test('an outcome that nothing serves, and provision that serves none, are pointed at', () => {
  expect(found(withRows({ outcome: { provisionIds: [] } })).findings).toMatchObject([
    { rule: 'outcome-has-provision', section: 'F', row: anId(2) },
    { rule: 'outcome-has-provision', section: 'E', row: anId(3) },
  ]);
});

test('provision that is not specific is pointed at, at the words, with the law', () => {
  const [finding] = found(withRows({ provision: { frequency: 'as and when' } })).findings;
  expect(finding).toMatchObject({
    rule: 'provision-says-how-often',
    section: 'F',
    row: anId(2),
    provision: 'SEND Code of Practice, 9.69',
  });
  expect(finding?.text.slice(...(finding?.span ?? [0, 0]))).toBe('as and when');
});
