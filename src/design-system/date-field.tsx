import type { PlainDate } from '../shared/plain-date.ts';
import { errorFor, type FieldErrors } from './errors.ts';
import type { Content, Options } from './govuk/content.ts';
import { isOptions } from './govuk/content.ts';
import { DateInput } from './govuk/date-input.tsx';
import type { LegendOptions } from './govuk/fieldset.tsx';

export type DateFieldProps = {
  /** The boxes are sent as `name-day`, `name-month` and `name-year`. */
  name: string;
  legend: Content | LegendOptions;
  hint?: Content | Options;
  /** By `name`, or by `name-month` or `name-year` where only that box is wrong. */
  errors?: FieldErrors | undefined;
  /** What was typed, as it was sent: shown again as it stands, real day or not. */
  typed?: Readonly<Record<string, unknown>> | undefined;
  /** The day already known, where nothing has been typed. */
  value?: PlainDate | null | undefined;
  /** Asks the browser to offer the person's own date of birth. */
  isBirthDate?: boolean | undefined;
};

const PARTS = ['day', 'month', 'year'] as const;

/** A question whose answer is a day. The error summary's link to `name` leads to the first box. */
export function DateField(props: DateFieldProps) {
  const { name, legend, hint, errors, typed, isBirthDate } = props;
  const known = props.value ? splitDay(props.value) : undefined;
  const wrongPart = PARTS.find((part) => errorFor(errors, `${name}-${part}`) !== undefined);
  const error = errorFor(errors, name) ?? (wrongPart && errorFor(errors, `${name}-${wrongPart}`));
  return (
    <DateInput
      id={`${name}-date`}
      fieldset={{ legend: isOptions<LegendOptions>(legend) ? legend : { text: legend } }}
      hint={hint}
      errorMessage={error}
      items={PARTS.map((part) => ({
        name: `${name}-${part}`,
        label: { day: 'Day', month: 'Month', year: 'Year' }[part],
        // The day's box has the question's own id, so that the error summary leads there.
        id: part === 'day' ? name : `${name}-${part}`,
        value: typedText(typed?.[`${name}-${part}`]) ?? known?.[part],
        classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
        ...(error === undefined ? {} : { error: wrongPart === undefined || wrongPart === part }),
        ...(isBirthDate ? { autocomplete: `bday-${part}` } : {}),
      }))}
    />
  );
}

function typedText(typed: unknown): string | undefined {
  return typeof typed === 'string' ? typed : undefined;
}

function splitDay(day: PlainDate): Record<(typeof PARTS)[number], string> {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return { day: String(Number(dayOfMonth)), month: String(Number(month)), year };
}
