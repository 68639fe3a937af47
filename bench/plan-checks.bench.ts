import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isSpecific, missingParts } from '../src/capabilities/plans/checks/parts/specificity.ts';
import { type LabelledLine, PROVISION_PARTS, provisionLines } from './corpus/provision/corpus.ts';
import { checkingOnePlan } from './support/plan-of-forty-rows.ts';
import type { Measured } from './support/table.ts';

/* How well the checks of provision agree with the labels, on the lines they were built against and on those kept back. */

const NOT_SPECIFIC = 'not specific';
type Asked = typeof NOT_SPECIFIC | (typeof PROVISION_PARTS)[number];
const ASKED: readonly Asked[] = [NOT_SPECIFIC, ...PROVISION_PARTS];
const SECOND = join(import.meta.dirname, 'corpus/provision/second.json');

const HELD_OUT = 'held-out';
// The half of the third part that no rule is adjusted by.
const ODD = 'odd';

/**
 * Prints precision and recall with what is missed, and how far two people agree; measures the checking of a plan. The lines kept
 * back are measured only when they are asked for by name, so that they are not measured at every change of a rule.
 */
export function planChecks(): Measured[] {
  for (const part of ['building', 'building-2'] as const) sayAgreement(part, provisionLines(part));
  sayAgreement('building-3, even', byParity(0));
  if (process.argv.includes(ODD)) sayAgreement('building-3, odd', byParity(1));
  if (process.argv.includes(HELD_OUT)) sayAgreement(HELD_OUT, provisionLines(HELD_OUT));
  saySecond();
  return checkingOnePlan();
}

function byParity(parity: 0 | 1): LabelledLine[] {
  return provisionLines('building-3').filter(({ id }) => Number(id.slice(1)) % 2 === parity);
}

function sayAgreement(part: string, lines: readonly LabelledLine[]): void {
  say(`${part}: ${lines.length} lines`);
  const found = new Map(lines.map(({ id, text }) => [id, missingParts(text)]));
  for (const asked of ASKED) {
    const said = (id: string) => {
      const missing = found.get(id) ?? [];
      return asked === NOT_SPECIFIC ? !isSpecific(missing) : missing.some(({ part: one }) => one === asked);
    };
    const right = lines.filter((line) => said(line.id) && labelled(line, asked)).length;
    const wrong = lines.filter((line) => said(line.id) && !labelled(line, asked));
    const missed = lines.filter((line) => !said(line.id) && labelled(line, asked));
    say(
      `  ${asked}: precision ${share(right, wrong.length)}, recall ${share(right, missed.length)}; missed: ${ids(missed)}; wrongly found: ${ids(wrong)}`,
    );
  }
}

function labelled({ specific, missing }: Pick<LabelledLine, 'specific' | 'missing'>, asked: Asked): boolean {
  return asked === NOT_SPECIFIC ? !specific : missing.includes(asked);
}

const secondSchema = z.array(z.object({ id: z.string(), missing: z.array(z.enum(PROVISION_PARTS)) }));

/** Cohen's kappa between the first labels and the second, for the parts that were labelled a second time together. */
function saySecond(): void {
  const read = secondSchema.parse(JSON.parse(readFileSync(SECOND, 'utf8')));
  const second = new Map(read.map(({ id, missing }) => [id, missing]));
  for (const parts of [['building', HELD_OUT], ['building-2'], ['building-3']] as const) {
    const both = parts.flatMap(provisionLines).map((line) => {
      const missing = second.get(line.id) ?? [];
      return { first: line, second: { missing, specific: missing.every((part) => part === 'review') } };
    });
    say(`first and second labels, ${parts.join(' and ')}: ${both.length} lines`);
    for (const asked of ASKED)
      say(
        `  ${asked}: κ ${kappa(both.map((line) => [labelled(line.first, asked), labelled(line.second, asked)]))}`,
      );
  }
}

function kappa(pairs: readonly (readonly [boolean, boolean])[]): string {
  const count = (test: (pair: readonly [boolean, boolean]) => boolean) =>
    pairs.filter(test).length / pairs.length;
  const agreed = count(([first, second]) => first === second);
  const [first, second] = [count(([one]) => one), count(([, two]) => two)];
  const chance = first * second + (1 - first) * (1 - second);
  return ((agreed - chance) / (1 - chance)).toFixed(3);
}

function share(right: number, other: number): string {
  return (right / (right + other)).toFixed(3);
}

function ids(lines: readonly LabelledLine[]): string {
  return lines.length === 0 ? 'none' : lines.map(({ id }) => id).join(' ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
