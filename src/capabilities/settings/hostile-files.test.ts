import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { importRegister } from './import-store.ts';
import { aFile, anEstablishment, csv, GIAS_COLUMNS } from './register-examples.ts';

/* Whatever is wrong with a file is one line that says what to do, and the register stays as it was. */

const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);
const good = csv([GIAS_COLUMNS, anEstablishment(940_001), anEstablishment(940_002)]);

beforeAll(async () => {
  await ownerPool().query('delete from settings where urn between 940000 and 949999');
});

async function refusedWith(file: string, why: string) {
  await expect(load(file)).rejects.toThrow(why);
  await expect(load(file)).rejects.not.toThrow('\n');
  const { rows } = await ownerPool().query(
    'select count(*)::int as count from settings where urn between 940000 and 949999',
  );
  expect(rows[0].count).toBe(0);
}

test.each<[string, string | Buffer, string]>([
  ['nothing', '', 'it is empty'],
  ['a header alone', csv([GIAS_COLUMNS]), 'it holds a header and no rows'],
  ['blank lines alone', '\r\n\r\n,,,\r\n', 'it holds no header'],
  ['another header', 'a,b,c\n1,2,3\n', 'not the header of a register this service knows'],
  ['no header', csv([anEstablishment(940_001)]), 'not the header of a register this service knows'],
  ['plain words', 'Dear Sir,\nI am writing to you.\n', 'not the header of a register this service knows'],
  [
    'a column too few',
    good.replace('"SEN1 (name)",', ''),
    'a GIAS extract file without the column SEN1 (name)',
  ],
  [
    'a column under another name',
    good.replace('"EstablishmentName"', '"Establishment"'),
    'a GIAS extract file without the column EstablishmentName',
  ],
  [
    'rows of another file',
    csv([GIAS_COLUMNS, ['1', '2'], ['3', '4']]),
    'none of its 2 rows can be used: line 2, it has 2',
  ],
  ['a NUL byte', good.replace('940002', '94\u00002'), 'line 3 holds a NUL byte'],
  ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'it is UTF-16'],
  ['a spreadsheet', Buffer.from('504b0304140006', 'hex'), 'a zip file or a spreadsheet'],
  [
    'UTF-8 by its mark and not by its bytes',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good), Buffer.from([0xe9, 0x0a])]),
    'it says that it is UTF-8 and is not',
  ],
  ['half a row at its end', good.slice(0, -2 - 10 * 3), 'it breaks off in line 3: fetch it again'],
  [
    'half a quotation at its end',
    good.slice(0, good.lastIndexOf('Invented') + 4),
    'it breaks off inside quotation marks',
  ],
  ['quotation marks that do not match', good.replace('"Wexcombe"', '"Wex"combe"'), 'cannot be read as CSV'],
  ['a line of two megabytes', good + 'x'.repeat(2 * 1024 * 1024), 'line 4 is longer than 1 MB'],
  ['a row of many lines that never ends', `${good}"${'x\n'.repeat(700_000)}`, 'a row longer than 1 MB'],
])('a file of %s is refused and changes nothing', async (_what, content, why) => {
  await refusedWith(await aFile(content), why);
});

test('what is not there, and what is a folder, is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-register-'));
  await refusedWith(join(folder, 'none.csv'), 'there is no such file');
  await refusedWith(folder, 'it is not a file');
});

test('a file that goes wrong after thousands of good rows leaves none of them', async () => {
  const rows = Array.from({ length: 3000 }, (_, place) => anEstablishment(940_001 + place));
  await refusedWith(await aFile(`${csv([GIAS_COLUMNS, ...rows])}"943001,"broken`), 'cannot be read as CSV');
});
