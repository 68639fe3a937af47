import { sayDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { capital } from '../../../shared/words.ts';
import type { PlanRow } from '../area-rows.ts';
import { needSection } from '../links.ts';
import { AREAS, type Area, type AreaName, type PlanContent, type Provision, type Source } from '../plan.ts';
import { AREA_TITLES, namesIn } from '../rendering/rows.ts';
import { planSections } from '../rendering/sections.ts';
import type { PlanView } from '../rendering/view.ts';

/** One thing a version says, in the words its readers are shown, in the section it stands in. */
export type Statement = {
  /** A row's identity, or the place of what is no row. */
  key: string;
  section: string;
  /** Its area, where a section has several; empty otherwise. */
  area: string;
  /** `B1`, or the heading it stands under. */
  name: string;
  isRow: boolean;
  fields: readonly Field[];
};
export type Field = { label: string; text: string };

/** How a link names the row it leads to, so that a row numbered anew is not a link changed. */
export type LinkName = (id: Uuid) => string;

/** Everything a version says, in the order of reg. 12(1). Sign-off and what goes out with the plan are not compared. */
export function statementsOf(view: PlanView, linkName: LinkName): Statement[] {
  const parts = partsOf(view);
  const rows = rowStatements(view, linkName);
  const isBefore = ({ section }: Statement) => !/^Section [IJ]:/.test(section);
  const all = [
    ...parts.filter(isBefore),
    ...ROW_SECTIONS.flatMap((letter) => rows.filter(({ section }) => section === TITLES[letter])),
    ...parts.filter((part) => !isBefore(part)),
    ...view.content.advice.map(adviceStatement),
  ];
  return all.filter(({ fields }) => fields.length > 0);
}

const ROW_SECTIONS = ['B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2'] as const;
type RowSection = (typeof ROW_SECTIONS)[number];
/** Each section that holds rows, as it is headed wherever statements stand by themselves. */
export const TITLES = {
  B: 'Section B: Special educational needs',
  C: 'Section C: Health care needs',
  D: 'Section D: Social care needs',
  E: 'Section E: Outcomes',
  F: 'Section F: Special educational provision',
  G: 'Section G: Health care provision',
  H1: 'Section H1: Social care provision for a child or young person under 18',
  H2: 'Section H2: Other social care provision',
} as const satisfies Record<RowSection, string>;

/** The parts that are no rows, by the blocks they are shown as. */
function partsOf(view: PlanView): Statement[] {
  const shown = planSections({ ...view, appendices: [] });
  const wanted = /^(personal-details|main-contacts|services|section-[aij])$/;
  return shown
    .filter(({ id }) => wanted.test(id))
    .flatMap(({ id, title, blocks }) => {
      const found: (Statement & { fields: Field[] })[] = [];
      const section = id === 'section-a' ? 'Section A: Views, interests and aspirations' : title;
      let name = '';
      const add = (fields: readonly Field[]) => {
        const last = found.at(-1);
        if (last !== undefined && last.name === name) last.fields.push(...fields);
        else found.push({ key: `${id}/${name}`, section, area: '', name, isRow: false, fields: [...fields] });
      };
      for (const block of blocks) {
        if (block.kind === 'heading') name = block.text;
        else if (block.kind === 'pairs') add(block.rows.map(({ label, value }) => ({ label, text: value })));
        else if (block.kind === 'text') add([{ label: '', text: block.text }]);
      }
      return found;
    });
}

function rowStatements(view: PlanView, linkName: LinkName): Statement[] {
  const { content, citations } = view;
  const names = namesIn(content, citations);
  const from = (sources: readonly Source[]) =>
    [...new Set(sources.map(names.source).filter((words) => words !== null))].sort().join('; ');
  const links = (ids: readonly Uuid[]) => ids.map(linkName).sort(byNumber).join(', ');
  return AREAS.flatMap((area): Statement[] => {
    const { strengths, needs, provisions, outcomes }: Area = content.areas[area];
    const letter = needSection(area);
    const place = (section: RowSection, id: Uuid) => ({
      ...placeOf(section, area),
      key: id,
      name: names.ref(id),
      isRow: true,
    });
    return [
      {
        ...placeOf(letter, area),
        key: `${area}/strengths`,
        name: 'Strengths',
        isRow: false,
        fields: filled([['', strengths]]),
      },
      ...needs.map((row) => ({
        ...place(letter, row.id),
        fields: rowFields({ kind: 'need', row }, { links, from }),
      })),
      ...provisions.map((row) => ({
        ...place(row.section, row.id),
        fields: rowFields({ kind: 'provision', row }, { links, from }),
      })),
      ...outcomes.map((row) => ({
        ...place('E', row.id),
        fields: rowFields({ kind: 'outcome', row }, { links, from }),
      })),
    ];
  });
}

/** How a row says what it leads to and what it came from. */
export type RowNames = {
  links: (ids: readonly Uuid[]) => string;
  from: (sources: readonly Source[]) => string;
};

/** What one row says, each part of it under the name its readers are shown; nothing of what is empty. */
export function rowFields({ kind, row }: PlanRow, { links, from }: RowNames): Field[] {
  switch (kind) {
    case 'need':
      return filled([
        ['Need', row.text],
        ['Evidence', row.evidence],
        ['Comes from', from(row.sources)],
      ]);
    case 'provision':
      return filled([
        ...provisionFields(row),
        ['Meets', links(row.needIds)],
        ['Comes from', from(row.sources)],
      ]);
    case 'outcome':
      return filled([
        ['Outcome', row.text],
        ['Steps towards it', row.steps],
        ['By when', row.byWhen],
        ['Progress', row.monitoring ?? ''],
        ['For adult life', capital(row.adulthood ?? '')],
        ['Through', links(row.provisionIds)],
        ['Comes from', from(row.sources)],
      ]);
  }
}

function placeOf(section: RowSection, area: AreaName): Pick<Statement, 'section' | 'area'> {
  const several = section === 'B' || section === 'E' || section === 'F';
  return { section: TITLES[section], area: several ? AREA_TITLES[area] : '' };
}

function provisionFields(row: Provision): [string, string][] {
  return [
    ['Support required', row.what],
    ['Also', row.text],
    ['Who will provide it', row.who],
    ['Ratio', row.ratio],
    ['How often', row.frequency],
    ['How long each time', row.durationEachTime],
    ['Review', row.review],
    ['Prepares for adulthood', row.preparesForAdulthood ? 'Yes' : ''],
  ];
}

function adviceStatement(entry: PlanContent['advice'][number]): Statement {
  const day = (on: typeof entry.receivedOn) => (on === null ? '' : sayDate(on));
  return {
    key: `K/${entry.adviceId}`,
    section: 'Section K: Advice and information',
    area: '',
    name: capital(entry.kind),
    isRow: true,
    fields: filled([
      ['Who from', entry.from],
      ['Date received', day(entry.receivedOn)],
      ['Appended', entry.appended ? 'Yes' : 'No'],
    ]),
  };
}

function filled(fields: readonly (readonly [string, string])[]): Field[] {
  return fields
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => ({ label, text: text.trim() }));
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en-GB', { numeric: true });
}
