import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.ts';
import { Button, Filter, IdentityBar, Messages, SubNavigation, Timeline } from './index.ts';

const SHOWN = {
  'identity-bar': <IdentityBar actions={<Button>Add a note</Button>}>Robin Ellery</IdentityBar>,
  'sub-navigation': <SubNavigation items={[{ href: '/a', text: 'Summary', active: true }]} />,
  timeline: (
    <Timeline
      items={[{ label: 'Decided', byline: 'Sam', datetime: plainDate('2026-02-03'), text: 'To assess' }]}
    />
  ),
  filter: (
    <Filter
      selectedFilters={{
        clearLink: { href: '/all' },
        categories: [{ heading: 'Stage', items: [{ href: '/all', text: 'Overdue' }] }],
      }}
    >
      fields
    </Filter>
  ),
  messages: (
    <Messages
      items={[
        {
          id: '1',
          text: 'Hello',
          type: 'received',
          sender: 'Morgan',
          timestamp: new Date('2026-07-01T23:30:00Z'),
        },
        { id: '2', text: 'Hello', type: 'sent', sender: 'Sam', timestamp: new Date('2026-07-02T09:00:00Z') },
      ]}
    />
  ),
};

// MoJ Frontend publishes no fixtures, so each template in the installed package is read for the classes it sets.
describe.each(Object.entries(SHOWN))('%s', (component, shown) => {
  test('has every class that the published template has, and no other of MoJ’s', () => {
    expect(mojClasses(renderToString(shown))).toEqual(mojClasses(template(component)));
  });
});

function template(component: string): string {
  const require = createRequire(import.meta.url);
  return readFileSync(
    require.resolve(`@ministryofjustice/frontend/moj/components/${component}/template.njk`),
    'utf8',
  )
    .replace(/\{#[\s\S]*?#\}/g, '')
    .replace(/\{\{-? ?"[^"]*" ?\+[^}]*\}\}/g, '');
}

function mojClasses(markup: string): string[] {
  const names = [...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/\s+/));
  // A class with a variable in it is compared by what stands before the variable.
  const known = names.map((name) => name.replace(/\{\{.*|(?<=--)(sent|received)$/, ''));
  return [...new Set(known.filter((name) => name.startsWith('moj-')))].sort();
}

test('the part of the file that is open is marked', () => {
  expect(renderToString(SHOWN['sub-navigation'])).toContain('aria-current="page"');
});

test('each day of a conversation is named once, as it was in England', () => {
  const html = renderToString(SHOWN.messages);
  expect(html.match(/moj-message-list__date/g)).toHaveLength(1);
  expect(html).toContain('datetime="2026-07-02">2 July 2026<');
  expect(html).toContain('>12:30am<');
});

test('a timeline says an instant as it was in England, and a day as a day', () => {
  expect(renderToString(SHOWN.timeline)).toContain('<time datetime="2026-02-03">3 February 2026</time>');
  const recorded = <Timeline items={[{ label: 'Signed', datetime: new Date('2026-07-01T16:05:00Z') }]} />;
  expect(renderToString(recorded)).toContain('1 July 2026 at 5:05pm');
});
