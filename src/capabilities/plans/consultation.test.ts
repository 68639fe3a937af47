import { expect, test } from 'vitest';
import { type AnswerForm, readAnswer } from './consultation.ts';
import { SECTION_39_GROUNDS } from './facts.ts';

const [unsuitable, others, resources] = SECTION_39_GROUNDS;

function aForm(changes: Partial<AnswerForm> = {}): AnswerForm {
  return {
    canMeetNeeds: true,
    startFrom: '2026-09-01',
    capacity: 'A place in class 3',
    grounds: [],
    evidence: ['', '', ''],
    wouldNeed: '',
    comments: '',
    ...changes,
  };
}
const no = { canMeetNeeds: false, startFrom: '', capacity: '', wouldNeed: 'Another adult' };

test('a yes says from when and in what place', () => {
  expect(readAnswer(aForm())).toMatchObject({
    ok: true,
    value: { canMeetNeeds: true, startFrom: '2026-09-01' },
  });
  expect(readAnswer(aForm({ startFrom: '' }))).toMatchObject({ ok: false, field: 'startFrom' });
  expect(readAnswer(aForm({ startFrom: '2026-02-30' }))).toMatchObject({ ok: false, field: 'startFrom' });
  expect(readAnswer(aForm({ capacity: '' }))).toMatchObject({ ok: false, field: 'capacity' });
});

test('a no needs a ground in section 39(4), the evidence for each, and what would make it a yes', () => {
  expect(readAnswer(aForm(no))).toMatchObject({ ok: false, field: 'grounds' });
  const grounds = [others, resources];
  const half = { ...no, grounds, evidence: ['', 'Thirty-two in the room', ''] };
  expect(readAnswer(aForm(half))).toMatchObject({ ok: false, field: 'evidence-3' });
  const whole = { ...half, evidence: ['', 'Thirty-two in the room', 'Twice the cost'] };
  expect(readAnswer(aForm({ ...whole, wouldNeed: '' }))).toMatchObject({ ok: false, field: 'wouldNeed' });
  expect(readAnswer(aForm(whole))).toMatchObject({
    ok: true,
    value: { grounds: [{ ground: others }, { ground: resources }] },
  });
});

test('evidence for a ground not chosen is left out', () => {
  const answer = readAnswer(
    aForm({ ...no, grounds: [unsuitable], evidence: ['Too young', 'Left over', ''] }),
  );
  expect(answer).toMatchObject({
    ok: true,
    value: { grounds: [{ ground: unsuitable, evidence: 'Too young' }] },
  });
});

test('saying neither yes nor no is refused', () => {
  expect(readAnswer(aForm({ canMeetNeeds: null }))).toMatchObject({ ok: false, field: 'canMeetNeeds' });
});
