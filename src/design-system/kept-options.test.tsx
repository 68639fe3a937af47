import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { KeptOptions, Select, type SelectProps } from './index.ts';

const ITEMS = [
  { value: '', text: 'Any' },
  { value: '1', text: 'St Mary’s <Hill> & co' },
  { value: 2, text: 'Two', disabled: true },
  { text: 'Three' },
];
const drawn = (items: SelectProps['items'], value: SelectProps['value']) =>
  renderToString(<Select name="where" label="Where" items={items} value={value} />);

test('options that are kept are drawn as those that are not, whichever is chosen and however often', () => {
  const kept = new KeptOptions(ITEMS);
  for (const value of ['1', undefined, '1', 2, '2', 'Three', '', null, 'none of them', '1'])
    expect(drawn(kept, value)).toBe(drawn(ITEMS, value));
  expect(drawn(kept, '1')).toContain('<option value="1" selected>St Mary’s &lt;Hill> &amp; co</option>');
});
