import { expect, test } from 'vitest';
import { anArea, facts } from './examples.ts';
import { replaceSection } from './sections.ts';

const { working } = facts();

test('saving a section replaces it alone and raises its version', () => {
  const result = replaceSection(working, { section: 'A1', value: 'A new history' }, 1);
  expect(result).toMatchObject({
    ok: true,
    value: { versions: { A1: 2, A2: 1 }, content: { a1: 'A new history' } },
  });
  expect(result.ok && result.value.content.a2).toBe(working.content.a2);
});

test('saving a section that someone else has saved since is refused', () => {
  const first = replaceSection(working, { section: 'health', value: anArea(50, 'G') }, 1);
  const second = first.ok && replaceSection(first.value, { section: 'health', value: anArea(60, 'G') }, 1);
  expect(second).toMatchObject({ ok: false, field: 'version' });
});

test('two people saving two sections do not collide', () => {
  const first = replaceSection(working, { section: 'A1', value: 'One' }, 1);
  const second =
    first.ok && replaceSection(first.value, { section: 'J', value: { directPayments: null } }, 1);
  expect(second).toMatchObject({ ok: true, value: { content: { a1: 'One' } } });
});

test('five megabytes pasted into a section is refused with what to do', () => {
  const result = replaceSection(working, { section: 'A1', value: 'x'.repeat(5_000_000) }, 1);
  expect(result).toEqual({ ok: false, field: 'A1', message: 'Shorten this to 20,000 characters or fewer' });
});
