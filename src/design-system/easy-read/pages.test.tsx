import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { assets } from '../assets.ts';
import { aPage } from '../gallery/page.ts';
import { type EasyRead, say } from './content.ts';
import { EasyReadPage } from './page.tsx';
import { PICTURES } from './pictures.ts';

const content: EasyRead = {
  title: 'Your plan',
  sections: [
    { blocks: [{ picture: 'a paper', lines: [say`Your plan is about ${'<b>نور</b>'}.`] }] },
    { blocks: [{ picture: 'a letter', lines: ['We send you the plan.'], quote: 'As\nI wrote it' }] },
  ],
};
const html = (tested: { on: string; by: string } | null = null) =>
  renderToString(
    <EasyReadPage
      page={aPage({ easyRead: { reading: true, href: '/x', twinned: true, to: (href) => href, tested } })}
      content={content}
    />,
  );

test('a hard word is explained once, where it first stands', () => {
  expect(html().match(/It says what help a child must get/g)).toHaveLength(1);
  expect(html()).toContain('<strong>plan</strong>');
});

test('a name keeps its own direction and is never markup', () => {
  expect(html()).toContain('<bdi>&lt;b>نور&lt;/b></bdi>');
});

test('the foot says whose pictures they are, and whether anyone has tested the words', () => {
  expect(html().replace(/<[^>]+>/g, '')).toContain('The pictures are from OpenMoji, CC BY-SA 4.0.');
  expect(html()).toContain('have not tested this page yet');
  expect(html({ on: '3 March 2026', by: 'Wexcombe People First' })).toContain(
    'Wexcombe People First tested our Easy Read on 3 March 2026.',
  );
});

test('each picture on the list is served for ever, and no other', () => {
  const served = assets().filter(({ url }) => url.includes('openmoji'));
  expect(served.map(({ url }) => url)).toEqual(PICTURES.map(({ url }) => url));
  expect(served.every(({ immutable, contentType }) => immutable && contentType === 'image/svg+xml')).toBe(
    true,
  );
  // What the pages’ own security policy would not let through.
  for (const { body } of served) expect(String(body)).not.toMatch(/<script|<style|style=|href=|on\w+=/);
});
