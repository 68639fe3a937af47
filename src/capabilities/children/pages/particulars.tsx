import { InsetText, type PageContext, StackedTable, SummaryList } from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import type { Circumstance } from '../circumstances.ts';
import {
  fieldsChanged,
  PARTS,
  type Part,
  type Particulars,
  type Saved,
  sameAnswers,
} from '../particulars.ts';
import type { MergedRecord } from '../particulars-store.ts';
import { FIELD_WORDS, PART_WORDS, sayField } from '../particulars-words.ts';
import { Circumstances, sayCircumstance } from './circumstances.tsx';
import { Frame, type Of } from './frame.tsx';

type Props = {
  page: PageContext;
  of: Of;
  now: Particulars;
  saves: readonly Saved[];
  circumstances: readonly Circumstance[];
  /** Other children with one of this child's numbers. */
  same: readonly { id: string; name: string }[];
  mayChange: boolean;
  /** What the records merged into the file say. */
  records: readonly ShownRecord[];
};

/** A record merged into the file, as it was recorded. */
export type ShownRecord = MergedRecord & { name: string };

/** Who a child is: each particular as it stands, what was so from when to when, and what was changed by whom. */
export function ParticularsPage({ page, of, now, saves, circumstances, same, mayChange, records }: Props) {
  const at = `/cases/${of.childId}/particulars`;
  return (
    <Frame {...{ page, of }} title="Particulars" back={`/cases/${of.childId}`}>
      {same.length > 0 && (
        <InsetText>
          Another file has one of this child’s numbers:{' '}
          {same.map((one, place) => (
            <>
              {place > 0 && ', '}
              <a class="govuk-link" href={`/cases/${one.id}/particulars`}>
                {one.name}
              </a>
            </>
          ))}
          . One number is wrong, or they are one child.
        </InsetText>
      )}
      {(Object.keys(PARTS) as Part[]).map((part) => (
        <SummaryList
          card={{
            title: PART_WORDS[part],
            actions: { items: mayChange ? [{ href: `${at}/${part}`, text: 'Change' }] : [] },
          }}
          rows={PARTS[part].flatMap((field) => rowOf(field, now))}
        />
      ))}
      {records.map((record) => (
        <AlsoRecorded key={record.id} {...{ at, record, now, mayChange }} />
      ))}
      <Circumstances {...{ of, circumstances, mayChange, records }} />
      <h2 class="govuk-heading-m">What was changed</h2>
      <Changes {...{ saves, circumstances }} />
    </Frame>
  );
}

/** What a merged record says, each question that it answers otherwise with a way to let its answers stand. */
function AlsoRecorded({
  at,
  record,
  now,
  mayChange,
}: { at: string; record: ShownRecord } & Pick<Props, 'now' | 'mayChange'>) {
  const parts = Object.keys(PARTS) as Part[];
  return (
    <SummaryList
      card={{ title: `Also recorded: ${record.name}` }}
      rows={parts.flatMap((part) =>
        PARTS[part].flatMap((field, place) => {
          const [row] = rowOf(field, record.now);
          const neither = sayField(field, record.now) === null && sayField(field, now) === null;
          if (row === undefined || neither) return [];
          const otherwise = place === 0 && mayChange && !sameAnswers(part, record.now, now);
          const href = `${at}/${part}?from=${record.id}`;
          const use = { href, text: 'Use these', visuallyHiddenText: PART_WORDS[part].toLowerCase() };
          return [{ ...row, actions: { items: otherwise ? [use] : [] } }];
        }),
      )}
    />
  );
}

function rowOf(field: keyof Particulars, now: Particulars) {
  const value = sayField(field, now);
  // Why a number is not known is said only where it is not.
  if (value === null && (field === 'upnUnknown' || field === 'nhsUnknown')) return [];
  return [{ key: FIELD_WORDS[field], value: value ?? 'Not recorded' }];
}

function Changes({ saves, circumstances }: Pick<Props, 'saves' | 'circumstances'>) {
  const changes = [...ofParticulars(saves), ...ofCircumstances(circumstances)].sort(
    (a, b) => b.at.getTime() - a.at.getTime(),
  );
  if (changes.length === 0) return <p class="govuk-body">Nothing has been changed.</p>;
  return (
    <StackedTable
      caption="Newest first"
      captionClasses="govuk-visually-hidden"
      head={['When', 'Who', 'What', 'Why']}
      rows={changes.map(({ at, by, what, why }) => [sayDate(englishDay(at)), by, what, why ?? 'Not said'])}
    />
  );
}

type Change = { at: Date; by: string; what: string; why: string | null };

function ofParticulars(saves: readonly Saved[]): Change[] {
  return saves.slice(1).map(({ particulars, at, by, why }, before) => {
    const was = saves[before]?.particulars ?? particulars;
    const what = fieldsChanged(was, particulars)
      .map((field) => `${FIELD_WORDS[field]}: ${said(field, was)} became ${said(field, particulars)}`)
      .join('. ');
    return { at, by, why, what };
  });
}

function said(field: keyof Particulars, of: Particulars): string {
  return sayField(field, of) ?? 'not recorded';
}

function ofCircumstances(rows: readonly Circumstance[]): Change[] {
  return rows.flatMap(({ at, by, why, ...row }) => {
    const before = rows.find(({ id }) => id === row.corrects);
    if (before === undefined)
      return [{ at, by, why, what: `Recorded: ${sayCircumstance({ ...row, at, by, why })}` }];
    const was = sayCircumstance(before);
    const is = sayCircumstance({ ...row, at, by, why });
    return [{ at, by, why, what: row.struck ? `Never so: ${was}` : `${was} became ${is}` }];
  });
}
