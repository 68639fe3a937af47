import { expect, test } from 'vitest';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { type EasyRead, say } from '../../design-system/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { drawEasyRead } from './easy-read.ts';

const content: EasyRead = {
  title: say`What is happening for ${'Asha'}`,
  sections: [
    { heading: 'Now', blocks: [{ picture: 'a notepad', lines: ['We are writing the plan.'] }] },
    {
      heading: 'What they wrote',
      blocks: [
        { picture: 'a speech bubble', lines: ['This is why.'], quote: '#panic("no") *as typed*\nگلاب' },
      ],
    },
    {
      heading: 'Write to us',
      blocks: [{ picture: 'a letter', lines: ['Write here.'] }],
      form: { action: '/x', key: '', button: 'Send' },
    },
  ],
};
const paper = {
  authority: { name: 'Fernshire' },
  content,
  date: plainDate('2026-03-02'),
  footer: 'Asha',
  tested: null,
};

test('an Easy Read paper is tagged PDF/UA-1, its hard words explained, and says whose pictures it has', async () => {
  const reading = await readPdf(drawEasyRead(paper));
  expect(reading).toMatchObject({ title: 'What is happening for Asha', tagged: true, pdfUaPart: '1' });
  expect(reading.bookmarks).toEqual([
    'What is happening for Asha',
    'Now',
    'What they wrote',
    'How we made this paper',
  ]);
  const text = reading.pages.join(' ').replaceAll('\n', ' ');
  for (const words of [
    'It says what help a child must get.',
    'OpenMoji, CC BY-SA 4.0',
    'have not tested this paper yet',
    '#panic("no") *as typed*',
  ])
    expect(text).toContain(words);
});

test('a form is left off a paper, and who tested the words is said', async () => {
  const tested = { on: '1 March 2026', by: 'Fernshire People First' };
  const text = (await readPdf(drawEasyRead({ ...paper, tested }))).pages.join(' ').replaceAll('\n', ' ');
  expect(text).not.toContain('Write here.');
  expect(text).toContain('Fernshire People First tested our Easy Read on 1 March 2026.');
});
