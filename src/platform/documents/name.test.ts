import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachment, safeName } from './name.ts';

const TEXT = { endings: ['txt', 'csv'] } as const;
const PDF = { endings: ['pdf'] } as const;

test.each([
  ['report.pdf', 'report.pdf'],
  ['REPORT.PDF', 'REPORT.pdf'],
  ['C:\\Users\\someone\\Desktop\\report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['setup.exe', 'setup.exe.pdf'],
  ['', 'document.pdf'],
  ['...', 'document.pdf'],
  ['.pdf', 'document.pdf'],
  ['two\r\nlines.pdf', 'twolines.pdf'],
  ['a"quoted"; name.pdf', 'a quoted ; name.pdf'],
])('the name %j is shown as %j', (given, shown) => {
  expect(safeName(given, PDF)).toBe(shown);
});

test('marks that turn text round are taken out, and letters of other scripts stay', () => {
  expect(safeName('invoice\u202Efdp.exe', PDF)).toBe('invoicefdp.exe.pdf');
  expect(safeName('تقرير المدرسة.pdf', PDF)).toBe('تقرير المدرسة.pdf');
  expect(safeName('Siân’s ☀ rapport.pdf', PDF)).toBe('Siân’s ☀ rapport.pdf');
});

test('a page or program that is only text is named as text', () => {
  expect(safeName('page.html', TEXT)).toBe('page.html.txt');
  expect(safeName('marks.csv', TEXT)).toBe('marks.csv');
});

test('whatever the name, it is short, has one safe ending, no folder and no control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = safeName(given, PDF);
      expect(name.isWellFormed()).toBe(true);
      expect([...name].length).toBeLessThanOrEqual(130);
      expect(name).toMatch(/[^.]\.pdf$|document\.pdf$/);
      expect(name).not.toMatch(/[\\/\p{Cc}\u202a-\u202e\u2066-\u2069"]/u);
    }),
  );
});

test('whatever the name, the header is one line of plain characters from which the name can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
      const name = safeName(given, PDF);
      const header = attachment(name);
      expect(header).toMatch(/^attachment; filename="[^"\\%;]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name);
    }),
  );
});

test('a name in Arabic has a plain stand-in for old programs, and is sent whole to the rest', () => {
  expect(attachment('تقرير.pdf')).toBe(
    'attachment; filename="_____.pdf"; filename*=UTF-8\'\'%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf',
  );
});
