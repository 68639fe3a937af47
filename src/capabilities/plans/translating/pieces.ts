import type { Block, Table } from '../../../platform/pdf/blocks.ts';
import { sha256 } from '../hash.ts';
import { references } from '../links.ts';
import type { PlanContent } from '../plan.ts';
import type { PlanSection } from '../rendering/wording.ts';
import { FRAME, saidByTheFrame, sameInEveryLanguage } from './frame.ts';

/** Words of a plan and what they are called by, whichever version says them; no key for what is the same in every language. */
export type Said = { key: string | null; english: string };
/** Words side by side with their name: a row of the plan, or a few of its details. */
export type Fields = { kind: 'fields'; name: Said | null; fields: readonly { label: Said; said: Said }[] };
export type SaidBlock =
  | { kind: 'heading'; level: 2 | 3 | 4; said: Said }
  | { kind: 'words'; said: Said }
  | Fields;
export type SaidSection = { id: string; title: Said; blocks: readonly SaidBlock[] };

/** One thing to translate, and where it stands. */
export type Piece = { key: string; english: string; where: string };

/**
 * A version's words with their keys. A row's are by its identity, which it keeps from version to version; what the template says
 * is by its words, and said once however often it stands there.
 */
export function saidIn(sections: readonly PlanSection[], content: PlanContent): SaidSection[] {
  const rows = new Map([...references(content)].map(([id, ref]) => [ref, id]));
  const taken = new Map<string, number>();
  const placed = (place: string, text: string): Said => {
    const nth = (taken.get(place) ?? 0) + 1;
    taken.set(place, nth);
    return { key: nth === 1 ? place : `${place}.${nth}`, english: text };
  };
  return sections.map(({ id, title, blocks }) => {
    let [part, under] = [id, id];
    const said = (place: string, label: string, text: string): Said => {
      if (sameInEveryLanguage(id, label, text)) return { key: null, english: text };
      if (saidByTheFrame(text)) return byFrame(text);
      // The same report stands beside many rows.
      if (label === 'Comes from') return { key: `source.${sha256(text).slice(0, 16)}`, english: text };
      return placed(`${place}.${slug(label) || 'words'}`, text);
    };
    const saidBlock = (block: Block): SaidBlock[] => {
      switch (block.kind) {
        case 'heading':
          under = `${block.level === 4 ? part : id}.${slug(block.text)}`;
          if (block.level < 4) part = under;
          return [{ kind: 'heading', level: block.level, said: byFrame(block.text) }];
        case 'text':
          return [{ kind: 'words', said: said(under, '', block.text) }];
        case 'bullets':
        case 'steps':
          return block.items.map((item) => ({ kind: 'words', said: said(under, '', item) }));
        case 'pairs':
          return [
            {
              kind: 'fields',
              name: null,
              fields: block.rows.map(({ label, value }) => ({
                label: byFrame(label),
                said: said(under, label, value),
              })),
            },
          ];
        case 'table':
          return fieldsOf(block, (name) => rows.get(name) ?? null, { under, said });
      }
    };
    return { id, title: byFrame(title), blocks: blocks.flatMap(saidBlock) };
  });
}

type At = { under: string; said: (place: string, label: string, text: string) => Said };

/** Each row of a table by its first cell, which names it. */
function fieldsOf({ columns, rows }: Table, rowNamed: (name: string) => string | null, at: At): Fields[] {
  return rows.map(([first = [], ...cells]) => {
    const name = first.map(({ text }) => text).join(' ');
    const id = rowNamed(name);
    const place = id === null ? `${at.under}.${slug(name) || 'row'}` : `row.${id}`;
    return {
      kind: 'fields',
      name: id === null ? at.said(place, columns[0]?.label ?? '', name) : { key: null, english: name },
      fields: cells.flatMap((cell, nth) =>
        cell.map(({ label, text }) => {
          const called = label === '' ? (columns[nth + 1]?.label ?? '') : label;
          return { label: byFrame(called), said: at.said(place, called, text) };
        }),
      ),
    };
  });
}

function byFrame(text: string): Said {
  return { key: `frame.${slug(text)}`, english: text };
}

/** Letters, figures and hyphens alone: a key is a name in XML too. */
function slug(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const short = plain.replaceAll(/^-|-$/g, '');
  return short.length <= 80 ? short : `${short.slice(0, 60)}-${sha256(text).slice(0, 12)}`;
}

/** Everything there is to translate, each once, in the order it is read: what the page itself says, then the plan. */
export function piecesOf(said: readonly SaidSection[], notice: string): Piece[] {
  const found = new Map<string, Piece>();
  const add = ({ key, english }: Said, where: string) => {
    if (key !== null && english.trim() !== '' && !found.has(key)) found.set(key, { key, english, where });
  };
  for (const one of [FRAME.title, noticeOf(notice), FRAME.draft, FRAME.untranslated])
    add(one, 'At the head of the plan');
  for (const { title, blocks } of said) {
    add(title, 'Heading');
    for (const block of blocks) {
      if (block.kind === 'heading') add(block.said, 'Heading');
      else if (block.kind === 'words') add(block.said, title.english);
      else {
        if (block.name !== null) add(block.name, title.english);
        const where = [title.english, ...(block.name?.key === null ? [block.name.english] : [])];
        for (const { label, said: words } of block.fields) {
          add(label, 'Name of a part');
          add(words, [...where, label.english].join(', '));
        }
      }
    }
  }
  return [...found.values()];
}

/** What the authority says of a translation, by its own words: said otherwise, it is to be translated anew. */
export function noticeOf(notice: string): Said {
  return { key: 'frame.notice', english: notice };
}
