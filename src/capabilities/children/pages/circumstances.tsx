import { Button, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import {
  CARE,
  type Circumstance,
  type CircumstanceKind,
  ELSEWHERE_WORDS,
  standing,
} from '../circumstances.ts';
import { NEED_WORDS } from '../needs.ts';
import type { Of } from './frame.tsx';

const GROUPS: readonly {
  noun: string;
  title: string;
  none: string;
  add: string;
  /** What is recorded by another page. */
  also?: { noun: string; add: string };
  kinds: readonly CircumstanceKind[];
}[] = [
  {
    noun: 'address',
    title: 'Where they live',
    none: 'No address is recorded.',
    add: 'Add an address',
    kinds: ['address'],
  },
  {
    noun: 'setting',
    title: 'Settings attended, and education elsewhere',
    none: 'No setting is recorded.',
    add: 'Add a setting',
    also: { noun: 'elsewhere', add: 'Add education elsewhere' },
    kinds: ['setting'],
  },
  {
    noun: 'need',
    title: 'Primary need',
    none: 'No primary need is recorded.',
    add: 'Add a primary need',
    kinds: ['primary need'],
  },
  {
    noun: 'care',
    title: 'Looked after and social care',
    none: 'Nothing is recorded.',
    add: 'Add a social care fact',
    kinds: CARE,
  },
];

type Props = {
  of: Of;
  circumstances: readonly Circumstance[];
  mayChange: boolean;
  /** The records merged into the file, from which some of it comes. */
  records: readonly { id: string; name: string }[];
};

/** What was so of a child from when to when, as it stands. */
export function Circumstances({ of, circumstances, mayChange, records }: Props) {
  const at = `/cases/${of.childId}/circumstances`;
  const all = standing(circumstances);
  return (
    <>
      {GROUPS.map(({ noun, title, none, add, also, kinds }) => {
        const rows = all.filter(({ kind }) => kinds.includes(kind));
        return (
          <section aria-labelledby={noun}>
            <h2 class="govuk-heading-m" id={noun}>
              {title}
            </h2>
            {rows.length === 0 ? (
              <p class="govuk-body">{none}</p>
            ) : (
              <StackedTable
                caption={title}
                captionClasses="govuk-visually-hidden"
                head={['What', 'From', 'Until', ...(mayChange ? ['Change'] : [])]}
                rows={rows.map((row) => [
                  <What row={row} record={records.find(({ id }) => id === row.childId)} />,
                  row.fromOn === null ? 'Not known' : sayDate(row.fromOn),
                  row.untilOn === null ? 'Now' : sayDate(row.untilOn),
                  ...(mayChange ? [<ChangeLink at={`${at}/${row.id}`} row={row} />] : []),
                ])}
              />
            )}
            {mayChange && (
              <Button href={`${at}/${noun}`} classes="govuk-button--secondary">
                {add}
              </Button>
            )}
            {mayChange && also !== undefined && (
              <>
                {' '}
                <Button href={`${at}/${also.noun}`} classes="govuk-button--secondary">
                  {also.add}
                </Button>
              </>
            )}
          </section>
        );
      })}
    </>
  );
}

function What({ row, record }: { row: Circumstance; record: { name: string } | undefined }) {
  if (record === undefined) return <>{sayWhat(row)}</>;
  return (
    <>
      {sayWhat(row)}
      <br />
      From the record of {record.name}
    </>
  );
}

function ChangeLink({ at, row }: { at: string; row: Circumstance }) {
  return (
    <a class="govuk-link" href={at}>
      End or correct<span class="govuk-visually-hidden"> {sayWhat(row)}</span>
    </a>
  );
}

/** What was so, without its days. */
export function sayWhat(row: Circumstance): string {
  switch (row.kind) {
    case 'address':
      return [...row.addressLines, ...(row.postcode === null ? [] : [row.postcode])].join(', ');
    case 'setting':
      return row.place === null
        ? (row.settingName ?? 'A setting no longer in the register')
        : [ELSEWHERE_WORDS[row.place], ...(row.placeName === null ? [] : [row.placeName])].join(': ');
    case 'primary need':
      return row.need === null ? 'Not recorded' : NEED_WORDS[row.need];
    case 'looked after':
      return `Looked after by ${row.byAuthorityName ?? row.byOther ?? 'an authority'}`;
    case 'child in need':
      return 'Child in need';
    case 'child protection plan':
      return 'Child protection plan';
  }
}

/** What was so, with its days. */
export function sayCircumstance(row: Circumstance): string {
  return `${sayWhat(row)}${saySpan(row.fromOn, row.untilOn)}`;
}

function saySpan(from: PlainDate | null, until: PlainDate | null): string {
  const began = from === null ? '' : `, from ${sayDate(from)}`;
  return until === null ? began : `${began}, until ${sayDate(until)}`;
}
