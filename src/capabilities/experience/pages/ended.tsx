import { Button, Form, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { How } from '../survey.ts';
import { endedInEasyRead } from './easy-read/ended.ts';
import type { Filled } from './questions.tsx';

export type FamilyEndedProps = { page: PageContext; childId: string; how: How };

const WORDS = {
  answered: {
    title: 'Thank you',
    words: [
      'We have your answers. They are counted with other people’s, and your name is not kept with them.',
      'Nobody answers what you wrote. To ask us something or to complain, write to us.',
    ],
  },
  declined: {
    title: 'You do not want to answer',
    words: ['That is all right. We will not ask about this again, and nothing in the case changes.'],
  },
  closed: {
    title: 'This can no longer be answered',
    words: ['Its last day has passed. You can still tell us how it went at any time: write to us.'],
  },
} as const satisfies Record<How, { title: string; words: readonly string[] }>;

/** How an invitation ended, for whoever was asked. */
export const FamilyEndedPage = inEasyRead(FamilyEnded, endedInEasyRead);

function FamilyEnded({ page, childId, how }: FamilyEndedProps) {
  return (
    <Layout
      title={WORDS[how].title}
      page={page}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <Said how={how} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/family/${childId}/experience`}>
          What else you can answer, and whether we ask you again
        </a>
      </p>
    </Layout>
  );
}

function Said({ how }: { how: How }) {
  return (
    <>
      <h1 class="govuk-heading-l">{WORDS[how].title}</h1>
      {WORDS[how].words.map((line) => (
        <p class="govuk-body" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

type OrganisationProps = Pick<Filled, 'formKey'> & {
  page: PageContext;
  id: string;
  how: How;
  asks: boolean;
  authorityName: string;
};

/** The same for an organisation, which can also say here whether it wants to be asked. */
export function OrganisationEndedPage({ page, id, how, asks, authorityName, formKey }: OrganisationProps) {
  return (
    <Layout title={WORDS[how].title} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <Said how={how} />
      <AskAgain {...{ id, asks, authorityName, formKey }} />
    </Layout>
  );
}

/** Whether an authority may ask an organisation again. */
export function AskAgain({ id, asks, authorityName, formKey }: Omit<OrganisationProps, 'page' | 'how'>) {
  return (
    <>
      <p class="govuk-body">
        {asks
          ? `${authorityName} asks you at most once in a calendar month.`
          : `You told ${authorityName} not to ask you how things went.`}
      </p>
      <Form idempotencyKey={formKey} action={`/inbox/experience/${id}/choice`}>
        <input type="hidden" name="asks" value={asks ? 'no' : 'yes'} />
        <Button classes="govuk-button--secondary">{asks ? 'Do not ask us again' : 'You may ask us'}</Button>
      </Form>
    </>
  );
}
