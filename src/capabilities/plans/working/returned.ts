import type { DocxRun, DocxRuns, WordRuns } from '../../../platform/documents/reading/index.ts';
import { LEFT_OUT } from '../../../shared/left-out.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { sha256 } from '../hash.ts';
import type { OpenWorking } from '../proposal-sending.ts';
import { type Anchor, anchorIn, evened, fingerprint, saidTo, versionIn } from './anchors.ts';
import { isNewRowIn, type Party, type WorkingField } from './document.ts';
import { KEY, sayFootnote } from './key.ts';
import type { Mark } from './marks.ts';
import { HOW_TO, nameOf, sectionsOf, TITLE, WORDS } from './word.ts';

/** A field that the file has otherwise: `where` in the plan it stands, and the key a form calls it by. */
export type Changed = { key: string; at: string; where: string; before: string; words: string };
export type PutIn = { key: string; section: string; words: string };
/** What of a file is nobody's proposal until a person has read it: its words, and why that cannot be told. */
export type Untold = { where: string; words: string; why: string };
/** What a working document that came back would have a party propose. */
export type Returned = {
  changes: readonly Changed[];
  rows: readonly PutIn[];
  untold: readonly Untold[];
};

type Open = Pick<OpenWorking, 'versionId' | 'view' | 'document' | 'proposals'>;
type Block = { section: string; lines: DocxRun[][]; row: string | null };
type FieldBlock = Block & { anchor: Extract<Anchor, { kind: 'field' }>; label: string };

export const MOST_LETTERS = 20_000;
const NEW_ROW = /^\s*new row\b\s*[:.\u2013-]?\s*/i;
const NOT_OURS =
  'This is not a working document made by this service. Download the Word file from the working document, make the changes in it, and add that to the child’s file';

/** Whether a file is the working document of this plan as it is in force. Refuses one of another version or plan, and any other file. */
export function isOfVersion(file: WordRuns, versionId: Uuid, earlier: readonly Uuid[]): Result<null> {
  const said = versionIn(file.paragraphs.flatMap(({ marks }) => marks));
  if (said === versionId) return accepted(null);
  if (said === null) return refused('file', NOT_OURS);
  return refused(
    'file',
    earlier.includes(said)
      ? 'This is the working document of an earlier version of this plan. Download the Word file of the plan in force, and make the changes in that'
      : 'This is the working document of another plan. Check whose file it should be on',
  );
}

/**
 * What a working document that came back would have one party propose, field by field, with the rows put in. What was there
 * when the file was made is known by its fingerprint: what changed on the service since and not in the file is no change, and what
 * changed in both is for a person to put together. No word of the file is passed over.
 */
export function readReturned(file: WordRuns, open: Open, party: Party): Returned {
  const { fields, rows, untold } = blocksOf(file.paragraphs, open);
  const known = fieldsOf(open);
  const read = new Set(fields.map(({ anchor }) => anchor.place));
  const told = fields.map((block) => fieldOf(block, known, party));
  const lost = known.filter(({ field }) => !read.has(field.place) && !field.at.startsWith('new/'));
  return {
    changes: told.flatMap((one) => ('change' in one ? [one.change] : [])),
    rows: rows
      .filter(({ section, words }) => !isThere(open, party, section, words))
      .map((one) => ({ ...one, key: `n${sha256(`${one.section}\u0000${one.words}`).slice(0, 16)}` })),
    untold: [
      ...untold,
      ...told.flatMap((one) => ('untold' in one ? [one.untold] : [])),
      ...lost.map(({ field, where }) => ({
        where,
        words: saidTo(party, field.words).own,
        why: 'The file no longer has this part. If it is to be taken out, propose that here',
      })),
      ...besideOf(file, open),
    ],
  };
}

function fieldOf(
  block: FieldBlock,
  known: ReturnType<typeof fieldsOf>,
  party: Party,
): { change: Changed } | { untold: Untold } | Record<never, never> {
  const { anchor } = block;
  const words = saidTo(party, joined(block.lines));
  const found = known.find(({ field }) => field.place === anchor.place);
  const aside = (why: string, where = found?.where ?? block.section) => ({
    untold: { where, words: evened(all(block.lines)), why },
  });
  if (found === undefined) return aside('The working document has no such part now');
  const { field, where } = found;
  if (evened(block.label) !== labelOf(field))
    return aside(`The heading of this part is “${evened(block.label)}” in the file`);
  const now = saidTo(party, field.words);
  if (fingerprint(words) === anchor.was[party] || words.own === now.own) {
    return words.others === now.others || fingerprint(words) === anchor.was[party]
      ? {}
      : aside('Words marked as the other side’s were changed in the file');
  }
  if (anchor.leftOut) return aside(NOT_IN_COPY);
  if (fingerprint(now) !== anchor.was[party])
    return aside('This part was changed here after the file was made, and in the file too');
  if (words.others !== now.others) return aside('Words marked as the other side’s were changed in the file');
  if (words.own.length > MOST_LETTERS) return aside('It is too long to be one proposal');
  return { change: { key: `f${field.place}`, at: field.at, where, before: now.own, words: words.own } };
}

const NOT_IN_COPY =
  'Some of this part was left out of their copy, since it says how to reach somebody else. They did not see it';

