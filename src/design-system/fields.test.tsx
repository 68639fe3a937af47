import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.ts';
import { DateField, ErrorSummary, errorFor, Form, Input, readDate, StackedTable, Textarea } from './index.ts';

describe('a form', () => {
  test('carries the key that makes a second sending harmless, and the version it was filled in from', () => {
    const html = renderToString(
      <Form idempotencyKey="key-1" version={4}>
        <Input name="name" label="Name" />
      </Form>,
    );
    expect(html).toContain('<form method="post" novalidate>');
    expect(html).toContain('name="idempotencyKey" value="key-1"');
    expect(html).toContain('name="version" value="4"');
  });

  test('says that it carries files only where it does', () => {
    expect(renderToString(<Form idempotencyKey="k" files />)).toContain('enctype="multipart/form-data"');
    expect(renderToString(<Form idempotencyKey="k" />)).not.toContain('enctype');
  });
});

describe('errors', () => {
  test('belong to their field, and to no property every object has', () => {
    expect(errorFor({ name: 'Enter a name' }, 'name')).toBe('Enter a name');
    expect(errorFor({ name: 'Enter a name' }, 'constructor')).toBeUndefined();
  });

  test('are summed up in order, each leading to its field', () => {
    const html = renderToString(<ErrorSummary errors={{ name: 'Enter a name', day: 'Enter a day' }} />);
    expect(html).toMatch(/href="#name">Enter a name<.*href="#day">Enter a day</);
  });

  test('are not mentioned when there are none', () => {
    expect(renderToString(<ErrorSummary errors={{}} />)).toBe('');
  });
});

describe('what was typed is shown again', () => {
  test('a line break that comes first in a long answer is kept', () => {
    expect(renderToString(<Textarea name="story" label="Story" value={'\nSecond line'} />)).toContain(
      '>\n\nSecond line</textarea>',
    );
  });

  test('markup is words, not markup', () => {
    expect(renderToString(<Input name="a" label="A" value={'"><script>'} />)).not.toContain('<script>');
  });
});

describe('a date field', () => {
  const field = (props: Partial<Parameters<typeof DateField>[0]>) =>
    renderToString(<DateField name="decided" legend="When was it decided?" {...props} />);

  test('its first box is where the error summary leads', () => {
    expect(field({})).toContain('id="decided" name="decided-day"');
  });

  test('shows the day already known', () => {
    const html = field({ value: plainDate('2026-02-03') });
    for (const value of ['3', '2', '2026']) expect(html).toContain(`value="${value}"`);
  });

  test('shows what was typed rather than what is known, real day or not', () => {
    const html = field({
      value: plainDate('2026-02-03'),
      typed: { 'decided-day': '31', 'decided-month': '2', 'decided-year': '' },
    });
    expect(html).toContain('value="31"');
    expect(html).not.toContain('2026');
  });

  test('marks every box when the whole day is wrong, and one box when only that is', () => {
    const marked = (html: string) => html.match(/govuk-input--error/g)?.length;
    expect(marked(field({ errors: { decided: 'Enter the date of the decision' } }))).toBe(3);
    expect(marked(field({ errors: { 'decided-year': 'The year must be 4 numbers, like 2024' } }))).toBe(1);
  });
});

describe('reading a date', () => {
  const read = (day: string, month: string, year: string) =>
    readDate({ 'd-day': day, 'd-month': month, 'd-year': year }, 'd', 'the date of the decision');

  test.each([
    ['3', '2', '2026'],
    ['03', '02', '2026'],
    [' 3 ', 'February', '2026'],
    ['3', 'feb', '2026'],
  ])('%s %s %s is 3 February 2026', (day, month, year) => {
    expect(read(day, month, year)).toEqual({ ok: true, value: '2026-02-03' });
  });

  test.each([
    ['', '', '', 'd', 'Enter the date of the decision'],
    ['', '2', '2026', 'd', 'The date of the decision must include a day'],
    ['3', '', '', 'd-month', 'The date of the decision must include a month and year'],
    ['30', '2', '2026', 'd', 'The date of the decision must be a real date'],
    ['3', '13', '2026', 'd', 'The date of the decision must be a real date'],
    ['3', '2', '26', 'd-year', 'The year must be 4 numbers, like 2024'],
    ['x', '2', '2026', 'd', 'The date of the decision must be a real date'],
  ])('"%s" "%s" "%s" is refused at %s: %s', (day, month, year, field, message) => {
    expect(read(day, month, year)).toEqual({ ok: false, field, message });
  });

  test('a form without the boxes is an empty date', () => {
    expect(readDate({}, 'd', 'the date')).toEqual({ ok: false, field: 'd', message: 'Enter the date' });
  });
});

test('a stacked table tells each value its column’s name', () => {
  const html = renderToString(
    <StackedTable head={['Child', { text: 'Days', format: 'numeric' }]} rows={[['Robin', 4], false]} />,
  );
  expect(html).toContain('data-label="Child">Robin</td>');
  expect(html).toContain('data-label="Days">4</td>');
});
