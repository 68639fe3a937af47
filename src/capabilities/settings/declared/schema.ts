import { z } from 'zod';
import { optionalDayField } from '../../../platform/http/forms.ts';
import { PARTS, type Part } from './declared.ts';
import { readPrices } from './prices.ts';
import { readPart, type SayingOf } from './saying.ts';
import type { Read, Typed } from './typed.ts';

/** As the form has it of every statement. */
const shared = {
  /** The number of the statement that was looked at; 0 where there was none. */
  version: z.coerce.number().int().min(0).catch(0),
  /** Of what staff were told: the day they were. */
  saidOn: optionalDayField('the day they told you'),
};

const DESCRIBED = {
  places:
    'Of each line n from 1 to 24: need-n, a code like ASD or any; band-n, like “years 7 to 9” or “ages 16 to 19”; places-n; free-n',
  designation: 'needs: codes like ASD with commas between them, or none',
  ages: 'from, to',
  units: 'unit, resourced: places of each, 0 where there is none',
  contact: 'role, email, phone',
  accessibility: 'has: what there is, from the list, with commas between; words',
  therapies: 'has: what there is, from the list, with commas between; words',
  prices:
    'Of each line n from 1 to 24: what-n; amount-n, in pounds; per-n: year, term, week, day, hour or session',
} as const satisfies Record<Part | 'prices', string>;

function formOf<T>(what: Part | 'prices', read: (typed: Typed) => Read<T>) {
  return z
    .object(shared)
    .catchall(z.string())
    .describe(DESCRIBED[what])
    .transform((form, context) => {
      const { version, saidOn, ...typed } = form;
      const said = read(typed);
      if (said.ok) return { version, saidOn, said: said.value };
      for (const [field, message] of Object.entries(said.errors))
        context.addIssue({ code: 'custom', path: [field], message });
      return z.NEVER;
    });
}

/** The form of each part, and of nothing having changed. */
export const partForms = PARTS.map((part) => ({ part, form: formOf(part, sayingOf(part)) }));
export const unchangedForm = z.object(shared);
export const pricesForm = formOf('prices', readPrices);

function sayingOf<P extends Part>(part: P): (typed: Typed) => Read<SayingOf<P>> {
  return (typed) => {
    const read = readPart(part, typed);
    return read.ok ? { ok: true, value: { part, holds: read.value } } : read;
  };
}
