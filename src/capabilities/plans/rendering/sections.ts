import type { Block } from '../../../platform/pdf/blocks.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { citedIn, sayPages, statementsCiting } from '../citing.ts';
import {
  AREAS,
  type Area,
  type AreaName,
  EDUCATION_AREAS,
  type Placement,
  type ProvisionSection,
} from '../plan.ts';
import { appendixSections } from './appendices.ts';
import { frontMatter, sectionA } from './front-matter.ts';
import {
  AREA_TITLES,
  type Names,
  NO_NEEDS,
  namesIn,
  needsTable,
  outcomeTable,
  provisionTable,
  threadTable,
} from './rows.ts';
import type { PlanView } from './view.ts';
import { orNone, type PlanSection, pairs, yesNo } from './wording.ts';

/**
 * The whole plan in the order of reg. 12(1): Sections A to K, each separately identified, after the template's personal
 * details; or with the needs, provision and outcomes as the template's rows, their columns naming their sections.
 */
export function planSections(view: PlanView): PlanSection[] {
  const { content, layout } = view;
  const names = namesIn(content, view.citations);
  return [
    ...frontMatter(content),
    section(
      'A',
      'The views, interests and aspirations of the child and their parents, or of the young person',
      sectionA(content),
    ),
    ...(layout === 'rows' ? rowSections(content.areas, names) : linkedSections(content.areas, names)),
    section('I', 'Placement', placement(content.sectionI)),
    section('J', 'Direct payments', [
      ...directPayments(content.directPayments),
      ...personalBudget(content.personalBudget),
    ]),
    section('K', 'Advice and information', [
      ...advice(content.advice),
      ...reports(content, view.citations, names),
    ]),
    ...signOff(view),
    ...appendixSections(view.appendices ?? []),
  ];
}

/** Whether a section holds the wide tables. */
export function isWide({ id }: PlanSection): boolean {
  return /^section-[b-h]/.test(id);
}

type AreasOf = PlanView['content']['areas'];

function linkedSections(areas: AreasOf, names: Names): PlanSection[] {
  const needs = (name: AreaName, level: 3 | 4 = 3): Block[] => [
    ...strengths(areas[name], level),
    ...(areas[name].needs.length === 0 ? [text(NO_NEEDS[name])] : [needsTable(areas[name].needs, names)]),
  ];
  const provision = (name: AreaName, only?: ProvisionSection): Block => {
    const rows: Area['provisions'] = areas[name].provisions;
    const shown = rows.filter((row) => only === undefined || row.section === only);
    return shown.length === 0 ? text('No provision is specified') : provisionTable(shown, names);
  };
  const byArea = (of: readonly AreaName[], blocks: (name: AreaName) => Block[]): Block[] =>
    of.flatMap((name) => [heading(AREA_TITLES[name]), ...blocks(name)]);
  return [
    section(
      'B',
      'Special educational needs',
      byArea(EDUCATION_AREAS, (name) => needs(name, 4)),
    ),
    section('C', 'Health care needs that relate to special educational needs', needs('health')),
    section(
      'D',
      'Social care needs that relate to special educational needs or to a disability',
      needs('social care'),
    ),
    section(
      'E',
      'Outcomes sought, including outcomes for adult life',
      byArea(AREAS, (name) =>
        areas[name].outcomes.length === 0
          ? [text('No outcomes are set in this area')]
          : [outcomeTable(areas[name].outcomes, names)],
      ),
    ),
    section(
      'F',
      'Special educational provision required',
      byArea(EDUCATION_AREAS, (name) => [provision(name)]),
    ),
    section('G', 'Health care provision reasonably required', [provision('health')]),
    section(
      'H1',
      'Social care provision that must be made for a child or young person under 18 under section 2 of the Chronically Sick and Disabled Persons Act 1970',
      [provision('social care', 'H1')],
    ),
    section('H2', 'Any other social care provision reasonably required', [provision('social care', 'H2')]),
  ];
}

const EDUCATION_COLUMNS = [
  'B – Special Educational Needs',
  'F – Special Educational Provision',
  'E – Outcomes',
] as const;
const HEALTH_COLUMNS = ['C – Health care needs', 'G – Health care provision', 'E – Outcomes'] as const;
const SOCIAL_COLUMNS = [
  'D – Social care needs',
  'H1 and H2 – Social care provision',
  'E – Outcomes',
] as const;

