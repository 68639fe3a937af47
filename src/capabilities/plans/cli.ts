import { parseArgs } from 'node:util';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Finding } from './checks/check.ts';
import { checkPlan } from './checks/index.ts';
import { convertFiles } from './converting/convert-command.ts';
import { readPlanText } from './plan-file-reading.ts';

/** `plan check FILE` and `plan convert FILE…`, each kept to what it prints: neither opens a database. */
export const plan: Command = async (args, io) => {
  const { values, positionals } = usable(() =>
    parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    }),
  );
  const [verb, ...files] = positionals;
  const [file, ...others] = files;
  if (verb === 'convert' && files.length > 0) return convertFiles(files, values.json === true, io);
  if (verb === 'check' && file !== undefined && others.length === 0)
    return checkFile(file, values.json === true, io);
  throw new UnusableInput('use: opensend plan check FILE [--json] | plan convert FILE… [--json]');
};

/**
 * `plan check FILE`: what the rules find in a plan that was saved as a file; `-` is standard input. Answers 0 when nothing
 * blocks it, 1 when something does, 2 when the file is not a plan.
 */
async function checkFile(file: string, json: boolean, io: Io): Promise<number> {
  const text = await io.read(file).catch(() => {
    throw new UnusableInput(`${file} cannot be read`);
  });
  const read = readPlanText(text);
  if (!read.ok) throw new UnusableInput(read.message);
  const { content, version } = read.value;
  const checked = checkPlan({
    content,
    draft: version.kind === 'draft',
    today: englishDay(io.now()),
    record: null,
  });
  if (json) io.out(JSON.stringify(checked, null, 2));
  else for (const line of [...checked.findings.map(inWords), `grade: ${checked.grade}`]) io.out(line);
  return checked.grade === 'stopped' ? 1 : 0;
}

function inWords({ severity, section, text, span: [from, to], why, provision, suggestion }: Finding): string {
  return `${severity}  ${section}  ${why}: “${text.slice(from, Math.min(to, from + 80))}”. ${suggestion} (${provision})`;
}
