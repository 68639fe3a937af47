import type { Block, Cell } from '../../../platform/pdf/blocks.ts';
import { AREAS, type Area, EDUCATION_AREAS, type Provision } from '../plan.ts';
import { AREA_TITLES } from './rows.ts';
import { placement } from './sections.ts';
import type { PlanView } from './view.ts';
import { orNone } from './wording.ts';

/** A plan drawn for somebody in particular, from the very words of the plan: nothing in it is written a second time. */
export const FACES = ['one-page', 'summary'] as const;
export type FaceName = (typeof FACES)[number];

export type Face = {
  title: string;
  /** On how many sides of paper it is meant to be; one that runs over says so, and is never cut. */
  sides: number;
  blocks: readonly Block[];
};

/** Whom a family turns to: who the authority is, and who helps for nothing and is on nobody's side. */
export type Turn = { authority: string; sendiass: string | null };

export function faceOf(name: FaceName, view: PlanView, turn: Turn): Face {
  return name === 'one-page' ? onePage(view) : summary(view, turn);
}

/** What whoever teaches the child needs: Sections A1, B, E and F. Health and social care are not in it. */
function onePage({ content }: PlanView): Face {
  const name = calledBy(content);
  const { a1 } = content;
  const areas = EDUCATION_AREAS.map((area) => content.areas[area]);
  const needs = EDUCATION_AREAS.flatMap((area) =>
    content.areas[area].needs.map(({ text }) => `${AREA_TITLES[area]}: ${text}`),
  );
  return {
    title: `One page for the classroom: ${name}`,
    sides: 1,
    blocks: [
      ...under(`What ${name} needs help with`, bullets(needs)),
      ...under('What helps, who does it and when', [helpTable(areas.flatMap((area) => provisionsOf(area)))]),
      ...under(`What ${name} is working towards`, bullets(areas.flatMap(goals))),
      ...under('What goes well', bullets(areas.map(({ strengths }) => strengths))),
      ...under(`Getting to know ${name}`, [{ kind: 'text', text: orNone(a1) }]),
    ],
  };
}

/** What was agreed, who does it and by when, and whom to tell when it does not happen. */
function summary({ content, version }: PlanView, turn: Turn): Face {
  const name = calledBy(content);
  const helped = AREAS.filter((area) => content.areas[area].provisions.length > 0);
  const draft = version.kind === 'draft';
  return {
    title: `${draft ? 'Summary of the draft plan' : 'Summary of the plan'}: ${name}`,
    sides: 2,
    blocks: [
      {
        kind: 'text',
        text: draft
          ? 'This is the help the draft plan says. It is not agreed yet, and can still change.'
          : 'This is the help that was agreed, in the plan’s own words. The whole plan says more. If the two seem different, the plan is the one that counts.',
      },
      ...under(draft ? 'The help in the draft' : 'The help that was agreed', [
        ...(helped.length === 0 ? [{ kind: 'text', text: 'No help is written down yet.' } as const] : []),
        ...helped.flatMap((area): Block[] => [
          { kind: 'heading', level: 3, text: AREA_TITLES[area] },
          helpTable(provisionsOf(content.areas[area])),
        ]),
      ]),
      ...under(
        'What should get better, and by when',
        bullets(AREAS.flatMap((area) => goals(content.areas[area]))),
      ),
      ...(content.sectionI === null ? [] : under('Where it happens', placement(content.sectionI))),
      ...under('If the help does not happen', [{ kind: 'steps', items: whomToTell(content, turn) }]),
    ],
  };
}

/* s. 42(2) and (3) of the 2014 Act; s. 32 for free advice. Going on to the Ombudsman follows a complaint to the authority. */
function whomToTell({ areas }: PlanView['content'], { authority, sendiass }: Turn): string[] {
  return [
    'Tell the school, college or other place first. Say which help is missing, and since when.',
    `Then tell ${authority}. It must make sure that the help with learning (Section F) happens: Children and Families Act 2014, section 42(2).`,
    ...(areas.health.provisions.length === 0
      ? []
      : [
          'If health care (Section G) is missing, tell us that too. The local health service must arrange it: section 42(3).',
        ]),
    `You can get free help from people who are on nobody’s side: ${sendiass ?? 'ask us who they are where you live'}.`,
    `If it still does not happen, complain to ${authority}. If you are not happy with the answer, you can go to the Local Government and Social Care Ombudsman, for nothing.`,
  ];
}

function helpTable(provisions: readonly Provision[]): Block {
  return {
    kind: 'table',
    columns: [
      { label: 'What helps', width: 4 },
      { label: 'Who does it', width: 3 },
      { label: 'How often, how long', width: 2.6 },
      { label: 'When we look at it again', width: 2.4 },
    ],
    rows: provisions.map((one) => [
      // One piece: on a page it is the row's title.
      said([one.what, one.text].filter((text) => text.trim() !== '').join('\n')),
      said(one.who, one.ratio),
      said(one.frequency, one.durationEachTime),
      said(one.review),
    ]),
  };
}

function said(...pieces: readonly string[]): Cell {
  const given = pieces.filter((text) => text.trim() !== '');
  return (given.length === 0 ? ['Not given'] : given).map((text) => ({ label: '', text }));
}

// Widened: each area's rows are of its own sections, and here they are read alike.
function provisionsOf({ provisions }: Area): readonly Provision[] {
  return provisions;
}

function goals({ outcomes }: Area): string[] {
  return outcomes.map(({ text, byWhen }) =>
    byWhen.trim() === '' ? `${text} (no date is given)` : `${text} (${byWhen})`,
  );
}

function bullets(items: readonly string[]): Block[] {
  const given = items.filter((item) => item.trim() !== '');
  return given.length === 0 ? [] : [{ kind: 'bullets', items: given }];
}

function under(text: string, blocks: readonly Block[]): Block[] {
  const shown = blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0);
  return shown.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...shown];
}

function calledBy({ personalDetails: { preferredName, forename } }: PlanView['content']): string {
  return preferredName.trim() === '' ? forename : preferredName;
}