/** The parts of a file: what stands under each bookmark of ours, the rows put in, and what stands under none. */
function blocksOf(paragraphs: readonly DocxRuns[], { document, view }: Open) {
  const sections = sectionsOf(document);
  const names = new Set(document.statements.map((one) => evened(nameOf(one))));
  const front = new Set([TITLE, view.reference, HOW_TO, ...KEY.map(({ text }) => text)].map(evened));
  const [fields, putIn, untold]: [FieldBlock[], Block[], Untold[]] = [[], [], []];
  let section = '';
  let current: Block | null = null;
  const begin = (lines: DocxRun[][], row: string | null) => {
    current = { section, lines, row };
    putIn.push(current);
  };
  for (const { marks, style, heading, row, runs } of paragraphs) {
    const words = evened(textOf(runs));
    const anchor = anchorIn(marks);
    if (anchor?.kind === 'section' || anchor?.kind === 'row') {
      // By its own words first: a file made when the document had fewer sections counts them otherwise.
      if (anchor.kind === 'section')
        section = sections.find((one) => evened(one) === words) ?? sections[anchor.nth] ?? section;
      current = null;
      if (
        anchor.kind === 'section'
          ? words !== evened(section)
          : !(names.has(words) || words.includes(LEFT_OUT))
      )
        untold.push({ where: section, words, why: 'A heading was changed in the file' });
    } else if (anchor?.kind === 'field' && !fields.some((one) => one.anchor.place === anchor.place)) {
      const block: FieldBlock = { section, lines: [], row, anchor, label: textOf(runs) };
      fields.push(block);
      current = block;
    } else if (section === '') {
      if (words !== '' && !front.has(words))
        untold.push({ where: 'Before the first section', words, why: 'It stands in no section of the plan' });
    } else if (words === '') current?.lines.push([]);
    else if (NEW_ROW.test(words)) begin([withoutNewRow(runs)], row);
    else if (heading || current === null || row !== current.row) begin([runs], row);
    else if (style === 'Label' && !putIn.includes(current)) begin([runs], row);
    else current.lines.push(runs);
  }
  const rows = putIn.map((one) => ({ section: one.section, words: evened(textOfRow(one)) }));
  const tooLong = rows.filter(({ words }) => words.length > MOST_LETTERS);
  return {
    fields,
    rows: rows.filter(({ words }) => words !== '' && words.length <= MOST_LETTERS),
    untold: [
      ...untold,
      ...tooLong.map(({ section: where, words }) => ({
        where,
        words,
        why: 'It is too long to be one proposal',
      })),
    ],
  };
}

// Comments, boxes and footnotes of their own are words too; what we write there ourselves is left out.
function besideOf({ beside }: WordRuns, { document }: Open): Untold[] {
  const ours = new Set(document.footnotes.map((note) => evened(sayFootnote(note))));
  const footnote = /^Proposed by the (parent or young person|local authority), .+\.$/;
  return beside
    .map(({ text, where }) => ({ where, words: evened(text) }))
    .filter(({ words, where }) => {
      if (words === '' || where === 'deleted') return false;
      if (where === 'footer') return !words.startsWith(`${TITLE} · `);
      return where !== 'footnote' || !(ours.has(words) || footnote.test(words));
    })
    .map(({ words, where }) => ({
      where: `A ${where === 'box' ? 'box beside the text' : where}`,
      words,
      why: 'It stands beside the plan’s words, and is no part of them',
    }));
}

function fieldsOf({ document }: Open): { field: WorkingField; where: string }[] {
  return document.statements.flatMap((statement) =>
    statement.fields.map((field) => ({
      field,
      where: [statement.section, nameOf(statement), field.label].filter((words) => words !== '').join(', '),
    })),
  );
}

function isThere({ proposals }: Open, party: Party, section: string, words: string): boolean {
  return proposals.some(
    (one) => one.party === party && isNewRowIn(one.at, section) && evened(one.words) === words,
  );
}

const labelOf = ({ label }: WorkingField) => evened(label === '' ? WORDS : label);
const textOf = (runs: readonly DocxRun[]) => runs.map(({ text }) => text).join('');
const all = (lines: readonly DocxRun[][]) => lines.map(textOf).join('\n');
const textOfRow = ({ lines }: Block) => all(lines.map((runs) => runs.filter(({ struck }) => !struck)));

function withoutNewRow(runs: readonly DocxRun[]): DocxRun[] {
  const standing = runs.filter(({ struck }) => !struck);
  const [first] = standing;
  return first === undefined ? [] : [{ ...first, text: textOf(standing).replace(NEW_ROW, '') }];
}

function joined(lines: readonly DocxRun[][]) {
  return lines.flatMap((runs, at) => [
    ...(at === 0 ? [] : [{ mark: 'original' as const, struck: false, text: '\n' }]),
    ...runs.map(({ bold, italic, underlined, struck, text }) => ({
      mark: markOf({ bold, italic, underlined }),
      struck,
      text,
    })),
  ]);
}

function markOf({ bold, italic, underlined }: Pick<DocxRun, 'bold' | 'italic' | 'underlined'>): Mark {
  if (bold) return 'family';
  if (italic) return 'authority';
  return underlined ? 'agreed' : 'original';
}
