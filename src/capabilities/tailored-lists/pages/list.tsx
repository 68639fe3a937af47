import { Layout, type PageContext } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { countOf, sayNumber } from '../../../shared/words.ts';
import type { Criteria } from '../criteria.ts';
import type { KeptList } from '../kept-list.ts';
import type { Look, Shown } from '../shown.ts';
import { TheCriteria, TheRight, TheSettings } from './parts.tsx';

type Props = {
  page: PageContext;
  childName: string;
  list: KeptList;
  criteria: Criteria;
  shown: Shown;
  look: Look;
};

/** A list as it was made, for staff. */
export function ListPage({ page, childName, list, criteria, shown, look }: Props) {
  const title = `Tailored list ${list.number} for ${childName}`;
  const back = { href: `/plans/${list.planId}/tailored-lists`, text: 'Tailored lists' };
  return (
    <Layout title={title} page={page} backLink={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      <TheRight family={false} />
      <p class="govuk-body">{howMade(list)}</p>
      <TheSettings
        shown={shown}
        look={look}
        at={`/plans/${list.planId}/tailored-lists/${list.id}`}
        settingAt={(id) => `/settings/${id}`}
      />
      <TheCriteria criteria={criteria} bands={list.bands} />
    </Layout>
  );
}

/** When a list was made and by what, how far it looked, and what it could not look at. */
export function howMade({ madeOn, startOn, criteria, km, placeless, entries }: KeptList): string {
  const none =
    placeless === 0
      ? ''
      : ` ${countOf(placeless, 'open setting')} with no place on the register could not be considered.`;
  return `Made on ${sayDate(madeOn)}, for starting on ${sayDate(startOn)}, by criteria version ${criteria}, which are at the end of this page. ${sayNumber(entries.length)} ${entries.length === 1 ? 'setting was' : 'settings were'} considered: every one within ${Math.round(km / 1.609344)} miles in a straight line, and those asked for. A setting further away may still be asked for.${none}`;
}
