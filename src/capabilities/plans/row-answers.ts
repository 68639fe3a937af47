import { type Typed, tooLong } from '../../platform/http/forms.ts';
import { type Refusal, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findRow, type PlanRow, type RowKind, sectionsFor } from './area-rows.ts';
import { ADULTHOOD, type Area, type AreaName } from './plan.ts';

/* The form of one need, provision or outcome: what it holds, and the row it comes to. */

type RowRead = { ok: true; value: PlanRow } | Refusal;

/** The row a form comes to. Refuses one without its main words. */
export function readRow(kind: RowKind, typed: Typed, id: Uuid, area: AreaName): RowRead {
  const long = tooLong(typed);
  if (long !== null) return long;
  const text = (name: string) => typed[name] ?? '';
  const ids = (name: string) =>
    text(name)
      .split(',')
      .filter((one) => one !== '');
  const shared = { id, sources: [] };
  switch (kind) {
    case 'need':
      if (text('text') === '') return refused('text', 'Enter the need');
      return {
        ok: true,
        value: { kind, row: { ...shared, text: text('text'), evidence: text('evidence') } },
      };
    case 'outcome': {
      if (text('text') === '') return refused('text', 'Enter the outcome');
      const words = { text: text('text'), steps: text('steps'), byWhen: text('byWhen') };
      const adulthood = ADULTHOOD.find((one) => one === text('adulthood'));
      const also = {
        ...(text('monitoring') === '' ? {} : { monitoring: text('monitoring') }),
        ...(adulthood === undefined ? {} : { adulthood }),
      };
      const row = { ...shared, ...words, ...also, provisionIds: ids('provisionIds') };
      return { ok: true, value: { kind, row } };
    }
    case 'provision': {
      if (text('what') === '') return refused('what', 'Enter what is provided');
      const section = sectionsFor(area).find(
        (one) => sectionsFor(area).length === 1 || one === text('section'),
      );
      if (section === undefined) return refused('section', 'Select which section it is under');
      const row = {
        ...shared,
        section,
        needIds: ids('needIds'),
        what: text('what'),
        who: text('who'),
        ratio: text('ratio'),
        frequency: text('frequency'),
        durationEachTime: text('durationEachTime'),
        review: text('review'),
        text: text('text'),
        ...(text('preparesForAdulthood') === '' ? {} : { preparesForAdulthood: true as const }),
      };
      return { ok: true, value: { kind, row } };
    }
  }
}

/** Where a statement came from stays with it, however it is worded now. */
export function keepSources(area: Area, changed: PlanRow): PlanRow {
  const sources = findRow(area, changed.row.id)?.row.sources ?? [];
  switch (changed.kind) {
    case 'need':
      return { kind: 'need', row: { ...changed.row, sources } };
    case 'provision':
      return { kind: 'provision', row: { ...changed.row, sources } };
    case 'outcome':
      return { kind: 'outcome', row: { ...changed.row, sources } };
  }
}

/** What a row says, as its form's boxes hold it. */
export function rowTyped(saved: PlanRow | undefined): Typed {
  return Object.fromEntries(
    Object.entries(saved?.row ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  );
}
