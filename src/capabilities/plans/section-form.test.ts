import { expect, test } from 'vitest';
import { canonicalJson } from './changes.ts';
import { aDraft } from './examples.ts';
import { isBlank, readSection, sectionFields, typedOf } from './section-form.ts';
import { sectionOfSlug, slugOf } from './section-titles.ts';
import { EDITABLE_SECTIONS, firstVersions, replaceSection } from './sections.ts';

test.each(EDITABLE_SECTIONS)('%s, shown in its form and sent back as it was, is not changed', (section) => {
  const content = aDraft();
  const edit = readSection(section, typedOf(section, content), content);
  if (!edit.ok) throw new Error(edit.message);
  const saved = replaceSection({ content, versions: firstVersions() }, edit.value, 1);
  if (!saved.ok) throw new Error(saved.message);
  expect(canonicalJson(saved.value.content)).toBe(canonicalJson(content));
});

test.each(EDITABLE_SECTIONS)('every box of %s is one that its form reads', (section) => {
  const content = aDraft();
  const boxes = Object.keys(typedOf(section, content)).map((name) => name.replace(/-(day|month|year)$/, ''));
  const asked = sectionFields(section, content).map(({ name }) => name);
  for (const box of boxes.filter((name) => name !== 'dateOfBirth' || section === 'personal details')) {
    expect(asked).toContain(box);
  }
});

test.each(EDITABLE_SECTIONS)('%s has an address of its own', (section) => {
  expect(sectionOfSlug(slugOf(section))).toBe(section);
});

test('a date of birth that is not a day is refused, naming its box', () => {
  const content = aDraft();
  const typed = { ...typedOf('personal details', content), 'dateOfBirth-month': '13' };
  expect(readSection('personal details', typed, content)).toMatchObject({ ok: false, field: 'dateOfBirth' });
});

test('a contact given another name is no longer the person on the file', () => {
  const content = aDraft();
  const typed = { ...typedOf('main contacts', content), 'contact1-name': 'Somebody Else' };
  const edit = readSection('main contacts', typed, content);
  expect(edit).toMatchObject({ ok: true, value: { value: [{ personId: null, name: 'Somebody Else' }] } });
});

test('a section in which nothing is written is said to be blank', () => {
  const content = aDraft({ a1: '', directPayments: null });
  expect([isBlank('A1', content), isBlank('J', content), isBlank('health', content)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(isBlank('communication and interaction', content)).toBe(false);
});
