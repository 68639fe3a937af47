import { areaEdit, placedRow, removeRow } from '../area-rows.ts';
import { AREAS, type Area, type AreaName, type DraftContent } from '../plan.ts';
import type { EditableSection, SectionEdit } from '../sections.ts';
import { withSection } from '../sections.ts';
import { type DraftPart, partsOf, rowOf, saysTheSame } from './parts.ts';

/** One part of a draft before and after somebody changed it; null where there was none. */
export type PartChange = {
  at: string;
  section: EditableSection;
  /** Which of the rows of its kind it was, or is where it is new. */
  place: number | null;
  before: DraftPart | null;
  after: DraftPart | null;
};

/** What one act changed, part by part, in the order of the draft: what is gone comes last. */
export function partChanges(before: DraftContent, after: DraftContent): PartChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const changes: PartChange[] = [];
  for (const [at, { section, place, part }] of now) {
    const was = old.get(at)?.part ?? null;
    if (!saysTheSame(was, part)) changes.push({ at, section, place, before: was, after: part });
  }
  for (const [at, { section, place, part }] of old) {
    if (!now.has(at)) changes.push({ at, section, place, before: part, after: null });
  }
  return changes;
}

/** What an act changed and somebody has changed again since, with what it says now. */
export type Overtaken = PartChange & { now: DraftPart | null };

export function overtaken(content: DraftContent, changes: readonly PartChange[]): Overtaken[] {
  const parts = partsOf(content);
  return changes
    .map((change) => ({ ...change, now: parts.get(change.at)?.part ?? null }))
    .filter(({ after, now }) => !saysTheSame(after, now));
}

/** The sections of the draft as they are once each part says again what it said before. Links to what is not there go. */
export function editsBack(
  content: DraftContent,
  changes: readonly Pick<PartChange, 'at' | 'section' | 'place' | 'before'>[],
): SectionEdit[] {
  const sections = Map.groupBy(changes, ({ section }) => section);
  return [...sections].flatMap(([section, back]): SectionEdit[] => {
    const area = AREAS.find((one) => one === section);
    if (area !== undefined) return [areaBack(area, content.areas[area], back)];
    return back.flatMap(({ before }) => (before?.part === 'section' ? [before.edit] : []));
  });
}

/** The draft with those sections changed, for showing what it would say. */
export function withEdits(content: DraftContent, edits: readonly SectionEdit[]): DraftContent {
  return edits.reduce(withSection, content);
}

type Back = Pick<PartChange, 'at' | 'place' | 'before'>;
const ORDER = ['need', 'provision', 'outcome'] as const;

// What others link to is there before what links to it: needs, then provision, then outcomes.
function areaBack(name: AreaName, start: Area, back: readonly Back[]) {
  const gone = back.flatMap(({ at, before }) => (before === null ? [rowOf(at)?.id ?? ''] : []));
  const strengths = back.find(({ before }) => before?.part === 'strengths')?.before;
  const without = gone.reduce(removeRow, start);
  const written = strengths?.part === 'strengths' ? { ...without, strengths: strengths.words } : without;
  const area = ORDER.reduce(
    (before, kind) =>
      back.reduce(
        (sofar, { before: part, place }) =>
          part?.part === 'row' && part.kind === kind ? placedRow(sofar, part, place) : sofar,
        before,
      ),
    written,
  );
  return areaEdit(name, area);
}
