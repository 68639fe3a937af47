import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, anId } from '../examples.ts';
import type { PlanView } from '../rendering/index.ts';
import { planSections } from '../rendering/sections.ts';
import { writeCsv } from './csv.ts';
import { filledIn, marked } from './examples.ts';
import { NOTICE } from './frame.ts';
import { type Language, languageOf } from './languages.ts';
import { standingOf } from './matching.ts';
import { type Piece, piecesOf, saidIn } from './pieces.ts';
import { readTranslatorsFile } from './reading.ts';
import { checkReturned, urnOf } from './returned.ts';
import { writeXliff } from './xliff.ts';

/* A translator's file, written, translated and read back: in both its forms, and when it is not as it should be. */

const content = { ...aDraft(), sectionI: AT_FERNTON };
const view: PlanView = {
  authority: { name: 'Wexcombe' },
  reference: 'FN-2026-0001',
  version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
  content,
  layout: 'sections',
  citations: [],
};
const pieces = piecesOf(saidIn(planSections(view), content), NOTICE);
const [VERSION, EARLIER] = [anId(1), anId(2)];

function known(tag: string): Language {
  const language = languageOf(tag);
  if (language === undefined) throw new Error(`no such language: ${tag}`);
  return language;
}
const polish = known('pl');

function written(of: readonly Piece[] = pieces) {
  const rows = standingOf(of, []);
  return { of: urnOf(VERSION), stamp: 'Final plan, version 1', language: polish, rows };
}

/** What reading a file comes to: the translation, or what is wrong with it. */
function read(text: string, changes: { of?: readonly Piece[]; language?: Language } = {}) {
  const file = readTranslatorsFile(Buffer.from(text));
  if (!file.ok) return { refused: file.message };
  const { of = pieces, language = polish } = changes;
  const checked = checkReturned(file.value, { versionId: VERSION, earlier: [EARLIER], language, pieces: of });
  return checked.ok ? { rows: checked.value } : { problems: checked.problems };
}

const xliff = writeXliff(written());
const done = filledIn(xliff, marked);

test('each part of the plan is in the file once, a row by its identity, and nothing that says where somebody lives or is reached', () => {
  const keys = pieces.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain(`row.${anId(2)}.support-required`);
  expect(keys).toContain(`row.${anId(1)}.need`);
  expect(keys.filter((key) => !/^[A-Za-z0-9._-]+$/.test(key))).toEqual([]);
  const said = pieces.map(({ english }) => english).join('\n');
  for (const wanted of [
    'Section F: Special educational provision required',
    '3 times a week in term time',
    NOTICE,
  ])
    expect(said).toContain(wanted);
  for (const unwanted of ['robin@example.org', '01632 960001', '1 Example Row', '4 May 2017', 'Lee Invented'])
    expect(said).not.toContain(unwanted);
});

test('what a translator writes is read back word for word against the part it is of, in XLIFF and in a spreadsheet', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
      .trim(),
  );
  const english = fc.constantFrom('A need', '=1+1', '-2 and "more"', 'Line one\nline two', '<b>&amp;</b>');
  fc.assert(
    fc.property(fc.array(fc.tuple(english, words), { minLength: 1, maxLength: 8 }), (texts) => {
      fc.pre(texts.some(([, text]) => text !== ''));
      const of = texts.map(([text], nth) => ({ key: `row.${nth}`, english: text, where: 'F1' }));
      const rows = texts.map(([text], nth) => ({
        ...of[nth],
        key: `row.${nth}`,
        english: text,
        where: 'F1',
      }));
      const translations = rows.map((row, nth) => ({
        ...row,
        words: texts[nth]?.[1] || null,
        outOfDate: false,
      }));
      for (const write of [writeXliff, writeCsv]) {
        const back = read(write({ ...written(of), rows: translations }), { of });
        const got = 'rows' in back ? back.rows?.map(({ key, words: text }) => [key, text]) : back;
        expect(got).toEqual(
          translations.flatMap(({ key, words: text }) => (text === null || text === '' ? [] : [[key, text]])),
        );
      }
    }),
    { examples: [[[['A need', "'-"]]], [[['=1+1', "''=2"]]]] },
  );
});

test('a spreadsheet that writes semicolons, and one that wraps its lines otherwise, is read the same', () => {
  const rows = standingOf(pieces, []).map((row) => ({ ...row, words: 'słowa' }));
  const csv = writeCsv({ ...written(), rows });
  const lines: string[][] = parse(csv, { bom: true });
  const quoted = lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
  const semicolons = quoted.join('\n');
  expect(read(semicolons)).toEqual(read(csv));
  expect(read(done.replace('>Speaks warmly of', '>Speaks\n   warmly of'))).toEqual(read(done));
});

