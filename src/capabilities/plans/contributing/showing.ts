import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { AdviceGiver } from '../../assessments/index.ts';
import { findRow, type PlanRow } from '../area-rows.ts';
import { type Citation, rowsOf } from '../citing.ts';
import { references } from '../links.ts';
import { AREAS, type AreaName, type DraftContent } from '../plan.ts';
import { bareRow } from '../suggesting.ts';
import type { Passage } from '../withholding/rule.ts';
import { saysWords } from '../withholding/without.ts';

/** That an organisation whose advice a draft rests on is shown those lines of it, and until when. */
export type Showing = {
  id: Uuid;
  planId: Uuid;
  childId: Uuid;
  authorityId: number;
  authorityName: string;
  organisationId: Uuid;
  organisation: string;
  /** What staff ask of whoever reads them. */
  words: string;
  shownOn: PlainDate;
  shownBy: string;
  looked: { at: Date; by: string } | null;
  /** Nothing more is said once the plan is final. */
  planIssuedOn: PlainDate | null;
  ended: { on: PlainDate; by: string } | null;
};

/** One line as it was shown: its words alone. */
export type ShownLine = { rowId: Uuid; section: AreaName; name: string; line: PlanRow };

type Basis = { citations: readonly Citation[]; withheld: readonly Passage[] };

/**
 * The lines of a draft that rest on an organisation's signed advice, or on files of it. What is withheld from any class of
 * organisation is shown to none of them here.
 */
export function linesRestingOn(
  content: DraftContent,
  { adviceIds, documentIds }: Pick<AdviceGiver, 'adviceIds' | 'documentIds'>,
  { citations, withheld }: Basis,
): ShownLine[] {
  const names = references(content);
  const theirs = new Set([
    ...adviceIds,
    ...citations.filter(({ documentId }) => documentIds.includes(documentId)).map(({ id }) => id),
  ]);
  return AREAS.flatMap((section) => {
    const area = content.areas[section];
    return rowsOf(area)
      .filter(({ sources }) =>
        sources.some((source) => theirs.has('adviceId' in source ? source.adviceId : source.citationId)),
      )
      .flatMap(({ id }) => {
        const row = findRow(area, id);
        return row === undefined || isWithheld(row, withheld, section)
          ? []
          : [{ rowId: id, section, name: names.get(id) ?? '', line: bareRow(row) }];
      });
  });
}

/** Whether a line, or words in it, are withheld from organisations. */
export function isWithheld(
  line: PlanRow,
  withheld: readonly Passage[],
  area: AreaName | null = null,
): boolean {
  return withheld.some(({ rowId, words, leftOut }) => {
    if (leftOut !== undefined) return leftOut.some((key) => key === line.row.id || key === area);
    return words === null ? rowId === line.row.id : saysWords(line.row, words);
  });
}

/** Which of them staff chose; refuses an organisation whose advice is not here, or that nothing of the draft rests on. */
export function mayShow(
  giver: AdviceGiver | undefined,
  lines: readonly ShownLine[],
  issued: boolean,
): Result<AdviceGiver> {
  if (giver === undefined) return refused('organisation', 'Select who gave the advice');
  if (issued)
    return refused('organisation', 'This plan is final. Show them the draft of an amendment instead');
  if (lines.length === 0) {
    const message = `No line of the draft that may be shown rests on the advice of ${giver.name}. Cite it at a line first`;
    return refused('organisation', message);
  }
  return accepted(giver);
}

/** Whether more may be said about what is shown. */
export function mayContribute({ planIssuedOn }: Pick<Showing, 'planIssuedOn'>, field: string): Result<true> {
  if (planIssuedOn === null) return accepted(true);
  return refused(field, 'This plan is final, so nothing more can be said about its draft');
}