function rowSections(areas: AreasOf, names: Names): PlanSection[] {
  const rows = (name: AreaName, columns: readonly [string, string, string], level: 3 | 4 = 3): Block[] => [
    ...strengths(areas[name], level),
    areas[name].needs.length === 0 ? text(NO_NEEDS[name]) : threadTable(areas[name], columns, names),
  ];
  const education = EDUCATION_AREAS.flatMap((name) => [
    heading(AREA_TITLES[name]),
    ...rows(name, EDUCATION_COLUMNS, 4),
  ]);
  return [
    {
      id: 'section-b-f-e',
      title: 'Sections B, F and E: Special educational needs and provision',
      blocks: education,
    },
    {
      id: 'section-c-g-e',
      title: 'Sections C, G and E: Health care',
      blocks: rows('health', HEALTH_COLUMNS),
    },
    {
      id: 'section-d-h-e',
      title: 'Sections D, H1, H2 and E: Social care',
      blocks: rows('social care', SOCIAL_COLUMNS),
    },
  ];
}

function strengths({ strengths: words }: Area, level: 3 | 4): Block[] {
  return words.trim() === '' ? [] : [{ kind: 'heading', level, text: 'Strengths' }, text(words)];
}

/** Section I, as the plan says it. */
export function placement(placed: Placement | null): Block[] {
  if (placed === null)
    return [text('This section is empty in a draft plan. It is completed in the final plan.')];
  switch (placed.kind) {
    case 'named':
      return placed.settings.map(({ name, type, attendance }) =>
        pairs([
          ['Name', name],
          ['Type', capital(`${type}, ${attendance}`)],
        ]),
      );
    case 'type only':
      return [pairs([['Type', capital(`${placed.type}, ${placed.attendance}`)]])];
    case 'otherwise than in a school':
      return [
        text('Education is arranged otherwise than in a school or college.'),
        text(placed.arrangements),
      ];
  }
}

function directPayments(payments: PlanView['content']['directPayments']): Block[] {
  if (payments === null) return [text('No provision is to be secured by a direct payment.')];
  return [
    pairs([
      ['Details', payments.details],
      ['Arrangements for direct payment', payments.arrangements],
    ]),
  ];
}

function personalBudget(budget: PlanView['content']['personalBudget']): Block[] {
  if (budget === undefined) return [];
  return [
    heading('Personal budget'),
    pairs([
      ['Amount', budget.amount],
      ['How it is used', budget.use],
      ['What is agreed', budget.agreements],
    ]),
  ];
}

function advice(entries: PlanView['content']['advice']): Block[] {
  if (entries.length === 0) return [text('No advice is recorded.')];
  const columns = ['Advice and information requested', 'Date received', 'Who from', 'Appended'];
  const rows = entries.map(({ kind, receivedOn, from, appended }) =>
    [
      capital(kind),
      receivedOn === null ? 'Not received' : sayDate(receivedOn),
      orNone(from),
      yesNo(appended),
    ].map((words) => [{ label: '', text: words }]),
  );
  return [
    { kind: 'table', columns: columns.map((label, at) => ({ label, width: [4, 2, 4, 1.5][at] ?? 1 })), rows },
  ];
}

/** Each report that statements cite, with where in it and which statements: it is on the child's file, and not appended here. */
function reports(content: PlanView['content'], citations: PlanView['citations'], names: Names): Block[] {
  const cited = Map.groupBy(citedIn(content, citations), ({ documentId }) => documentId);
  if (cited.size === 0) return [];
  const columns = ['Report', 'Date written', 'Cited at'];
  const rows = [...cited.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const at = places.map((place) => {
      const refs = statementsCiting(content, place.id).map(names.ref).join(', ');
      const where = place.pages === null ? place.place : sayPages(place.pages);
      return where === null ? refs : `${refs}: ${where}`;
    });
    const written = first.writtenOn === null ? 'Not given' : sayDate(first.writtenOn);
    return [[first.source, written, at.join('; ')].map((words) => [{ label: '', text: words }])];
  });
  return [
    heading('Reports that this plan cites'),
    text('These are on the child or young person’s file, where the pages named can be read.'),
    {
      kind: 'table',
      columns: columns.map((label, at) => ({ label, width: [5, 2, 4][at] ?? 1 })),
      rows,
    },
  ];
}

function signOff({ version, authority }: PlanView): PlanSection[] {
  if (version.kind === 'draft') return [];
  const signed = pairs([
    ['Signed for', authority.name],
    ['Officer', version.officer],
    ['Date', sayDate(version.on)],
  ]);
  return [{ id: 'sign-off', title: 'Sign-off', blocks: [signed] }];
}

function section(letter: string, title: string, blocks: readonly Block[]): PlanSection {
  return { id: `section-${letter.toLowerCase()}`, title: `Section ${letter}: ${title}`, blocks };
}

function heading(words: string): Block {
  return { kind: 'heading', level: 3, text: words };
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}
