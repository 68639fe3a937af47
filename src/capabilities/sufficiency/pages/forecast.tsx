import {
  Button,
  Chart,
  type ChartLine,
  ErrorSummary,
  type FieldErrors,
  InsetText,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { shortOf } from '../as-rows.ts';
import type { Method } from '../backtest.ts';
import type { Ahead, Forecast, Made, Missing, Sources } from '../forecast.ts';
import type { AskedForm } from '../schema.ts';
import { ForecastForm } from './form.tsx';
import { HowSure } from './how-sure.tsx';
import { NotForPublishing, Parts } from './parts.tsx';
import { say, sayFilters } from './words.ts';

export type ForecastProps = {
  page: PageContext;
  form: AskedForm;
  made: Made;
  sources: Sources;
  charts: readonly { title: string; svg: string; lines: readonly ChartLine[] }[] | null;
  compared: readonly { method: Method; years: readonly (number | null)[] }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

const TABLE = 'Each January';

/** Children with plans ten years ahead, and special school places beside them. */
export function ForecastPage({ page, form, made, sources, charts, compared, typed, errors }: ForecastProps) {
  return (
    <Layout title="Children with plans, and places" page={page} errors={errors}>
      <Parts at="/sufficiency" />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Children with plans, and places</h1>
      {made.ok ? <Summary forecast={made.forecast} form={form} /> : <NoForecast missing={made.missing} />}
      <ForecastForm {...{ form, sources, typed, errors }} />
      {made.ok && charts !== null && <Figures {...{ form, charts }} forecast={made.forecast} typed={typed} />}
      <HowSure form={form} compared={compared} />
      <NotForPublishing />
    </Layout>
  );
}

function Summary({ forecast, form }: { forecast: Forecast; form: AskedForm }) {
  const { from, base, years } = forecast;
  const last = years.at(-1);
  const soon = years.at(2);
  if (last === undefined || soon === undefined) return null;
  const narrowed = sayFilters(form);
  return (
    <>
      {narrowed !== '' && <p class="govuk-body">Only: {narrowed}.</p>}
      <p class="govuk-body-l">
        {say(base)} children had a plan in January {from}. The forecast is {say(soon.children)} in {soon.year}{' '}
        and {say(last.children)} in {last.year}
        {last.range !== null && (
          <>
            , and in eight of ten simulated futures between {say(last.range.low)} and {say(last.range.high)}
          </>
        )}
        .
      </p>
      <p class="govuk-body">
        {say(soon.special)} of those in {soon.year} would be in special schools, if as many are as today.
        There {Math.round(soon.places) === 1 ? 'is 1 place' : `are ${say(soon.places)} places`} in the
        authority’s area{soon.added > 0 ? `, and ${say(soon.added)} with what might be opened` : ''}:{' '}
        {sayShort(soon)}.
      </p>
    </>
  );
}

function sayShort(one: Ahead): string {
  const short = shortOf(one);
  if (short === 0) return 'as many as are needed';
  return short > 0 ? `${say(short)} too few` : `${say(-short)} more than are needed`;
}

const WHY = {
  'no counts':
    'No counts of earlier years are held for this authority. Whoever runs the service imports the Department’s release of education, health and care plans, with “opensend sufficiency import”.',
  'no ages':
    'No count by age is held for this authority, and it was first published for January 2024. Import a later release, or choose a method that looks at totals.',
  'too few years':
    'This method needs counts of more years than are held, two in turn at least. Choose another, or import the Department’s release.',
} as const satisfies Readonly<Record<Missing, string>>;

function NoForecast({ missing }: { missing: Missing }) {
  return (
    <InsetText>
      There is no forecast. {WHY[missing]} Children today and places are known without it.
    </InsetText>
  );
}

type FiguresProps = Pick<ForecastProps, 'form' | 'typed'> & {
  forecast: Forecast;
  charts: NonNullable<ForecastProps['charts']>;
};

function Figures({ forecast, charts, form, typed }: FiguresProps) {
  const ranged = forecast.years.some(({ range }) => range !== null);
  return (
    <>
      <div class="opensend-charts">
        {charts.map((chart) => (
          <Chart
            key={chart.title}
            {...chart}
            table={TABLE}
            band={ranged ? 'Eight in ten simulated futures' : undefined}
          />
        ))}
      </div>
      <StackedTable
        caption={TABLE}
        captionClasses="govuk-table__caption--m"
        head={HEAD}
        rows={forecast.years.map((one) => rowOf(one, form))}
      />
      <Button href={`/sufficiency.csv${addressOf(typed)}`} classes="govuk-button--secondary">
        Download (CSV)
      </Button>
    </>
  );
}

const right = (text: string) => ({ text, format: 'numeric' });
const HEAD = [
  'January',
  right('Children'),
  right('Range'),
  right('In special schools'),
  right('Range in special schools'),
  right('Places'),
  right('Too few (−) or spare'),
];

function rowOf(one: Ahead, form: AskedForm) {
  const range = (of: Ahead['range']) => (of === null ? 'None' : `${say(of.low)} to ${say(of.high)}`);
  const places =
    form.places === undefined || one.added === 0 ? say(one.places) : `${say(one.places)} + ${say(one.added)}`;
  const short = shortOf(one);
  return [
    String(one.year),
    right(say(one.children)),
    right(range(one.range)),
    right(say(one.special)),
    right(range(one.specialRange)),
    right(places),
    right(short > 0 ? `−${say(short)}` : say(-short)),
  ];
}

function addressOf(typed: Readonly<Record<string, string>>): string {
  const given = Object.entries(typed).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
