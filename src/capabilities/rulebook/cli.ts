import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  deadline,
  type Ground,
  isExcused,
  type RecordedException,
  RULES,
  type SchoolCalendar,
  statusOf,
} from '../../law/index.ts';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { englishDay, type PlainDate, parsePlainDate, sayDate } from '../../shared/plain-date.ts';

/** The limits that start the day a request is received. T05 and T06 are shown once their own dates are known. */
const OF_A_REQUEST = ['T01', 'T03', 'T04'] as const;

const GROUNDS: Readonly<Record<string, Ground>> = {
  'school-closed': 'school closed',
  'early-years-closed': 'early years provider closed',
  circumstances: 'exceptional personal circumstances',
  absence: 'absent from the area',
  'absence-two-weeks': 'absent two weeks',
  'appointment-missed': 'appointment missed',
  'late-representations': 'late representations',
};

const OPTIONS = {
  received: { type: 'string' },
  exception: { type: 'string', multiple: true },
  rule: { type: 'string' },
  from: { type: 'string' },
  and: { type: 'string' },
  'school-calendar': { type: 'string' },
  today: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export type DeadlineLine = {
  id: string;
  name: string;
  due: PlainDate;
  provision: string;
  url: string;
  status: string;
  start: PlainDate;
  period: string;
  adjustments: readonly { name: string; days: number }[];
  confidence: string;
  note: string | null;
};

/**
 * `clock --received DATE` prints every limit of a request; `clock --rule ID --from DATE` any one timer, with its
 * variants (`T24` is three). It says when things are due, so it answers 0 however late they are; 2 when an option cannot
 * be used.
 */
export const clock: Command = async (args, io) => {
  const { values } = usable(() => parseArgs({ args: [...args], options: OPTIONS, strict: true }));
  const today = values.today === undefined ? englishDay(io.now()) : day('--today', values.today);
  const exceptions = (values.exception ?? []).map(exceptionOf);
  const lines =
    values.rule === undefined
      ? ofRequest(day('--received', values.received), exceptions, today)
      : await ofRule(values.rule, values, exceptions, today, io);
  if (values.json === true) io.out(JSON.stringify({ deadlines: lines }, null, 2));
  else for (const line of lines) io.out(inWords(line));
  return 0;
};

function ofRequest(
  received: PlainDate,
  exceptions: readonly RecordedException[],
  today: PlainDate,
): DeadlineLine[] {
  return OF_A_REQUEST.map((id) => lineOf(id, { from: received }, exceptions, today));
}

type RuleOptions = {
  from?: string | undefined;
  and?: string | undefined;
  'school-calendar'?: string | undefined;
};

async function ofRule(
  id: string,
  options: RuleOptions,
  exceptions: readonly RecordedException[],
  today: PlainDate,
  io: Io,
): Promise<DeadlineLine[]> {
  const rules = RULES.filter((rule) => rule.id === id || rule.id.startsWith(`${id}-`));
  if (rules.length === 0) {
    throw new UnusableInput(`--rule ${id} is not one of ${RULES.map((rule) => rule.id).join(', ')}`);
  }
  const from = day('--from', options.from);
  const and = options.and === undefined ? {} : { and: day('--and', options.and) };
  const file = options['school-calendar'];
  const schoolCalendar = file === undefined ? {} : { schoolCalendar: await readCalendar(file, io) };
  return rules.map((rule) => lineOf(rule.id, { from, ...and, ...schoolCalendar }, exceptions, today));
}

function lineOf(
  id: string,
  start: { from: PlainDate; and?: PlainDate; schoolCalendar?: SchoolCalendar },
  exceptions: readonly RecordedException[],
  today: PlainDate,
): DeadlineLine {
  const found = usable(() => deadline(id, start));
  if (!found.ok) throw new UnusableInput(`--${found.field}: ${found.message}`);
  const { rule, due, start: from, period, adjustments } = found.value;
  return {
    id,
    name: rule.name,
    due,
    provision: rule.cite.provision,
    url: rule.cite.url,
    status: statusOf(due, null, today, isExcused(rule, from, due, exceptions)),
    start: from,
    period,
    adjustments,
    confidence: rule.cite.confidence,
    note: rule.cite.note ?? null,
  };
}

function inWords(line: DeadlineLine): string {
  const unsure = line.confidence === 'high' ? '' : ` [${line.confidence} confidence]`;
  return `${line.id}  ${sayDate(line.due)}  ${line.status.padEnd(7)}  ${line.name} (${line.provision})${unsure}`;
}

function day(option: string, text: string | undefined): PlainDate {
  if (text === undefined) throw new UnusableInput(`give ${option} a date, like 2025-02-03`);
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new UnusableInput(`${option} ${text} is not a date written YYYY-MM-DD`);
  return parsed;
}

// KIND:FROM:TO; an exception that still lasts leaves TO empty.
function exceptionOf(text: string): RecordedException {
  const [kind = '', from, until] = text.split(':');
  const ground = Object.hasOwn(GROUNDS, kind) ? GROUNDS[kind] : undefined;
  if (ground === undefined) {
    throw new UnusableInput(`--exception ${kind} is not one of ${Object.keys(GROUNDS).join(', ')}`);
  }
  const exception = {
    ground,
    from: day('--exception FROM', from),
    until: until === undefined || until === '' ? null : day('--exception TO', until),
  };
  if (exception.until !== null && exception.until < exception.from) {
    throw new UnusableInput(`--exception ${text}: TO is before FROM`);
  }
  return exception;
}

const date = z.string().transform((text, context) => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: `${text} is not a date written YYYY-MM-DD` });
  return z.NEVER;
});
const calendarSchema = z.object({
  terms: z.array(z.object({ from: date, to: date })).min(1),
  closed: z.array(date).default([]),
});

/** `{ "terms": [{ "from": DATE, "to": DATE }, …], "closed": [DATE, …] }`; `-` reads standard input. */
async function readCalendar(file: string, io: Io): Promise<SchoolCalendar> {
  const text = await io.read(file).catch(() => {
    throw new UnusableInput(`--school-calendar ${file} cannot be read`);
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UnusableInput(`--school-calendar ${file} is not JSON`);
  }
  const calendar = calendarSchema.safeParse(parsed);
  if (calendar.success) return calendar.data;
  const issue = calendar.error.issues[0];
  throw new UnusableInput(
    `--school-calendar ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be used'}`,
  );
}
