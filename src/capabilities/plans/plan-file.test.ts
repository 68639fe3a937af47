import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { plainDate } from '../../shared/plain-date.ts';
import {
  AT_FERNTON,
  aDraft,
  aNeed,
  anArea,
  anId,
  anOutcome,
  aProvision,
  EP_ADVICE,
  facts,
  PARENT,
  served,
} from './examples.ts';
import { importDraft, sayLeftOut } from './importing.ts';
import { type Area, type DraftContent, emptyAreas, type ProvisionSection } from './plan.ts';
import { readPlanText } from './plan-file-reading.ts';
import { citingOnly, currentVersion, familyVersion, planFileText } from './plan-file-schema.ts';

const CITATION = { id: anId(600), documentId: anId(601), source: 'Dr A. Example, Report', writtenOn: null };
const CITED = { ...CITATION, pages: [3], place: null };
const ON_FILE = {
  names: { forename: 'Asha', surname: 'Example', dateOfBirth: plainDate('2017-05-04') },
  citationIds: [CITATION.id],
  personIds: [PARENT],
};

function textOf(content: DraftContent): string {
  const of = { authority: { code: 970, name: 'Wexcombe' }, reference: 'R-1', citations: [CITED] };
  return planFileText({ ...of, ...currentVersion(facts({ working: { ...facts().working, content } })) });
}

function read(text: string) {
  const file = readPlanText(text);
  if (!file.ok) throw new Error(file.message);
  return file.value;
}

/** What is refused of a file that says something else in one place; nothing there at all where it is undefined. */
function refusalOf(path: readonly (string | number)[], value: unknown): string {
  const result = readPlanText(JSON.stringify(put(JSON.parse(textOf(aDraft())), path, value)));
  return result.ok ? 'nothing' : result.message;
}

function put(target: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(target)) return target.map((one, at) => (at === step ? put(one, rest, value) : one));
  const fields = z.record(z.string(), z.unknown()).parse(target);
  return { ...fields, [step]: put(fields[step], rest, value) };
}

