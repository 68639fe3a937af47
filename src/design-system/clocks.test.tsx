import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.ts';
import { DeadlineTag, DefinitionClock } from './index.ts';

const due = plainDate('2026-03-10');
const tag = (today: string, doneOn?: string) =>
  renderToString(
    <DeadlineTag
      due={due}
      today={plainDate(today)}
      doneOn={doneOn === undefined ? null : plainDate(doneOn)}
    />,
  );

test.each([
  ['2026-03-02', 'Due in 8 days', 'blue'],
  ['2026-03-03', 'Due in 7 days', 'yellow'],
  ['2026-03-09', 'Due in 1 day', 'yellow'],
  ['2026-03-10', 'Due today', 'orange'],
  ['2026-03-11', '1 day overdue', 'red'],
  ['2026-03-13', '3 days overdue', 'red'],
])('on %s what is due on 10 March says "%s"', (today, words, colour) => {
  expect(tag(today)).toContain(`>${words}<`);
  expect(tag(today)).toContain(`govuk-tag--${colour}`);
});

test('done on the last day is done in time; the next day is late', () => {
  expect(tag('2026-04-01', '2026-03-10')).toContain('Done in time');
  expect(tag('2026-04-01', '2026-03-11')).toContain('Done 1 day late');
});

const clock = (props: { today: string; doneOn?: string; url?: string }) =>
  renderToString(
    <DefinitionClock
      name="Decide whether to assess"
      due={due}
      today={plainDate(props.today)}
      doneOn={props.doneOn === undefined ? null : plainDate(props.doneOn)}
      why={['Request received on 27 January 2026', '6 weeks: 10 March 2026']}
      provision={{ text: 'SEND Regulations 2014, reg. 5(1)', url: props.url }}
    />,
  );

test('a clock says when, why and by what law', () => {
  const html = clock({
    today: '2026-03-01',
    url: 'https://www.legislation.gov.uk/uksi/2014/1530/regulation/5',
  });
  expect(html).toContain('<time datetime="2026-03-10">10 March 2026</time>');
  expect(html).toContain('<li>Request received on 27 January 2026</li><li>6 weeks: 10 March 2026</li>');
  expect(html).toContain('href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/5"');
});

test('its "why" is told from the others’ when read aloud', () => {
  expect(clock({ today: '2026-03-01' })).toContain(
    'Why this date<span class="govuk-visually-hidden">: Decide',
  );
});

test('only what is undone and past its day is marked overdue', () => {
  expect(clock({ today: '2026-03-11' })).toContain('opensend-clock--overdue');
  expect(clock({ today: '2026-03-10' })).not.toContain('opensend-clock--overdue');
  expect(clock({ today: '2026-03-11', doneOn: '2026-03-11' })).not.toContain('opensend-clock--overdue');
});
