import { parseArgs } from 'node:util';
import {
  type Deadline,
  deadline,
  isBreach,
  type RecordedException,
  RULES,
  requestClocks,
  type SchoolCalendar,
  type Start,
  type Status,
  statusOf,
} from '../../law/index.ts';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { englishDay, type PlainDate, parsePlainDate, sayDate } from '../../shared/plain-date.ts';
import { KINDS, parseException } from './recorded.ts';
import { parseCalendar } from './schema.ts';

const OPTIONS = {
  received: { type: 'string' },
  exception: { type: 'string', multiple: true },
  rule: { type: 'string' },
  from: { type: 'string' },
  and: { type: 'string' },
  fixed: { type: 'string' },
  'school-calendar': { type: 'string' },
  today: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const IDS: readonly string[] = [...new Set(RULES.map((rule) => rule.id))];

const USAGE = `opensend clock --received DATE          the limits that start when a request is received
opensend clock --rule ID --from DATE    any one timer, with its variants: T24 is three

  --and DATE               the second date, where a limit is the later of two (T15, T17, T22, T30)
  --fixed DATE             a date the tribunal fixed, or that was agreed in writing, instead
  --school-calendar FILE   for T29: {"terms":[{"from":DATE,"to":DATE}],"closed":[DATE]}; - reads standard input
  --exception K:FROM:TO    a lawful exception, its first and last day, as often as there are; TO may be empty.
                           A closure may add the day advice was asked for: school-closed:FROM:TO:ASKED
                           K is one of ${Object.keys(KINDS).join(', ')}
  --today DATE             how things stand on that day: then the answer is 1 if any is overdue
  --json                   for programs

DATE is YYYY-MM-DD; for T12, --from may be the year of the move. ID is one of
${IDS.join(' ')}`;

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
type Timed = { deadline: Deadline; status: Status };

/**
 * `clock --received DATE` prints every limit of a request; `clock --rule ID --from DATE` any one timer. Asked when things
 * are due, it answers 0. Asked how they stand, with `--today`, it answers 1 where one is overdue. 2 when an option cannot
 * be used.
 */
export const clock: Command = async (args, io) => {
  const { values } = usable(() => parseArgs({ args: [...args], options: OPTIONS, strict: true }));
  if (values.help === true) {
    io.out(USAGE);
    return 0;
  }
  refuseMixed(values);
  const today = values.today === undefined ? englishDay(io.now()) : day('--today', values.today);
  const exceptions = (values.exception ?? []).map(readException);
  const timed =
    values.rule === undefined
      ? ofRequest(day('--received', values.received), exceptions, today)
      : await ofRule(values.rule, values, { exceptions, today }, io);
  if (values.json === true) io.out(JSON.stringify({ deadlines: timed.map(asJson) }, null, 2));
  else for (const one of timed) io.out(inWords(one));
  return values.today !== undefined && timed.some(({ status }) => isBreach(status)) ? 1 : 0;
};

const OF_A_RULE = ['from', 'and', 'fixed', 'school-calendar'] as const;

function refuseMixed(values: Options): void {
  if (values.rule !== undefined && values.received !== undefined) {
    throw new UnusableInput('give --received for a request or --rule for one timer, not both');
  }
  const stray = OF_A_RULE.find((option) => values[option] !== undefined);
  if (values.rule === undefined && stray !== undefined) {
    throw new UnusableInput(`--${stray} goes with --rule: say which`);
  }
}

function ofRequest(receivedOn: PlainDate, exceptions: readonly RecordedException[], today: PlainDate) {
  // Asked first as a value, so that a day the rules do not reach is said of the option it came from.
  getStarted('T01', { from: receivedOn }, '--received');
  return requestClocks({ receivedOn, exceptions }, today);
}

async function ofRule(
  asked: string,
  options: Options,
  at: { exceptions: readonly RecordedException[]; today: PlainDate },
  io: Io,
): Promise<readonly Timed[]> {
  const wanted = asked.toLowerCase();
  const ids = IDS.filter((id) => id.toLowerCase() === wanted || id.toLowerCase().startsWith(`${wanted}-`));
  if (ids.length === 0) throw new UnusableInput(`--rule ${asked} is not one of ${IDS.join(', ')}`);
  const file = options['school-calendar'];
  const start: Start = {
    from: startOf(ids, options.from),
    ...(options.and === undefined ? {} : { and: day('--and', options.and) }),
    ...(options.fixed === undefined ? {} : { fixed: day('--fixed', options.fixed) }),
    ...(file === undefined ? {} : { schoolCalendar: await readCalendar(file, io) }),
  };
  return ids.map((id) => {
    const found = getStarted(id, start, '--from');
    return { deadline: found, status: statusOf(found, null, at.today, at.exceptions) };
  });
}

/** The deadline, or one line that names the option at fault. */
function getStarted(id: string, start: Start, from: '--from' | '--received'): Deadline {
  const found = deadline(id, start);
  if (found.ok) return found.value;
  throw new UnusableInput(`${found.field === 'from' ? from : `--${found.field}`}: ${found.message}`);
}

function asJson({ deadline: { rule, ...one }, status }: Timed) {
  const { provision, url, confidence, note = null } = rule.cite;
  return {
    id: rule.id,
    name: rule.name,
    due: one.due,
    provision,
    url,
    status,
    start: one.start,
    starts: one.starts,
    period: one.period,
    adjustments: one.adjustments,
    cautions: one.cautions,
    confidence,
    note,
  };
}

function inWords({ deadline: { rule, ...one }, status }: Timed): string {
  const unsure = rule.cite.confidence === 'high' ? '' : ` [${rule.cite.confidence} confidence]`;
  const steps = [`${one.starts}: ${sayDate(one.start)}`, one.period].concat(
    one.adjustments.map(({ name, days }) => `${name} (${days} days)`),
    one.cautions,
  );
  return [
    `${rule.id}  ${sayDate(one.due)}  ${status}  ${rule.name} (${rule.cite.provision})${unsure}`,
    `    ${steps.join('; ')}`,
  ].join('\n');
}

// A phase transfer is known by its year: the move is in September.
function startOf(ids: readonly string[], text: string | undefined): PlainDate {
  const yearWillDo = ids.every((id) => id.startsWith('T12'));
  return day('--from', yearWillDo && text !== undefined && /^\d{4}$/.test(text) ? `${text}-09-01` : text);
}

function day(option: string, text: string | undefined): PlainDate {
  if (text === undefined) throw new UnusableInput(`give ${option} a date, like 2025-02-03`);
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new UnusableInput(`${option} ${text} is not a date written YYYY-MM-DD`);
  return parsed;
}

function readException(text: string): RecordedException {
  const found = parseException(text);
  if (!found.ok) throw new UnusableInput(`--exception ${found.message}`);
  return found.value;
}

async function readCalendar(file: string, io: Io): Promise<SchoolCalendar> {
  const text = await io.read(file).catch(() => {
    throw new UnusableInput(`--school-calendar ${file} cannot be read`);
  });
  const found = parseCalendar(text);
  if (!found.ok) throw new UnusableInput(`--school-calendar ${file}: ${found.message}`);
  return found.value;
}
