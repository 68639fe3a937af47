import {
  inEasyRead,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
} from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import { sayNumber } from '../../../shared/words.ts';
import type { Listed, Revision } from '../../statistics/index.ts';
import { areaOf } from '../areas/areas.ts';
import { measureOf } from '../figures/revised.ts';
import { PERIODS, sayPeriod } from '../figures/series.ts';
import { sayMark, sayValue } from '../words.ts';
import { revisionsInEasyRead } from './easy-read/revisions.ts';
import { Downloads } from './parts.tsx';

export type RevisionsProps = {
  page: PageContext;
  revisions: readonly Revision[];
  differences: readonly Listed[];
  /** Whether these are the newest: an earlier page has them. */
  first: boolean;
  /** What to go on from; null on the last page. */
  next: number | null;
  /** How many the download has at most. */
  most: number;
};

/** What publishers corrected: each figure as it was and as it is, the newest revision first. */
export const RevisionsPage = inEasyRead(RevisionsOf, revisionsInEasyRead);

function RevisionsOf({ page, revisions, differences, first, next, most }: RevisionsProps) {
  return (
    <Layout title="Corrected figures" page={page} backLink="/measures/changes">
      <h1 class="govuk-heading-l">Corrected figures</h1>
      {revisions.length === 0 ? (
        <p class="govuk-body">
          No figure here was corrected: every release of official statistics was imported once. When a
          publisher corrects one and it is imported again, what it has otherwise is listed here.
        </p>
      ) : (
        <p class="govuk-body">
          When a publisher corrects a release, both are kept. The corrected figures are shown everywhere; this
          is what they were before. What is otherwise in another year’s release is not listed: there,
          definitions can differ too.
        </p>
      )}
      {first && revisions.length > 0 && <AllRevisions revisions={revisions} />}
      {[...Map.groupBy(differences, ({ releaseId }) => releaseId)].map(([id, of]) => (
        <OneRevision revision={revisions.find((one) => one.id === id)} differences={of} />
      ))}
      {(!first || next !== null) && (
        <Pagination
          landmarkLabel="More corrected figures"
          previous={first ? undefined : { href: '/measures/revisions', text: 'Newest' }}
          next={next === null ? undefined : { href: `/measures/revisions?after=${next}`, text: 'Next' }}
        />
      )}
      {revisions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Use this list</h2>
          <Downloads
            links={[
              {
                href: '/measures/revisions.csv',
                text: `Corrected figures, the newest ${sayNumber(most)} (CSV)`,
              },
              { href: '/api/measures/revisions', text: 'Corrected figures, page by page (JSON)' },
            ]}
          />
        </>
      )}
    </Layout>
  );
}

function AllRevisions({ revisions }: Pick<RevisionsProps, 'revisions'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {revisions.map((one) => (
        <li>
          {one.publisher},{' '}
          <a class="govuk-link" href={one.address} rel="external">
            {one.title}
          </a>
          , revision {one.revision} ({dayOf(one)}): {sayHowMany(one)}
        </li>
      ))}
    </ul>
  );
}

function sayHowMany({ differences, before }: Revision): string {
  if (differences === 0) return `no figure is otherwise than in revision ${before}`;
  const figures = differences === 1 ? '1 figure is' : `${sayNumber(differences)} figures are`;
  return `${figures} otherwise than in revision ${before}`;
}

/** `published on 3 July 2025`; where nobody said when, the day it came here. */
function dayOf({ publishedOn, importedAt }: Pick<Revision, 'publishedOn' | 'importedAt'>): string {
  return publishedOn === null
    ? `brought in here on ${sayDate(englishDay(importedAt))}`
    : `published on ${sayDate(publishedOn)}`;
}

const right = (text: string) => ({ text, format: 'numeric' as const });

type OneProps = { revision: Revision | undefined; differences: readonly Listed[] };

function OneRevision({ revision, differences }: OneProps) {
  if (revision === undefined) return null;
  const { title, revision: nth } = revision;
  return (
    <>
      <h2 class="govuk-heading-m">
        {title}, revision {nth}
      </h2>
      <StackedTable
        caption={`What revision ${nth} has otherwise`}
        captionClasses="govuk-visually-hidden"
        head={['Figure', 'Area and period', right('Was'), right('Is')]}
        rows={differences.map((one) => {
          const area = areaOf(one.area);
          return [
            <Figure difference={one} />,
            `${area?.name ?? one.area}, ${sayWhen(one)}`,
            right(sayFigure(one, one.was)),
            right(sayFigure(one, one.is)),
          ];
        })}
      />
    </>
  );
}

/** The measure where there is one, for whom, and the publisher's own column. */
function Figure({ difference }: { difference: Listed }) {
  const { dataset, topic, breakdown, indicator, area } = difference;
  const found = measureOf(difference);
  const slug = areaOf(area)?.slug;
  return (
    <>
      {found !== null && slug !== undefined && (
        <>
          <a class="govuk-link" href={`/areas/${slug}/measures/${found.measure.id}`}>
            {found.measure.name}
          </a>
          {!found.shown && ' (what it is counted from)'}
          <br />
        </>
      )}
      {topic !== '' && found?.measure.published?.topic !== topic && `${topic}: ${breakdown}. `}
      <span class="govuk-body-s">
        {dataset}, {indicator}
      </span>
    </>
  );
}

function sayWhen({ periodKind, year }: Listed): string {
  const kind = PERIODS.find((one) => one === periodKind);
  return kind === undefined ? String(year) : sayPeriod(kind, year);
}

function sayFigure(difference: Listed, figure: number | string | null): string {
  if (figure === null) return 'not there';
  if (typeof figure === 'string') return sayMark(figure);
  const found = measureOf(difference);
  return found?.shown === true ? sayValue(figure, found.measure.unit) : sayNumber(figure);
}