const words = fc.oneof(
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replaceAll(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')),
  fc.constantFrom('Zoë O’Neill-Żak', 'نور', 'two\nlines', '"} , {', '<b>__proto__</b>', ''),
);

function areas<S extends ProvisionSection>(
  from: number,
  sections: readonly [S, ...S[]],
): fc.Arbitrary<Area<S>> {
  return fc
    .tuple(fc.nat(5), fc.nat(5), fc.nat(5), words, fc.infiniteStream(fc.tuple(fc.boolean(), words)))
    .map(([needs, provisions, outcomes, strengths, picks]) => {
      const pick = () => picks.next().value ?? [false, ''];
      const ids = (first: number, many: number) =>
        Array.from({ length: many }, (_, at) => anId(from + first + at));
      const some = (first: number, many: number) => ids(first, many).filter(() => pick()[0]);
      const sources = () => [
        ...(pick()[0] ? [{ adviceId: EP_ADVICE, page: pick()[0] ? 4 : null }] : []),
        ...(pick()[0] ? [{ citationId: CITATION.id }] : []),
      ];
      return {
        strengths,
        needs: ids(0, needs).map((id) => ({ ...aNeed(1), id, text: pick()[1], sources: sources() })),
        provisions: ids(10, provisions).map((id) => ({
          ...aProvision(1, sections[pick()[0] ? sections.length - 1 : 0] ?? sections[0]),
          id,
          needIds: some(0, needs),
          what: pick()[1],
          ...(pick()[0] ? { preparesForAdulthood: true as const } : {}),
          sources: sources(),
        })),
        outcomes: ids(20, outcomes).map((id) => ({
          ...anOutcome(1),
          id,
          provisionIds: some(10, provisions),
          text: pick()[1],
          ...(pick()[0] ? { monitoring: pick()[1], adulthood: 'independent living' as const } : {}),
          sources: sources(),
        })),
      };
    });
}

/** Invented plans of every shape: any links within an area, any words a person could type. */
const plans: fc.Arbitrary<DraftContent> = fc
  .record({
    'communication and interaction': areas(1000, ['F']),
    'cognition and learning': areas(1100, ['F']),
    'social, emotional and mental health': areas(1200, ['F']),
    'sensory and/or physical': areas(1300, ['F']),
    health: areas(1400, ['G']),
    'social care': areas(1500, ['H1', 'H2']),
  })
  .chain((drawn) =>
    fc
      .tuple(words, words, fc.boolean())
      .map(([a1, details, paid]) =>
        aDraft({ areas: drawn, a1, directPayments: paid ? { details, arrangements: a1 } : null }),
      ),
  );

test('a plan written to a file, read into a draft that says something else, and written again is the same file', () => {
  fc.assert(
    fc.property(plans, plans, (plan, other) => {
      const text = textOf(plan);
      const before = facts({ working: { ...facts().working, content: other } });
      const imported = importDraft(before, read(text), ON_FILE);
      expect(imported).toMatchObject({ ok: true, value: { leftOut: { sources: 0, advice: 0, setting: 0 } } });
      if (imported.ok) expect(textOf(imported.value.working.content)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('each part of the draft that a file changes moves on, so that whoever is writing it is told, and no other part does', () => {
  const imported = importDraft(facts(), read(textOf(aDraft({ a1: 'Another history' }))), ON_FILE);
  if (!imported.ok) throw new Error(imported.message);
  const { versions } = imported.value.working;
  expect(versions).toEqual({ ...facts().working.versions, A1: 2 });
});

test('what is no plan is told so: other JSON, a spreadsheet, an empty file, a Word file', () => {
  for (const text of [
    '{}',
    '[]',
    'null',
    '"plan"',
    '',
    'name,born\r\n',
    'PK\u0003\u0004',
    '['.repeat(100_000),
  ])
    expect(readPlanText(text)).toMatchObject({ ok: false, message: expect.stringContaining('not a plan') });
});

const SPEECH = ['content', 'areas', 'communication and interaction'] as const;

test('a version or a template this service does not read is named, with the one it does', () => {
  expect(refusalOf(['formatVersion'], 7)).toBe(
    'This file is in version ‘7’ of the plan format. Save it again in version 1, the one this service reads',
  );
  expect(refusalOf(['template'], 'dfe-ehc-plan-2031')).toContain('‘dfe-ehc-plan-2031’');
});

test('ten thousand rows are refused before any is read', () => {
  const needs = Array.from({ length: 10_000 }, (_, at) => aNeed(10_000 + at));
  expect(refusalOf(['content', 'areas', 'health', 'needs'], needs)).toContain('check that it is one plan');
});

test('a control character, an override of direction and half a character are refused by where they are', () => {
  for (const unseen of ['\u0000', '\u0007', '\u001b[2J', '\u202eevil', '\ud800'])
    expect(refusalOf([...SPEECH, 'provisions', 0, 'who'], `A teacher${unseen}`)).toBe(
      'Communication and interaction, provision 1, who: take out the control characters, which cannot be seen or printed',
    );
  expect(refusalOf(['content', 'a1'], 'two\r\nlines\tand a tab')).toBe('nothing');
});

test('a field that is missing, unknown or not what it should be is named where it is', () => {
  expect(refusalOf(['content', 'areas', 'health', 'strengths'], undefined)).toBe(
    'Health, strengths: this is missing, or is not text',
  );
  expect(refusalOf(['status'], 'final')).toBe('The file: take out ‘status’, which version 1 does not have');
  expect(refusalOf(['content', 'personalDetails', 'dateOfBirth'], '2017-02-30')).toBe(
    'Personal details, date of birth: enter a real date written YYYY-MM-DD',
  );
  expect(refusalOf(['content', 'a1'], 'x'.repeat(20_001))).toContain('20,000 characters or fewer');
});

test('a link that leads nowhere, and two rows with one identifier, are refused', () => {
  expect(refusalOf([...SPEECH, 'needs'], [])).toContain('a link leads to a row');
  expect(refusalOf(['content', 'areas', 'health'], anArea(1, 'G'))).toContain('a row in another area');
});

test('a draft in which a setting is named is refused', () => {
  expect(refusalOf(['content', 'sectionI'], AT_FERNTON)).toContain('Section I');
});

test('another child’s plan is refused, whoever shares their name or their birthday', () => {
  const { personalDetails } = aDraft();
  const other = (changes: Partial<typeof personalDetails>) =>
    importDraft(
      facts(),
      read(textOf(aDraft({ personalDetails: { ...personalDetails, ...changes } }))),
      ON_FILE,
    );
  for (const changes of [
    { forename: 'Ashraf' },
    { surname: 'Sample' },
    { dateOfBirth: plainDate('2017-05-05') },
  ])
    expect(other(changes)).toMatchObject({ ok: false, message: expect.stringContaining('not this child’s') });
  for (const changes of [{ forename: 'ÁSHA' }, { surname: 'exam ple' }]) expect(other(changes).ok).toBe(true);
});

test('what a file cites that is not on this child’s file is left out and counted, and Section I stays empty', () => {
  const elsewhere = { ...aNeed(1), sources: [{ adviceId: anId(901), page: 1 }, { citationId: anId(602) }] };
  const areas = { ...emptyAreas(), health: { ...anArea(1, 'G'), needs: [elsewhere] } };
  const [entry] = aDraft().advice;
  if (entry === undefined) throw new Error('the example has advice');
  const file = read(textOf(aDraft({ areas, advice: [{ ...entry, adviceId: anId(901) }] })));
  const version = { kind: 'final', number: 1, issuedOn: plainDate('2026-04-01'), officer: 'Lee' } as const;
  const final = { ...file, version, content: { ...file.content, sectionI: AT_FERNTON } };
  const imported = importDraft(facts(), final, ON_FILE);
  if (!imported.ok) throw new Error(imported.message);
  const { working, leftOut } = imported.value;
  expect(working.content).toMatchObject({ sectionI: null, advice: aDraft().advice });
  expect(working.content.areas.health.needs).toMatchObject([{ sources: [] }]);
  expect(sayLeftOut(leftOut)).toEqual([
    '2 citations of advice or reports that this child’s file does not have',
    '1 row of Section K: it lists the advice of this assessment',
    'Section I: a draft names no setting',
  ]);
});

test('a contact who is not on this child’s file comes without who they are on another', () => {
  const [contact] = aDraft().mainContacts;
  if (contact === undefined) throw new Error('the example has a contact');
  const file = read(textOf(aDraft({ mainContacts: [{ ...contact, personId: anId(801) }] })));
  const imported = importDraft(facts(), file, ON_FILE);
  expect(imported).toMatchObject({ value: { working: { content: { mainContacts: [{ personId: null }] } } } });
});

test('a draft with the family is not replaced, nor a final plan; a family has no file of a draft not served', () => {
  const file = read(textOf(aDraft()));
  expect(importDraft(served(), file, ON_FILE)).toMatchObject({
    ok: false,
    message: expect.stringContaining('Start a new draft'),
  });
  const again = { ...served(), redraftingSince: plainDate('2026-03-05') };
  expect(importDraft(again, file, ON_FILE).ok).toBe(true);
  expect(familyVersion(facts())).toBeNull();
  expect(familyVersion(served())?.version).toEqual({ kind: 'draft', number: 1 });
});

test('a file for a reader who may not know of a report has no trace of it', () => {
  const sources = [{ citationId: CITATION.id }, { adviceId: EP_ADVICE, page: 3 }];
  const areas = { ...emptyAreas(), health: { ...anArea(1, 'G'), needs: [{ ...aNeed(1), sources }] } };
  const known = citingOnly(aDraft({ areas }), [CITED]);
  expect(known.areas.health.needs[0]?.sources).toEqual(sources);
  const unknown = citingOnly(aDraft({ areas }), []);
  expect(unknown.areas.health.needs[0]?.sources).toEqual([{ adviceId: EP_ADVICE, page: 3 }]);
  expect(JSON.stringify(unknown)).not.toContain(CITATION.id);
});
