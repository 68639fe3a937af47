import { type BilingualBlock, type BilingualRow, drawBilingual } from '../../../platform/pdf/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { fullName, sayWhose, stampOf } from '../rendering/view.ts';
import { FRAME } from './frame.ts';
import { type SayOther, sayOther } from './matching.ts';
import type { InLanguage, OpenVersion } from './opening.ts';
import { noticeOf, type Said, type SaidBlock, type SaidSection } from './pieces.ts';

/** The plan in both languages on paper, from the same pieces as its page: tagged, stamped, each piece with its language. */
export function renderBilingual(
  { view, said, notice }: Pick<OpenVersion, 'view' | 'said' | 'notice'>,
  { language, standing, last }: InLanguage,
): Uint8Array {
  const other = sayOther(standing);
  const both = (one: Said) => ({ english: one.english, other: one.key === null ? null : other(one.key) });
  const name = fullName(view.content);
  const title = both(FRAME.title);
  return drawBilingual({
    authority: view.authority,
    title: `${title.english}: ${name}, in English and ${language.name}`,
    heading: {
      english: `${title.english}: ${name}`,
      other: title.other === null ? null : `${title.other}: ${name}`,
    },
    label: stampOf(view),
    notices: [both(noticeOf(notice)), ...(view.version.kind === 'draft' ? [both(FRAME.draft)] : [])],
    said: last?.kept ? [sayKept(last.kept)] : [],
    date: view.version.on,
    footer: sayWhose(view),
    language,
    blocks: said.flatMap((section) => blocksOf(section, other)),
  });
}

/** Who translated it, when, and how it was checked. */
export function sayKept({
  translator,
  translatedOn,
  checkedHow,
}: NonNullable<NonNullable<InLanguage['last']>['kept']>): string {
  return `Translated by ${translator}, ${sayDate(translatedOn)}. How it was checked: ${checkedHow}`;
}

// What stands together is one table, with its header row said once on each page.
function blocksOf({ title, blocks }: SaidSection, other: SayOther): BilingualBlock[] {
  const drawn: BilingualBlock[] = [];
  const heading = (said: Said, level: 2 | 3 | 4 | 5) =>
    drawn.push({
      kind: 'heading',
      level,
      words: { english: said.english, other: said.key === null ? null : other(said.key) },
    });
  let level: 2 | 3 | 4 = 2;
  let rows: BilingualRow[] = [];
  const close = () => {
    if (rows.length > 0) drawn.push({ kind: 'rows', rows });
    rows = [];
  };
  heading(title, 2);
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close();
      level = block.level;
      heading(block.said, level);
    } else {
      if (block.kind === 'fields' && block.name !== null) {
        close();
        heading(block.name, level === 2 ? 3 : level === 3 ? 4 : 5);
      }
      rows.push(...rowsOf(block, other));
    }
  }
  close();
  return drawn;
}

function rowsOf(block: Exclude<SaidBlock, { kind: 'heading' }>, other: SayOther): BilingualRow[] {
  const fields = block.kind === 'words' ? [{ label: null, said: block.said }] : block.fields;
  return fields
    .filter(({ said }) => said.english.trim() !== '')
    .map(({ label, said }) => {
      const translated = said.key === null ? null : other(said.key);
      const note = other(FRAME.untranslated.key);
      return {
        label: { english: label?.english ?? '', other: label?.key ? other(label.key) : null },
        english: said.english,
        other: translated ?? (said.key === null ? said.english : (note ?? FRAME.untranslated.english)),
        isEnglish: translated === null && (said.key === null || note === null),
      };
    });
}
