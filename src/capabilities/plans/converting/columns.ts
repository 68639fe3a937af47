import { folded } from './headings.ts';
import type { Place } from './place.ts';

type RowPlace<K extends Place['kind']> = Extract<Place, { kind: K }>;

/** What a column of a table holds, by its heading. */
export type Column =
  | { kind: 'need'; part: RowPlace<'need'>['part'] }
  | { kind: 'provision'; part: RowPlace<'provision'>['part']; section: 'F' | 'G' | 'H1' | 'H2' | null }
  | { kind: 'outcome'; part: RowPlace<'outcome'>['part'] }
  | { kind: 'advice'; part: RowPlace<'advice'>['part'] }
  | { kind: 'strengths' }
  | { kind: 'area' }
  /** The number somebody gave a row: it says nothing else. */
  | { kind: 'number' };

/** The heading of a column, read. In Section K the same words mean something else. Null where it is not known. */
export function columnOf(heading: string, inSectionK: boolean): Column | null {
  const text = folded(heading);
  if (text === '' || text.length > 300) return null;
  if (/^(no|ref|number|reference|#|row)$/.test(text)) return { kind: 'number' };
  if (inSectionK) return adviceColumn(text);
  if (/^area( of need)?$/.test(text)) return { kind: 'area' };
  if (/strengths?\b/.test(text) && !/need/.test(text)) return { kind: 'strengths' };
  const parts = provisionParts(text);
  const [first] = parts;
  if (parts.length > 1) return { kind: 'provision', part: 'text', section: null };
  if (first !== undefined) return { kind: 'provision', part: first, section: null };
  if (/\b(steps|short[- ]term|interim|milestones|objectives|targets)\b/.test(text))
    return { kind: 'outcome', part: 'steps' };
  if (/by when|timescale|achieved by|date to be|target date|when will (it|this) be achieved/.test(text))
    return { kind: 'outcome', part: 'byWhen' };
  if (/progress|how will we know|success criteria|measured/.test(text))
    return { kind: 'outcome', part: 'monitoring' };
  if (/evidence|source|reports?\b/.test(text)) return { kind: 'need', part: 'evidence' };
  if (
    /provision|support|interventions?|strateg|need(s)? (will )?be(ing)? met|to meet|what will|arrangements/.test(
      text,
    )
  )
    return { kind: 'provision', part: 'what', section: sectionIn(text) };
  if (/outcomes?\b|aims?\b|^e$/.test(text)) return { kind: 'outcome', part: 'text' };
  if (/needs?\b|difficult|barriers?/.test(text)) return { kind: 'need', part: 'text' };
  if (/^(f|g|h1|h2)$/.test(text)) return { kind: 'provision', part: 'what', section: sectionIn(text) };
  return null;
}

function provisionParts(text: string): ('who' | 'ratio' | 'frequency' | 'durationEachTime' | 'review')[] {
  if (/review|monitor|evaluat/.test(text)) return ['review'];
  const found: ('who' | 'ratio' | 'frequency' | 'durationEachTime')[] = [];
  if (
    /\bwho\b|by whom|\bwhom\b|responsib|delivered by|provided by|staff(ing)?\b(?! ratio)|expertise/.test(text)
  )
    found.push('who');
  if (/ratio|group size/.test(text)) found.push('ratio');
  if (/how often|frequency|^when$|regularity/.test(text)) found.push('frequency');
  if (/how long|duration|length of|time (allocated|each)|hours/.test(text)) found.push('durationEachTime');
  return found;
}

function sectionIn(text: string): 'F' | 'G' | 'H1' | 'H2' | null {
  if (/^h ?1\b|h1\b/.test(text)) return 'H1';
  if (/^h ?2\b|h2\b/.test(text)) return 'H2';
  if (/^g\b|health/.test(text)) return 'G';
  return /^f\b|educational/.test(text) ? 'F' : null;
}

function adviceColumn(text: string): Column | null {
  if (/received|date/.test(text))
    return { kind: 'advice', part: /request|asked|sought/.test(text) ? 'requestedOn' : 'receivedOn' };
  if (/from|author|name|who|professional|by\b/.test(text)) return { kind: 'advice', part: 'from' };
  if (/append|attached|included/.test(text)) return { kind: 'advice', part: 'appended' };
  return /advice|information|report|title|type|document/.test(text) ? { kind: 'advice', part: 'kind' } : null;
}

/** Each column of a heading row, or null where it is none: two columns must be known, and every cell that says anything short. */
export function columnsOf(cells: readonly string[], inSectionK: boolean): (Column | null)[] | null {
  const columns = cells.map((cell) => columnOf(cell, inSectionK));
  const known = columns.filter((column) => column !== null).length;
  const said = cells.filter((cell) => cell.trim() !== '');
  if (known < 2 || said.some((cell) => cell.length > 200 || /[.;]$/.test(cell.trim()))) return null;
  return known * 2 >= said.length ? columns : null;
}
