import { AsTyped } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { type Discussion, type Entry, entriesOf, type Remark } from '../remark.ts';

/** What became of something said about a draft. */
export const TAKEN = {
  accepted: 'Taken',
  'partly accepted': 'Taken in part',
  declined: 'Not taken',
} as const;

/** What followed a comment, as rows under it: each with who, from where, and when. */
export function entryRows(discussion: Pick<Discussion, 'answer' | 'following'>) {
  return entriesOf(discussion).map(entryRow);
}

function entryRow(entry: Entry) {
  if (entry.kind === 'answer') {
    const { outcome, reasons, answeredBy, answeredOn } = entry.answer;
    return {
      key: `${answeredBy} (SEND team), ${sayDate(answeredOn)}`,
      value: (
        <>
          <strong>{TAKEN[outcome]}</strong>. <AsTyped>{reasons}</AsTyped>
        </>
      ),
    };
  }
  const { by, on, words } = entry.remark;
  return {
    key: `${by} (${whence(entry.remark)}), ${sayDate(on)}`,
    value: (
      <>
        {entry.kind === 'settled' && (
          <>
            <strong>Settled</strong>
            {words === '' ? '' : '. '}
          </>
        )}
        {words !== '' && <AsTyped>{words}</AsTyped>}
      </>
    ),
  };
}

function whence({ side, organisation }: Remark): string {
  if (side === 'staff') return 'SEND team';
  return side === 'family' ? 'family' : (organisation?.name ?? '');
}
