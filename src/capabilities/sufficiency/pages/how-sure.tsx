import { StackedTable } from '../../../design-system/index.ts';
import type { Method } from '../backtest.ts';
import { defaultMethod, ONE_STEP, ONE_STEP_FROM, ONE_YEAR, THREE_YEARS, WITHIN } from '../evidence.ts';
import { RELEASE, TREND_WORDS } from '../method-words.ts';
import { TREND_METHODS } from '../methods.ts';
import { type AskedForm, WAYS } from '../schema.ts';
import { methodName, say } from './words.ts';

type Props = { form: AskedForm; compared: readonly { method: Method; years: readonly (number | null)[] }[] };

/** How each method works, what each comes to, and how far off each was when it was tried. */
export function HowSure({ form, compared }: Props) {
  const chosen = WAYS[form.way].method;
  const best = defaultMethod();
  return (
    <>
      <h2 class="govuk-heading-m">How sure is this?</h2>
      <p class="govuk-body">
        The page opens with the method that was least far off when all five were tried:{' '}
        {lower(methodName(best))}. That was one step of one year, from January {ONE_STEP_FROM}, for{' '}
        {ONE_STEP.forecasts} authorities, since ages were not published before. It says little of ten years:
        over three, only methods that look at totals could be tried, and they were off by{' '}
        {lowest(THREE_YEARS.percent)}% at best.
      </p>
      <StackedTable
        caption="All children by each method, and how far off each was"
        captionClasses="govuk-table__caption--m"
        head={HEAD}
        rows={compared.map(({ method, years }) => [
          `${methodName(method)}${method === chosen ? ' (shown)' : ''}`,
          ...years.map((count) => right(count === null ? 'Not known' : say(count))),
          right(percent(ONE_STEP.percent[method])),
          right(method === 'by age' ? 'Not tried' : percent(ONE_YEAR.percent[method])),
          right(method === 'by age' ? 'Not tried' : percent(THREE_YEARS.percent[method])),
        ])}
      />
      <Working />
    </>
  );
}

const right = (text: string) => ({ text, format: 'numeric' });
const HEAD = [
  'Method',
  right('In 1 year'),
  right('In 3 years'),
  right('In 10 years'),
  right(`Off by, ${ONE_STEP_FROM} to ${ONE_STEP_FROM + 1}`),
  right('Off by, 1 year'),
  right('Off by, 3 years'),
];

function Working() {
  return (
    <>
      <h3 class="govuk-heading-s">How it is worked out</h3>
      <p class="govuk-body">
        <strong>By age:</strong> of those of each age who have a plan one January, some have none by the next,
        the rest are a year older, and others have joined. Each share is the authority’s own from its last
        published year, drawn towards all authorities’ where few children are behind it. As many join every
        year as joined in the last: growth of new plans is not in the forecast, it is in the range.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {TREND_METHODS.map((method) => (
          <li key={method}>
            <strong>{TREND_WORDS[method].name}:</strong> {TREND_WORDS[method].how}.
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <strong>The range</strong> is where eight of ten simulated futures lie: who stays and leaves by
        chance, and how the number who join has strayed since 2019. It is too narrow: when it was tried,{' '}
        {WITHIN.within} of {WITHIN.tried} authorities lay within it a year on,{' '}
        {Math.round((100 * WITHIN.within) / WITHIN.tried)}%.
      </p>
      <p class="govuk-body">
        <strong>Needs, areas and special schools</strong> are today’s shares of each phase, taken to stay as
        they are. <strong>Places</strong> are those of special schools in the authority’s area that are not
        independent, whoever uses them: what a school says of itself, else what the register has. A school’s
        places are spread evenly over its ages, and counted for every need it provides for.
      </p>
      <p class="govuk-body-s">
        “Off by” is the mean absolute percentage error for every authority in England, from the{' '}
        <a class="govuk-link" href={RELEASE.url}>
          {RELEASE.name}
        </a>
        . Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </>
  );
}

function percent(value: number): string {
  return `${value.toFixed(1)}%`;
}

function lowest(percents: Readonly<Record<string, number>>): string {
  return Math.min(...Object.values(percents)).toFixed(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
