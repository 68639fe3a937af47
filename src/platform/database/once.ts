import type { Compilable, CompiledQuery, Transaction } from 'kysely';
import { ask } from './connection.ts';
import type { Tables } from './tables.ts';

/** Where a value goes in a question that is put together for whatever value. */
class Place {
  readonly of: string;
  constructor(of: string) {
    this.of = of;
  }
}

type Value = string | number | boolean | Date | null;

/**
 * A question that is asked for every page, put together the first time alone: `question` is given a stand-in for each value, so
 * what it asks may depend on none of them. Takes the same values by name each time, and returns the rows.
 */
export function once<Values extends Readonly<Record<string, Value>>, Row>(
  question: (tx: Transaction<Tables>, values: Values) => Compilable<Row>,
): (tx: Transaction<Tables>, values: Values) => Promise<Row[]> {
  let made: CompiledQuery<Row> | undefined;
  return async (tx, values) => {
    made ??= question(tx, standIns(values)).compile();
    const parameters = made.parameters.map((one) => (one instanceof Place ? values[one.of] : one));
    return (await ask<Row>(tx, { ...made, parameters })).rows;
  };
}

// Kysely passes a value on as it is, whatever it is.
function standIns<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.keys(values).map((name) => [name, new Place(name)])) as Values;
}
