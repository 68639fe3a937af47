import type { z } from 'zod';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { capital, sayNumber } from '../../shared/words.ts';
import { brokenLinks } from './links.ts';
import { AREAS, type Area } from './plan.ts';
import { claimSchema, FORMAT_VERSION, type PlanFile, planFileSchema, TEMPLATE } from './plan-file-schema.ts';
import { MAX_TEXT } from './sections.ts';

/** A plan is read by people: past this many rows and links it is a mistake. */
const MOST_LISTED = 5000;

const NOT_A_PLAN = 'This file is not a plan. Choose a file that was downloaded as a plan (JSON)';

/** A plan out of the text of a file. Each refusal says where in the file, and what to do. */
export function readPlanText(text: string): Result<PlanFile> {
  try {
    return readPlanFile(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return refused('file', NOT_A_PLAN);
  }
}

/**
 * A plan out of JSON. Refuses what is no plan, a version or template this service does not read, more rows than a person
 * could, text that cannot be shown as it was written, a field missing or unknown, and a link that leads nowhere.
 */
export function readPlanFile(given: unknown): Result<PlanFile> {
  const claimed = claimSchema.safeParse(given);
  if (!claimed.success) return refused('file', NOT_A_PLAN);
  const { formatVersion, template } = claimed.data;
  if (formatVersion !== FORMAT_VERSION)
    return refused(
      'file',
      `This file is in version ${said(formatVersion)} of the plan format. Save it again in version ${FORMAT_VERSION}, the one this service reads`,
    );
  if (template !== TEMPLATE)
    return refused(
      'file',
      `This file is laid out by the template ${said(template)}. This service reads ${TEMPLATE}`,
    );
  const wrong = tooMany(given) ?? badText(given, []);
  if (wrong !== null) return refused('file', wrong);
  const parsed = planFileSchema.safeParse(plainLines(given));
  if (!parsed.success) return refused('file', sayIssue(parsed.error.issues[0]));
  const loose = inconsistency(parsed.data);
  return loose === null ? accepted(parsed.data) : refused('file', loose);
}

function tooMany(given: unknown): string | null {
  const listed = lists(given).reduce((sum, list) => sum + list.length, 0);
  if (listed <= MOST_LISTED) return null;
  const many = sayNumber(listed);
  return `This file has ${many} rows and links. A plan of more than ${sayNumber(MOST_LISTED)} is not read: check that it is one plan`;
}

function lists(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(lists);
  return Array.isArray(value) ? [value, ...inside] : inside;
}

type Path = readonly PropertyKey[];

function badText(value: unknown, at: Path): string | null {
  if (typeof value === 'string') return whyBad(value, at);
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = badText(inner, [...at, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

// What the database cannot keep, or would show as other than it was written: the same that a form would take away.
const UNSEEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

function whyBad(text: string, at: Path): string | null {
  if (text.length > MAX_TEXT)
    return `${sayPlace(at)}: shorten this to ${sayNumber(MAX_TEXT)} characters or fewer`;
  if (text.isWellFormed() && !UNSEEN.test(unixLines(text))) return null;
  return `${sayPlace(at)}: take out the control characters, which cannot be seen or printed`;
}

function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function plainLines(value: unknown): unknown {
  if (typeof value === 'string') return unixLines(value);
  if (Array.isArray(value)) return value.map(plainLines);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainLines(inner)]));
}

function inconsistency({ version, content }: PlanFile): string | null {
  if ((version.kind === 'final') !== (content.sectionI !== null))
    return 'Section I: it is completed in a final plan and empty in a draft. Put this right in the file';
  if (content.mainContacts.length > 2) return 'Main contacts: name two at most';
  const seen = new Set<string>();
  for (const name of AREAS) {
    const area: Area = content.areas[name];
    if (brokenLinks(area).length > 0)
      return `${capital(name)}: a link leads to a row that is not there, or two rows have one identifier`;
    for (const { id } of [...area.needs, ...area.provisions, ...area.outcomes]) {
      if (seen.has(id)) return `${capital(name)}: a row has the identifier of a row in another area`;
      seen.add(id);
    }
  }
  return null;
}

function sayIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return NOT_A_PLAN;
  const place = sayPlace(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${place}: take out ${issue.keys.map(said).join(', ')}, which version ${FORMAT_VERSION} does not have`;
    case 'invalid_type':
      return `${place}: this is missing, or is not ${KINDS[issue.expected] ?? 'what it should be'}`;
    case 'invalid_value':
      return `${place}: this must be ${issue.values.map((value) => `‘${String(value)}’`).join(' or ')}`;
    case 'custom':
      return `${place}: ${issue.message.toLowerCase().replace('uuid', 'UUID').replace('yyyy-mm-dd', 'YYYY-MM-DD')}`;
    default:
      return `${place}: this is not what version ${FORMAT_VERSION} of the plan format has here`;
  }
}

const KINDS: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** Where in a file, in words: `Health, provision 3, who`. */
function sayPlace(path: Path): string {
  const [first, ...rest] = path.filter((step) => step !== 'content' && step !== 'areas');
  if (first === undefined) return 'The file';
  const words = [spaced(first)];
  for (const step of rest) {
    if (typeof step === 'number') words.push(`${(words.pop() ?? 'item').replace(/s$/, '')} ${step + 1}`);
    else words.push(spaced(step));
  }
  return capital(words.join(', '));
}

function spaced(step: PropertyKey): string {
  return String(step)
    .slice(0, 60)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

/** What a file says, short, and as text. */
function said(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `‘${text.replaceAll(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 60)}’`;
}
