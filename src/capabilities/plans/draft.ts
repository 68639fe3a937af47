import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { sameSource } from './citing.ts';
import {
  ADVICE_KINDS,
  type AdviceEntry,
  type AdviceKind,
  type Area,
  type AreaName,
  type DraftContent,
  EDUCATION_AREAS,
  emptyAreas,
  type Need,
  type Outcome,
  type PlanContent,
  type Provision,
  type ProvisionSection,
  type Source,
} from './plan.ts';

/** One piece of advice asked for in the assessment. Nothing of it can be drawn on until its author has signed it. */
export type AdviceForDraft = {
  adviceId: Uuid;
  kind: AdviceKind;
  from: string;
  requestedOn: PlainDate | null;
  signed: { on: PlainDate; rows: readonly AdviceRow[] } | null;
};

export type AdviceRow = {
  area: AreaName;
  need: string;
  evidence: string;
  outcome: Pick<Outcome, 'text' | 'steps' | 'byWhen'>;
  provision: ProvisionWords;
  /** Whether social care provision is under s. 2 of the 1970 Act (H1) or other (H2); ignored elsewhere. */
  socialCareSection: 'H1' | 'H2' | null;
  page: number | null;
};

type ProvisionWords = Pick<
  Provision,
  'what' | 'who' | 'ratio' | 'frequency' | 'durationEachTime' | 'review' | 'text'
>;

/** What a draft starts from besides the advice: the person, their people, and what they told us. */
export type DraftBasis = Omit<PlanContent, 'areas' | 'advice' | 'directPayments'>;

/**
 * A first draft drawn from signed advice, area by area in the Code's order. Rows that say the same thing become one,
 * citing each source: one need met by two provisions, one provision for two needs, one outcome of several provisions.
 * A row whose provision or outcome is blank still brings its need, so that the gap is seen rather than lost.
 * Takes `newId` because a rule does not make identifiers.
 */
export function draftFromAdvice(
  basis: DraftBasis,
  advice: readonly AdviceForDraft[],
  newId: () => Uuid,
): DraftContent {
  const ordered = [...advice].sort((a, b) => ADVICE_KINDS.indexOf(a.kind) - ADVICE_KINDS.indexOf(b.kind));
  const rowsOf = (area: AreaName) =>
    ordered.flatMap(({ adviceId, signed }) =>
      (signed?.rows ?? [])
        .filter((row) => row.area === area)
        .map((row) => ({ ...row, source: { adviceId, page: row.page } })),
    );
  const areas = emptyAreas();
  for (const area of EDUCATION_AREAS) areas[area] = drawArea(rowsOf(area), () => 'F' as const, newId);
  areas.health = drawArea(rowsOf('health'), () => 'G' as const, newId);
  areas['social care'] = drawArea(rowsOf('social care'), (row) => row.socialCareSection ?? 'H2', newId);
  return { ...basis, areas, directPayments: null, advice: ordered.map(adviceEntry), sectionI: null };
}

function adviceEntry({ adviceId, kind, from, requestedOn, signed }: AdviceForDraft): AdviceEntry {
  return { adviceId, kind, from, requestedOn, receivedOn: signed?.on ?? null, appended: signed !== null };
}

type SourcedRow = AdviceRow & { source: Source };

function drawArea<Section extends ProvisionSection>(
  rows: readonly SourcedRow[],
  sectionOf: (row: SourcedRow) => Section,
  newId: () => Uuid,
): Area<Section> {
  const needs = new Map<string, Need>();
  const provisions = new Map<string, Provision<Section>>();
  const outcomes = new Map<string, Outcome>();
  for (const row of rows) {
    if (row.need.trim() === '') continue;
    const need = take(needs, same(row.need), (old) => ({
      id: old?.id ?? newId(),
      text: old?.text ?? row.need,
      evidence: withText(old?.evidence, row.evidence),
      sources: withSource(old?.sources, row.source),
    }));
    if (row.provision.what.trim() === '') continue;
    const section = sectionOf(row);
    const { what, who, ratio, frequency, durationEachTime, review, text } = row.provision;
    const prompts = { what, who, ratio, frequency, durationEachTime, review, text };
    const provision = take(provisions, same([section, ...Object.values(prompts)].join('\n')), (old) => ({
      ...prompts,
      id: old?.id ?? newId(),
      section,
      needIds: withId(old?.needIds, need.id),
      sources: withSource(old?.sources, row.source),
    }));
    if (row.outcome.text.trim() === '') continue;
    const { outcome } = row;
    take(outcomes, same([outcome.text, outcome.steps, outcome.byWhen].join('\n')), (old) => ({
      id: old?.id ?? newId(),
      text: outcome.text,
      steps: outcome.steps,
      byWhen: outcome.byWhen,
      provisionIds: withId(old?.provisionIds, provision.id),
      sources: withSource(old?.sources, row.source),
    }));
  }
  return {
    strengths: '',
    needs: [...needs.values()],
    provisions: [...provisions.values()],
    outcomes: [...outcomes.values()],
  };
}

function take<T>(rows: Map<string, T>, key: string, next: (old: T | undefined) => T): T {
  const row = next(rows.get(key));
  rows.set(key, row);
  return row;
}

/** Two statements are the same when they differ only in capitals and spacing. */
function same(text: string): string {
  return text
    .trim()
    .replaceAll(/[^\S\n]+/g, ' ')
    .toLowerCase();
}

function withText(old: string | undefined, text: string): string {
  if (old === undefined || old.trim() === '') return text;
  return text.trim() === '' || old.split('\n\n').includes(text) ? old : `${old}\n\n${text}`;
}

function withSource(old: readonly Source[] | undefined, source: Source): readonly Source[] {
  const known = old ?? [];
  return known.some((one) => sameSource(one, source)) ? known : [...known, source];
}

function withId(old: readonly Uuid[] | undefined, id: Uuid): readonly Uuid[] {
  return old?.includes(id) ? old : [...(old ?? []), id];
}
