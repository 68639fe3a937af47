import type { Block } from '../../../platform/pdf/blocks.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { orNone, type PlanSection, pairs } from './wording.ts';

/** One piece of signed advice as it is appended to a plan (reg. 12(4)): the words of whoever gave it, unaltered. */
export type Appendix = {
  title: string;
  from: string;
  signedOn: PlainDate;
  statement: string;
  needs: readonly AdvisedNeed[];
};

type AdvisedNeed = {
  area: string;
  text: string;
  evidence: string;
  noProvision: string;
  outcomes: readonly { text: string; steps: string; byWhen: string; provisions: readonly Prompts[] }[];
};

type Prompts = {
  what: string;
  who: string;
  ratio: string;
  frequency: string;
  durationEachTime: string;
  review: string;
  text: string;
};

/** The advice a plan goes out with, each piece an appendix under its own heading. */
export function appendixSections(appendices: readonly Appendix[]): PlanSection[] {
  return appendices.map((appendix, at) => ({
    id: `appendix-${at + 1}`,
    title: `Appendix ${at + 1}: ${appendix.title}`,
    blocks: [
      { kind: 'text', text: `From ${appendix.from}. Signed on ${sayDate(appendix.signedOn)}.` },
      ...(appendix.statement.trim() === ''
        ? []
        : [{ kind: 'text', text: appendix.statement.trim() } satisfies Block]),
      ...appendix.needs.flatMap(need),
    ],
  }));
}

function need({ area, text, evidence, noProvision, outcomes }: AdvisedNeed, at: number): Block[] {
  return [
    { kind: 'heading', level: 3, text: `Need ${at + 1}: ${area}` },
    given([
      ['Need', text],
      ['Evidence', evidence],
      ['Why no provision is advised', noProvision],
    ]),
    ...outcomes.flatMap((outcome): Block[] => [
      { kind: 'heading', level: 4, text: 'Outcome, and the provision for it' },
      given([
        ['Outcome', outcome.text],
        ['Steps', outcome.steps],
        ['By when', outcome.byWhen],
      ]),
      ...outcome.provisions.map(provision),
    ]),
  ];
}

function provision(row: Prompts): Block {
  return given([
    ['Provision', row.what],
    ['Who', row.who],
    ['Ratio', row.ratio],
    ['How often', row.frequency],
    ['How long each time', row.durationEachTime],
    ['Review', row.review],
    ['Also', row.text],
  ]);
}

// Only what was said: an empty answer in somebody's advice is not this plan's to show as missing.
function given(rows: readonly (readonly [string, string])[]): Block {
  const [first, ...rest] = rows;
  const said = rest.filter(([, value]) => value.trim() !== '');
  return pairs(first === undefined ? said : [[first[0], orNone(first[1])], ...said]);
}
