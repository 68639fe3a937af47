import type { Block, PdfDocument } from '../../platform/pdf/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { PaperForm } from './act.ts';
import { FAMILY_ACTS } from './acts.ts';

/** All that a pack says, as it stands today: the same facts as the pages. */
export type PackFacts = {
  authority: { name: string; reach: string; address: string | null; sendiass: string | null };
  childName: string;
  reference: string;
  today: PlainDate;
  now: string;
  who: string;
  since: PlainDate;
  dueOn: PlainDate | null;
  late: readonly string[] | null;
  /** Nothing more is due on the request. */
  over: boolean;
  /** When what is due next may be expected, beside the law's day; null where nothing is due. */
  expected: string | null;
  waiting: readonly string[];
  next: string;
  clocks: readonly { name: string; due: PlainDate; doneOn: PlainDate | null }[];
  /** The rights that follow the last decision, a paragraph each; empty where none does. */
  rights: readonly string[];
  letters: readonly { subject: string; on: string }[];
  documents: readonly { title: string; on: string }[];
  messages: readonly { from: string; on: string; body: string }[];
  reads: readonly string[];
  /** My plan, as it was last written; null where the child has none. */
  myPlan: { stamp: string; rows: readonly (readonly [label: string, words: string])[] } | null;
};

/** The stage of a case on paper: where things are, rights and dates, what there is to read, and forms to fill in by hand. */
export function packOf(facts: PackFacts, large: boolean): PdfDocument {
  return {
    authority: { name: facts.authority.name },
    title: `Where things are for ${facts.childName}`,
    label: `As it was on ${sayDate(facts.today)}. Reference ${facts.reference}`,
    date: facts.today,
    footer: `${facts.authority.name} · ${facts.reference} · ${sayDate(facts.today)}`,
    contents: true,
    large,
    parts: [
      {
        sideways: false,
        blocks: [...standing(facts), ...papers(facts), ...mine(facts), ...forms(facts, large)],
      },
    ],
  };
}

function standing(facts: PackFacts): Block[] {
  return [
    heading('Now'),
    {
      kind: 'pairs',
      rows: [
        { label: 'Where things are', value: facts.now },
        { label: 'Who has it', value: facts.who },
        { label: 'Since', value: sayDate(facts.since) },
        { label: 'Due by', value: facts.dueOn === null ? 'Nothing is due' : sayDate(facts.dueOn) },
      ],
    },
    ...(facts.late === null ? [] : [text(['This is late, and we are sorry.', ...facts.late].join(' '))]),
    ...(facts.expected === null ? [] : [text(facts.expected)]),
    ...list('What we are waiting for', facts.waiting),
    heading('What happens next'),
    text(facts.next),
    ...limits(facts),
    heading('Your rights'),
    ...facts.rights.map(text),
    text('You can send us anything you want us to consider, at any time.'),
    text(
      `You can get free, impartial advice: ${facts.authority.sendiass ?? 'ask us for your local service'}.`,
    ),
    text(`To ask us anything, contact us: ${facts.authority.reach}`),
  ];
}

function limits({ clocks }: PackFacts): Block[] {
  if (clocks.length === 0) return [];
  const rows = clocks.map(({ name, due, doneOn }) => ({
    label: name,
    value: `by ${sayDate(due)}${doneOn === null ? '' : `. Done on ${sayDate(doneOn)}`}`,
  }));
  return [heading('The time limits the law gives us'), { kind: 'pairs', rows }];
}

function papers(facts: PackFacts): Block[] {
  return [
    ...list(
      'Letters we sent you',
      facts.letters.map(({ subject, on }) => `${subject}: ${on}`),
    ),
    ...list(
      'Papers on the file. Ask us for a copy of any of them',
      facts.documents.map(({ title, on }) => `${title}: ${on}`),
    ),
    ...(facts.messages.length === 0
      ? []
      : [
          heading('Messages'),
          ...facts.messages.flatMap(({ from, on, body }): Block[] => [
            { kind: 'heading', level: 3, text: `${from}, ${on}` },
            text(body),
          ]),
        ]),
    ...list('Who has opened the file', facts.reads),
  ];
}

function mine({ myPlan }: PackFacts): Block[] {
  if (myPlan === null) return [];
  return [
    heading('My plan'),
    text(`In the child’s own words. ${myPlan.stamp}`),
    { kind: 'pairs', rows: myPlan.rows.map(([label, value]) => ({ label, value })) },
  ];
}

function forms(facts: PackFacts, large: boolean): Block[] {
  // As long as the line is, in either print.
  const line = '_'.repeat(large ? 32 : 58);
  const { authority, reference } = facts;
  return [
    heading('Doing things on paper'),
    text(
      'Everything you can do online you can do by telephone, or on one of these forms. It counts the same, from the day we get it. Staff write it on the same record.',
    ),
    text(`Send a form to: ${authority.address ?? authority.reach}`),
    ...FAMILY_ACTS.flatMap(({ form, whileOpen }) =>
      form === null || (whileOpen && facts.over) ? [] : paperForm(form, { reference, line }),
    ),
  ];
}

type On = { reference: string; line: string };

function paperForm({ title, asks, lines }: PaperForm, { reference, line }: On): Block[] {
  // A paragraph each, so that there is room to write.
  const boxes = asks.map((ask) =>
    text([`${ask}:`, ...Array.from({ length: lines }, () => line)].join('\n\n')),
  );
  return [
    { kind: 'heading', level: 3, text: `Form: ${title}` },
    text(`Reference: ${reference}`),
    ...boxes,
    text(`Your name:\n\n${line}`),
    text(`Today’s date:\n\n${line}`),
  ];
}

function list(title: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [heading(title), { kind: 'bullets', items }];
}

function heading(words: string): Block {
  return { kind: 'heading', level: 2, text: words };
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}
