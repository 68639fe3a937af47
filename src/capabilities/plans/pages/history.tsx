import { type PageContext, Pagination, SummaryList, sayMoment } from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import type { History, HistoryAsked, ShownChange } from '../history-reading.ts';
import { ComparedWords, HowToReadWords } from './compared-words.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = { page: PageContext; of: OfPlan; history: History; asked: HistoryAsked; writing: boolean };

/** Every change of a draft: who, when, and the words before and after. */
export function HistoryPage({ page, of, history, asked, writing }: Props) {
  const { changes, more } = history;
  const one = history.of;
  const title = one === null ? 'What has been changed' : `What has been changed: ${one}`;
  return (
    <PlanFrame page={page} of={of} title={title} backTo={{ part: 'overview' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {writing && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/plans/${of.planId}/undo`}>
            Undo your last change
          </a>
        </p>
      )}
      {changes.length === 0 ? (
        <p class="govuk-body">
          {asked.page > 1 ? 'There is nothing before that.' : 'Nothing has been changed since this was kept.'}
        </p>
      ) : (
        <>
          <HowToReadWords />
          {changes.map((change) => (
            <ChangeCard key={change.id} {...{ change, writing }} planId={of.planId} all={one === null} />
          ))}
        </>
      )}
      <Pages planId={of.planId} {...{ asked, more }} />
    </PlanFrame>
  );
}

const WAYS = {
  written: 'changed by',
  undone: 'undone by',
  'put back': 'earlier words put back by',
  'suggestion taken': 'suggestion taken by',
} as const satisfies Record<ShownChange['how'], string>;

type CardProps = { change: ShownChange; planId: string; all: boolean; writing: boolean };

function ChangeCard({ change, planId, all, writing }: CardProps) {
  const { id, at, title, how, by, proposedBy, on, fields, hadWords } = change;
  const back = {
    href: `/plans/${planId}/history/${id}/restoration`,
    text: 'Put back',
    visuallyHiddenText: `what ${title} said before this`,
  };
  const rest = {
    href: `/plans/${planId}/history?at=${encodeURIComponent(at)}`,
    text: 'All changes',
    visuallyHiddenText: `of ${title}`,
  };
  const items = [...(writing && hadWords ? [back] : []), ...(all ? [rest] : [])];
  return (
    <SummaryList
      card={{
        title: { text: title, headingLevel: 2 },
        ...(items.length === 0 ? {} : { actions: { items } }),
      }}
      rows={[
        { key: 'Who and when', value: `${capital(WAYS[how])} ${by}, ${sayMoment(on)}` },
        proposedBy !== null && { key: 'Suggested by', value: proposedBy },
        ...fields.map(({ label, words }) => ({
          key: label === '' ? 'Words' : label,
          value: <ComparedWords pieces={words} />,
        })),
      ]}
    />
  );
}

function Pages({ planId, asked, more }: { planId: string; asked: HistoryAsked; more: boolean }) {
  const href = (page: number) =>
    `/plans/${planId}/history?${new URLSearchParams({ ...(asked.at === '' ? {} : { at: asked.at }), page: String(page) })}`;
  if (asked.page === 1 && !more) return null;
  return (
    <Pagination
      landmarkLabel="Changes"
      {...(asked.page > 1 ? { previous: { href: href(asked.page - 1), text: 'Later changes' } } : {})}
      {...(more ? { next: { href: href(asked.page + 1), text: 'Earlier changes' } } : {})}
    />
  );
}
