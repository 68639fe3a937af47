import pg from 'pg';
import { type Answer, type Answered, Commands, type Described, NamedQuestion } from './question.ts';

/*
 * Most questions put to the database are the same few hundred, again and again: each is planned once on a connection, and
 * for each lens it is asked through, since what another lens may see is planned otherwise.
 */

/** More texts than the service has: past it, whatever is written anew each time is planned each time. */
const MOST_TEXTS = 2000;
/** How often a text is met before it is taken for one that comes again. */
const MET_OFTEN = 3;

const met = new Map<string, number>();
const names = new Map<string, string>();

/** The name a statement is prepared under; undefined for one that has not come often. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  const times = (met.get(text) ?? 0) + 1;
  if (met.size >= MOST_TEXTS && times === 1) return undefined;
  met.set(text, times);
  if (times < MET_OFTEN) return undefined;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

const TAKES_A_LENS = /^begin; set local role (\w+)/;
const ENDS = /^(commit|rollback)$/;
const ASKS = /^\s*(select|insert|update|delete|with)\b/;

/** A connection that prepares what is asked of it often. What begins or ends a transaction is sent as it is. */
export class PreparingClient extends pg.Client {
  #lens = '';
  readonly #described: Described = new Map();

  // biome-ignore lint/suspicious/noExplicitAny: the driver's own many shapes of call, passed on as they are
  override query(...asked: any[]): any {
    const [text, values] = asked;
    if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, asked);
    if (values.length === 0) {
      const taken = TAKES_A_LENS.exec(text);
      if (taken !== null) this.#lens = taken[1] ?? '';
      if (taken !== null || ENDS.test(text)) return this.#put((answered) => new Commands(text, answered));
      if (!ASKS.test(text)) return Reflect.apply(super.query, this, asked);
    }
    const named = nameOf(text);
    if (named === undefined) return Reflect.apply(super.query, this, asked);
    const name = `${named} ${this.#lens}`;
    return this.#put((answered) => new NamedQuestion({ name, text, values }, this.#described, answered));
  }

  #put(question: (answered: Answered) => NamedQuestion | Commands): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = question((error, answer) => (answer === undefined ? reject(error) : resolve(answer)));
      super.query(asked as unknown as pg.Submittable);
    });
  }
}
