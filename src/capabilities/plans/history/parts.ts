import type { Uuid } from '../../../shared/uuid.ts';
import { findRow, type PlanRow } from '../area-rows.ts';
import { canonicalJson } from '../changes.ts';
import { AREAS, type Area, type AreaName, type DraftContent } from '../plan.ts';
import type { EditableSection, SectionEdit } from '../sections.ts';

/** One thing a draft says that is changed, undone and put back by itself. */
export type DraftPart =
  | ({ part: 'row' } & PlanRow)
  | { part: 'strengths'; words: string }
  | { part: 'section'; edit: WholeSection };

/** A section that is written whole: every one but the areas. */
export type WholeSection = Exclude<SectionEdit, { section: AreaName }>;

/** Where a part stands. `at` names it for ever; `place` is which of the rows of its kind it is. */
export type Standing = { section: EditableSection; place: number | null; part: DraftPart };

export function rowAt(area: AreaName, id: Uuid): string {
  return `${area}/rows/${id}`;
}

/** The area and the row an `at` is of; null of what is no row. */
export function rowOf(at: string): { area: AreaName; id: Uuid } | null {
  const [name, id] = at.split('/rows/');
  const area = AREAS.find((one) => one === name);
  return area === undefined || id === undefined ? null : { area, id };
}

/** Everything a draft says, by the name each part has for ever. */
export function partsOf(content: DraftContent): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const edit of wholeSections(content)) {
    found.set(edit.section, { section: edit.section, place: null, part: { part: 'section', edit } });
  }
  for (const section of AREAS) {
    const area: Area = content.areas[section];
    const words = area.strengths;
    found.set(`${section}/strengths`, { section, place: null, part: { part: 'strengths', words } });
    for (const rows of [area.needs, area.provisions, area.outcomes]) {
      for (const [place, { id }] of rows.entries()) {
        const row = findRow(area, id);
        if (row !== undefined)
          found.set(rowAt(section, id), { section, place, part: { part: 'row', ...row } });
      }
    }
  }
  return found;
}

/** Whether two parts say the same. The order of links and sources is no difference. */
export function saysTheSame(one: DraftPart | null, other: DraftPart | null): boolean {
  return says(one) === says(other);
}

function says(part: DraftPart | null): string {
  if (part?.part !== 'row') return canonicalJson(part);
  const sources = part.row.sources.map(canonicalJson).sort();
  const links =
    'needIds' in part.row ? part.row.needIds : 'provisionIds' in part.row ? part.row.provisionIds : [];
  return canonicalJson({
    ...part.row,
    kind: part.kind,
    needIds: [],
    provisionIds: [...links].sort(),
    sources,
  });
}

function wholeSections(content: DraftContent): WholeSection[] {
  const { personalDetails, mainContacts, servicesInvolved, a1, a2, advice } = content;
  const { directPayments, personalBudget } = content;
  return [
    { section: 'personal details', value: personalDetails },
    { section: 'main contacts', value: mainContacts },
    { section: 'services involved', value: servicesInvolved },
    { section: 'A1', value: a1 },
    { section: 'A2', value: a2 },
    {
      section: 'J',
      value: personalBudget === undefined ? { directPayments } : { directPayments, personalBudget },
    },
    { section: 'K', value: advice },
  ];
}