test('what a translator’s software keeps beside the words is not taken for them', () => {
  const beside = `<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#m"><source>Old</source><target>Stare</target></mtc:match></mtc:matches><notes>`;
  const noted = done.replaceAll('<notes><note category="where">', `${beside}<note category="where">`);
  expect(read(noted)).toEqual(read(done));
  const annotated = done.replaceAll(
    /<target xml:space="preserve">([^<]+)</g,
    '<target><mrk id="m1" type="comment">$1</mrk><',
  );
  expect(read(annotated)).toEqual(read(done));
});

test('a file of an earlier version, another plan or another language is refused by name', () => {
  const problem = (text: string, language = polish) => {
    const back = read(text, { language });
    return 'problems' in back ? back.problems?.map(({ why }) => why) : back;
  };
  expect(problem(done.replace(VERSION, EARLIER))).toEqual([expect.stringContaining('earlier version')]);
  expect(problem(done.replace(VERSION, anId(3)))).toEqual([
    expect.stringContaining('not a translator’s file of this plan'),
  ]);
  expect(problem(done, known('ur'))).toEqual([expect.stringContaining('not Urdu (‘ur’)')]);
  expect(problem(xliff)).toEqual(['Nothing in it is translated yet']);
});

const UNIT = /<unit id="(row\.[^"]+support-required)">[\s\S]*?<\/unit>/;

test.each([
  ['a row is missing', done.replace(UNIT, ''), 'This row is not in the file'],
  [
    'a row is not of the plan',
    done.replace(
      '</file>',
      '<unit id="row.x"><segment><source>X</source><target>X</target></segment></unit></file>',
    ),
    'The plan has no such row',
  ],
  ['a row is there twice', done.replace(UNIT, '$&$&'), 'in the file twice'],
  [
    'the English was changed',
    done.replace('>3 times a week', '>5 times a week'),
    'The English words were changed',
  ],
  [
    'an override of direction is in it',
    done.replace('«3 times', '\u202e«3 times'),
    'turn the direction of the words',
  ],
  [
    'it is far too long',
    done.replace('«3 times', `${'a'.repeat(20_001)}«3 times`),
    'Shorten the translation to 20,000',
  ],
])('where %s the whole file is refused, and says which part', (_, text, why) => {
  expect(text).not.toBe(done);
  const back = read(text);
  expect('problems' in back ? back.problems : back).toEqual([
    { where: expect.stringMatching(/F1|Row ‘row.x’/), why: expect.stringContaining(why) },
  ]);
});

test('everything that is wrong is said at once', () => {
  const back = read(
    done
      .replace(UNIT, '')
      .replace('>3 times a week', '>5 times a week')
      .replace('«Two parts', '\u2066«Two parts'),
  );
  expect('problems' in back ? back.problems : back).toHaveLength(3);
});

test.each([
  [
    'a document type with entities',
    done.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'),
    'document type',
  ],
  ['an entity nobody declared', done.replace('«3 times', '&secret;«3 times'), 'not well-formed'],
  ['a control character', done.replace('«3 times', '\u0007«3 times'), 'not well-formed'],
  ['XML cut off', done.slice(0, done.length / 2), 'not well-formed'],
  ['formatting among the words', done.replace('«3 times', '<ph id="1"/>«3 times'), 'formatting'],
  ['a thousand elements deep', `${done.slice(0, -10)}${'<a>'.repeat(1000)}`, 'larger than a plan'],
  ['another kind of XML', '<html><body/></html>', 'not XLIFF 2.1'],
  ['an older XLIFF', done.replace('version="2.1"', 'version="1.2"'), 'not XLIFF 2.1'],
  ['two files in one', done.replace('</file>', '</file><file id="b" original="x"/>'), 'several files'],
  ['no CSV of ours', 'a,b\r\n1,2\r\n', 'name the columns key, where, english, translation'],
  [
    'a CSV that lost its first line',
    'key,where,english,translation\r\nrow.1,F1,A,B\r\n',
    'has lost the line ‘file’',
  ],
  ['quotation marks that do not match', 'key,where,english,translation\r\n"file', 'quotation marks'],
])('%s is refused in plain words', (_, text, why) => {
  expect(read(text)).toEqual({ refused: expect.stringContaining(why) });
});

test('letters of another encoding are refused, not guessed', () => {
  const back = readTranslatorsFile(Buffer.from([0x6b, 0xe9, 0x79]));
  expect(back).toMatchObject({ ok: false, message: expect.stringContaining('UTF-8') });
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(done, 'utf16le')]);
  expect(readTranslatorsFile(wide)).toEqual(readTranslatorsFile(Buffer.from(done)));
});
