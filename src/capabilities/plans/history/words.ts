import type { Uuid } from '../../../shared/uuid.ts';
import { type ComparedField, compareFields, isChanged } from '../comparing/compare.ts';
import { type Field, rowFields } from '../comparing/statements.ts';
import { references } from '../links.ts';
import type { DraftContent, Source } from '../plan.ts';
import { sectionFields, typedOf } from '../section-form.ts';
import { SECTION_TITLES } from '../section-titles.ts';
import { withSection } from '../sections.ts';
import type { PartChange } from './changed.ts';
import { type DraftPart, rowOf } from './parts.ts';

/** What a part is called, and what it says, as the draft it is of now names its rows. */
export type PartWords = {
  title(change: Pick<PartChange, 'at' | 'section' | 'before' | 'after'>): string;
  fields(part: DraftPart | null): Field[];
  /** One beside the other by word: only what differs, of two that both say something. */
  compare(before: DraftPart | null, after: DraftPart | null): ComparedField[];
};

const ROWS = { need: 'a need', provision: 'provision', outcome: 'an outcome' } as const;

export function partWords(content: DraftContent, citing: (sources: readonly Source[]) => string): PartWords {
  const names = references(content);
  const links = (ids: readonly Uuid[]) => ids.map((id) => names.get(id) ?? 'one since taken away').join(', ');
  const fields = (part: DraftPart | null): Field[] => {
    if (part === null) return [];
    if (part.part === 'row') return rowFields(part, { links, from: citing });
    if (part.part === 'strengths') return part.words === '' ? [] : [{ label: 'Strengths', text: part.words }];
    return sectionWords(content, part);
  };
  return {
    title({ at, section, before, after }) {
      const row = rowOf(at);
      if (row === null)
        return at === section ? SECTION_TITLES[section] : `${SECTION_TITLES[section]}: strengths`;
      const part = after ?? before;
      const kind = part?.part === 'row' ? ROWS[part.kind] : 'a row';
      return `${SECTION_TITLES[section]}: ${names.get(row.id) ?? `${kind} since taken away`}`;
    },
    fields,
    compare(before, after) {
      const all = compareFields(fields(before), fields(after));
      const changed = all.filter(isChanged);
      return before === null || after === null || changed.length === 0 ? all : changed;
    },
  };
}

function sectionWords(content: DraftContent, { edit }: Extract<DraftPart, { part: 'section' }>): Field[] {
  const whole = withSection(content, edit);
  const typed = typedOf(edit.section, whole);
  return sectionFields(edit.section, whole)
    .map(({ name, label, kind }) => {
      if (kind === 'tick') return { label, text: (typed[name] ?? '') === '' ? 'No' : 'Yes' };
      if (kind !== 'day') return { label, text: typed[name] ?? '' };
      return { label, text: ['day', 'month', 'year'].map((one) => typed[`${name}-${one}`]).join(' ') };
    })
    .filter(({ text }) => text !== '');
}
