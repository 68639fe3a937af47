import { type Block, type Cell, type Part, words as plain } from '../../../platform/pdf/blocks.ts';
import { drawDocument } from '../../../platform/pdf/index.ts';
import { LEAVES_OUT } from '../../../shared/left-out.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { StatementChange } from '../comparing/compare.ts';
import { planParts } from '../rendering/plan-pdf.ts';
import type { PlanView } from '../rendering/view.ts';
import type { Amendment } from './amendment.ts';
import type { Proposal } from './proposal.ts';
import type { Notice } from './store.ts';
import { sayBasis, saySectionI, side, titleOf, whatHappensNext, whatYouCanDo } from './words.ts';

/** Everything an amendment notice says on paper. */
export type NoticePaper = {
  authority: { name: string };
  childName: string;
  reference: string;
  amendment: Pick<Amendment, 'number' | 'reviewMeetingOn' | 'why'>;
  draftNumber: number;
  sentOn: PlainDate;
  lastDay: PlainDate;
  dueBy: PlainDate;
  placed: string;
  notice: Notice;
  proposal: Proposal;
  appendices: NonNullable<PlanView['appendices']>;
  /** Where the family turns: advice and support, and how to reach the authority. */
  turn: readonly string[];
  /** A copy for one of the family, without how to reach another on the child's file. */
  leavesOut?: true;
};

/** The amendment notice as tagged PDF/UA-1: what is proposed, side by side; what may be done about it; and a copy of the plan in force. */
export function renderNoticePdf(paper: NoticePaper): Uint8Array {
  const { childName, reference, amendment, sentOn, proposal, appendices, authority } = paper;
  const copy = { ...proposal.view, authority, appendices };
  return drawDocument({
    authority,
    title: `Notice of proposed amendments to the plan for ${childName}`,
    label: `This is not an amended plan: nothing changes until one is issued.${paper.leavesOut ? ` ${LEAVES_OUT}.` : ''}`,
    date: sentOn,
    footer: [
      childName,
      reference,
      `Amendment notice ${amendment.number}, draft ${paper.draftNumber}, sent ${sayDate(sentOn)}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
    contents: true,
    parts: [
      { sideways: false, blocks: beginning(paper) },
      { sideways: true, blocks: changes(proposal.comparison.changes) },
      { sideways: false, blocks: ending(paper) },
      ...copyOf(copy),
    ],
  });
}

function beginning({ amendment, proposal, sentOn, lastDay, dueBy, turn }: NoticePaper): Block[] {
  const { version, issuedOn } = proposal.inForce;
  return [
    heading('What this is'),
    {
      kind: 'pairs',
      rows: [
        { label: 'Plan in force', value: `Version ${version}, issued on ${sayDate(issuedOn)}` },
        { label: 'Why we propose to amend it', value: amendment.why },
        { label: 'How it came about', value: sayBasis(amendment) },
        { label: 'Notice sent', value: sayDate(sentOn) },
        { label: 'You have until the end of', value: sayDate(lastDay) },
        { label: 'We answer by', value: sayDate(dueBy) },
      ],
    },
    heading('What you can do'),
    { kind: 'bullets', items: whatYouCanDo(sayDate(lastDay)) },
    ...turn.map((text): Block => ({ kind: 'text', text })),
    heading('What happens next'),
    { kind: 'bullets', items: whatHappensNext(sayDate(dueBy)) },
  ];
}

function changes(all: readonly StatementChange[]): Block[] {
  if (all.length === 0) {
    return [
      heading('What we propose to change'),
      { kind: 'text', text: 'No words of the plan but Section I.' },
    ];
  }
  return [
    heading('What we propose to change'),
    ...[...Map.groupBy(all, ({ section }) => section)].flatMap(([section, changed]): Block[] => [
      { kind: 'heading', level: 3, text: section },
      {
        kind: 'table',
        columns: [
          { label: 'Part', width: 1.5 },
          { label: 'The plan now', width: 3.2 },
          { label: 'What it would say', width: 3.2 },
          { label: 'The words that change', width: 2.6 },
        ],
        rows: changed.map((change) => [
          plain([titleOf(change), change.area].filter((text) => text !== '').join('\n')),
          sideCell(change, 'now'),
          sideCell(change, 'proposed'),
          wordsCell(change),
        ]),
      },
    ]),
  ];
}

function sideCell({ how, fields }: StatementChange, which: 'now' | 'proposed'): Cell {
  if (which === 'now' && how === 'put in') return plain('Not in the plan');
  if (which === 'proposed' && how === 'taken out') return plain('Taken out');
  const said = fields
    .map(({ label, words }) => ({ label, text: side(words, which) }))
    .filter(({ text }) => text.trim() !== '');
  return said.length === 0 ? plain('Nothing') : said;
}

function wordsCell({ how, fields, movedFrom }: StatementChange): Cell {
  const moved = movedFrom === null ? [] : [{ label: 'Moved from', text: movedFrom }];
  if (how !== 'changed') return moved.length > 0 ? moved : plain(how === 'put in' ? 'All new' : 'All of it');
  const pieces = fields.flatMap(({ words }) =>
    words
      .filter((piece) => piece.how !== 'kept' && piece.text.trim() !== '')
      .map((piece) => ({
        label: piece.how === 'out' ? 'Out' : 'In',
        text: `“${piece.text.trim()}”`,
      })),
  );
  return [...moved, ...pieces];
}

function ending({ notice, placed }: NoticePaper): Block[] {
  const { evidence, restsOn, sectionIMayChange } = notice;
  return [
    heading('Section I: the setting'),
    { kind: 'text', text: saySectionI(sectionIMayChange, placed) },
    heading('What this rests on'),
    ...(restsOn === '' ? [] : [{ kind: 'text', text: restsOn } as const]),
    ...(evidence.length === 0
      ? []
      : [
          { kind: 'text', text: 'A copy of each of these goes with this notice:' } as const,
          { kind: 'bullets', items: evidence.map(({ title }) => title) } as const,
        ]),
  ];
}

function copyOf(view: PlanView): Part[] {
  const [first, ...others] = planParts(view);
  const title = heading(`A copy of the plan in force: version ${view.version.number}`);
  const note = {
    kind: 'text',
    text: 'What follows is the plan as it is now, unchanged. Nobody’s address is in this copy.',
  } as const;
  if (first === undefined) return [{ sideways: false, blocks: [title, note] }];
  return [{ ...first, blocks: [title, note, ...first.blocks] }, ...others];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}
