import { Layout, type PageContext } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { firstDayOfYoungPerson } from '../rights.ts';

type Props = {
  page: PageContext;
  childName: string;
  authorityName: string;
  lastDay: PlainDate;
  today: PlainDate;
};

/** What a setting is told of the rights passing to one of its pupils or students. */
export function NoticePage({ page, childName, authorityName, lastDay, today }: Props) {
  const passed = lastDay < today;
  const from = sayDate(firstDayOfYoungPerson(lastDay));
  const title = passed ? `The decisions are ${childName}’s` : `From ${from} the decisions are ${childName}’s`;
  return (
    <Layout title={title} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <span class="govuk-caption-l">{authorityName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {passed ? `Since ${from}` : `From ${from}`} {childName} holds the rights that the parents held to the
        end of compulsory school age (Children and Families Act 2014, section 83): to ask, to be heard, to
        choose, to appeal.
      </p>
      <h2 class="govuk-heading-m">What to do</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Ask {childName} for their own views, and help them to give them.</li>
        <li>Ask {childName} whether their parents stay involved. It is their choice.</li>
        <li>
          Everybody is taken to be able to decide, with help if they need it. If you think {childName} cannot
          make a decision even with help, tell the authority.
        </li>
      </ul>
    </Layout>
  );
}
