import { AsTyped, SummaryList } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Known } from '../known.ts';
import { PARAGRAPH_WORDS, sayParagraph } from '../paragraphs.ts';
import { FOR_FAMILIES } from './known-fields.tsx';

const SAID_BY = { family: 'The family', setting: 'The setting', authority: 'The SEND team' } as const;

type Props = {
  known: readonly Known[];
  reader: 'staff' | 'family' | 'setting';
  /** Where each may be taken off; null where the reader may not. */
  takeOffAt: (one: Known) => string | null;
  /** Where staff ask each for advice. */
  askAt?: (one: Known) => string;
};

/** The professionals who know a child, each with who put them there. */
export function KnownList({ known, reader, takeOffAt, askAt }: Props) {
  if (known.length === 0) return <p class="govuk-body">Nobody is on the list yet.</p>;
  return (
    <>
      {known.map((one) => (
        <SummaryList
          key={one.id}
          card={{
            title: { text: headOf(one) },
            actions: { items: actionsOf(takeOffAt(one), askAt?.(one)) },
          }}
          rows={rowsOf(one, reader)}
        />
      ))}
    </>
  );
}

/** `Sam Okafor (speech and language therapist)`. */
export function headOf({ name, role }: Pick<Known, 'name' | 'role'>): string {
  return name === '' || role === '' ? name + role : `${name} (${role})`;
}

function rowsOf(one: Known, reader: Props['reader']) {
  const typed = (text: string) => <AsTyped>{text}</AsTyped>;
  const said = one.organisation ?? SAID_BY[one.saidBy];
  const by =
    one.recordedBy === null ? one.saidByName : `${one.saidByName}, written down by ${one.recordedBy}`;
  return [
    { key: 'Works at', value: typed(one.workplace), empty: one.workplace === '' },
    {
      key: 'Kind of advice',
      value:
        one.paragraph === null
          ? 'Not sure'
          : reader === 'staff'
            ? sayParagraph(one.paragraph)
            : reader === 'family'
              ? FOR_FAMILIES[one.paragraph]
              : PARAGRAPH_WORDS[one.paragraph].name,
    },
    { key: 'How they know the child', value: typed(one.howKnown), empty: one.howKnown === '' },
    { key: 'Since', value: one.since, empty: one.since === '' },
    { key: 'May we contact them?', value: sayContact(one) },
    {
      key: 'What was said about contacting them',
      value: typed(one.consentNote),
      empty: one.consentNote === '',
    },
    { key: 'Who put them on the list', value: `${said}: ${by}, ${sayDate(one.saidOn)}` },
  ]
    .filter((row) => !('empty' in row) || !row.empty)
    .map(({ key, value }) => ({ key, value }));
}

function sayContact({ mayContact }: Known): string {
  return mayContact === null ? 'Not said' : mayContact ? 'Yes' : 'No';
}

// Of whom each is, the card says to whoever hears it.
function actionsOf(takeOff: string | null, ask: string | undefined) {
  return [
    ...(ask === undefined ? [] : [{ href: ask, text: 'Ask for advice' }]),
    ...(takeOff === null ? [] : [{ href: takeOff, text: 'Take off the list' }]),
  ];
}
