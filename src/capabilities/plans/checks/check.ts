import type { Citation } from '../../../law/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { needSection } from '../links.ts';
import { AREAS, type Area, type Placement, type PlanContent, type Provision, type Source } from '../plan.ts';
import type { Span } from './parts/line.ts';

/** `blocking`: the law does not let it go out so. `warning`: it is probably wrong. `advice`: worth a look. */
export type Severity = 'blocking' | 'warning' | 'advice';

/** A plan as it is checked: what it says, whether it is a draft, and the day. */
export type Checked = {
  content: PlanContent & { sectionI: Placement | null };
  draft: boolean;
  today: PlainDate;
  /** What the plan’s file says beside the plan; null where only the plan itself is there, as in a saved file. */
  record: PlanRecord | null;
};

/** What is recorded about a plan and does not stand in it. */
export type PlanRecord = {
  /** Who agreed Section G for the commissioning body, when, and which words they agreed; null where nobody has. */
  healthAgreement: { body: string; on: PlainDate; agreed: readonly string[] | null } | null;
  /** Citations of a whole report: of no page and no heading in it. */
  wholeReports: readonly Uuid[];
  /** Each need that advice states and nothing places in the plan. */
  unplacedNeeds: readonly { from: string; text: string }[];
  /** The day of the last review meeting that an amendment follows; null where none is recorded. */
  lastReviewOn: PlainDate | null;
  /** What the authority configures; null where it says nothing. */
  limits: { adviceMonths: number | null; readingAge: number | null };
};

/** Where a check found something; the span is of the text. */
export type Found = { section: string; row: string | null; text: string; span?: Span | null; why: string };

/** One rule: what it asks, the law it rests on and how sure we are of it, and a pure function that looks. */
export type Check = {
  id: string;
  name: string;
  severity: Severity;
  cite: Citation;
  suggestion: string;
  /** Why staff may record no exception to it, where they may not. */
  noException?: string;
  find: (plan: Checked) => readonly Found[];
};

/** What a rule found in a plan, as the command line and other programs have it. */
export type Finding = {
  rule: string;
  severity: Severity;
  section: string;
  row: string | null;
  text: string;
  span: Span;
  why: string;
  provision: string;
  suggestion: string;
};

/** One statement of a plan, the section it stands in, and what it rests on. */
export type Statement = { section: string; row: string; text: string; sources: readonly Source[] };

/** Every provision, with all it says as one line. */
export function provisionsOf({ content }: Pick<Checked, 'content'>): (Provision & { line: string })[] {
  return AREAS.flatMap((name) => {
    const area: Area = content.areas[name];
    return area.provisions.map((provision) => ({ ...provision, line: lineOf(provision) }));
  });
}

/**
 * All that whoever drafts writes in running words: A1, strengths, and each statement with what stands beside it. The
 * account in A2 is the family’s own, and has in it whom they like.
 */
export function writtenIn(plan: Checked): readonly Written[] {
  const known = alreadyWritten.get(plan);
  if (known !== undefined) return known;
  const written = readAll(plan);
  alreadyWritten.set(plan, written);
  return written;
}

type Written = { section: string; row: string | null; text: string };

// Several rules read it: it is put together once for as long as the plan is being checked.
const alreadyWritten = new WeakMap<Checked, readonly Written[]>();

function readAll(plan: Checked): Written[] {
  const { a1, areas } = plan.content;
  const beside = AREAS.flatMap((name) => {
    const area: Area = areas[name];
    return [
      { section: name, row: null, text: area.strengths },
      ...area.needs.map(({ id, evidence }) => ({ section: needSection(name), row: id, text: evidence })),
      ...area.outcomes.flatMap(({ id, steps, monitoring }) =>
        [steps, monitoring ?? ''].map((text) => ({ section: 'E', row: id, text })),
      ),
    ];
  });
  return [{ section: 'A1', row: null, text: a1 }, ...statementsOf(plan), ...beside].filter(
    ({ text }) => text.trim() !== '',
  );
}

/** Every need, provision and outcome, in the order of the plan. */
export function statementsOf({ content }: Checked): Statement[] {
  return AREAS.flatMap((name) => {
    const area: Area = content.areas[name];
    const section = needSection(name);
    return [
      ...area.needs.map((need) => of(section, need, need.text)),
      ...area.provisions.map((provision) => of(provision.section, provision, lineOf(provision))),
      ...area.outcomes.map((outcome) => of('E', outcome, outcome.text)),
    ];
  });
}

function of(
  section: string,
  { id, sources }: { id: string; sources: readonly Source[] },
  text: string,
): Statement {
  return { section, row: id, text, sources };
}

function lineOf({ what, who, ratio, frequency, durationEachTime, review, text }: Provision): string {
  return [what, who, ratio, frequency, durationEachTime, review, text]
    .map((said) => said.trim())
    .filter((said) => said !== '')
    .join('; ');
}
