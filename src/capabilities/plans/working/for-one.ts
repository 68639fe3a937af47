import type { Safely } from '../../../platform/notifications/index.ts';
import { saidAs } from '../../../platform/notifications/index.ts';
import { LEFT_OUT } from '../../../shared/left-out.ts';
import type { OpenWorking } from '../proposal-sending.ts';
import { saidTo } from './anchors.ts';
import type { WorkingDocument, WorkingField } from './document.ts';

/** Every way a field of the document may be read: as it was, as each party would have it, and straight through. */
function readingsOf({ original, words }: WorkingField): string[] {
  const straight = words.map(({ text }) => text).join('');
  return [original, straight, saidTo('family', words).own, saidTo('authority', words).own];
}

/** All of them: what is said over several pieces is in none of these by itself. */
export function readings({ statements }: WorkingDocument): string[] {
  return statements.flatMap(({ fields }) => fields.flatMap(readingsOf));
}

/**
 * The document without how to reach another on the child's file, and marked so. Where that is said over several parties' words,
 * no piece of the field can be shown as theirs.
 */
export function withoutOthers(open: OpenWorking, safe: Safely): OpenWorking {
  const said = saidAs(open, safe);
  const fields = (of: readonly WorkingField[]) =>
    of.map((field): WorkingField => {
      if (readingsOf(field).every((words) => safe(words) === words)) return field;
      return { ...field, words: [{ mark: 'original', struck: false, text: LEFT_OUT, from: [] }] };
    });
  const statements = said.document.statements.map((one) => ({ ...one, fields: fields(one.fields) }));
  return {
    ...said,
    view: { ...said.view, leavesOut: true },
    document: { ...said.document, statements },
  };
}
