import { InsetText, Layout, type PageContext } from '../../design-system/index.ts';
import { type Check, HELD_WORDS } from './check.ts';

type Props = { page: PageContext; title: string; check: Check };

/** Instead of a file that nobody can open: which, why, and what to do. */
export function HeldPage({ page, title, check }: Props) {
  const heading = check === 'harmful' ? 'Nobody can open this file' : 'This file is being checked';
  return (
    <Layout title={heading} page={page}>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        <strong dir="auto">{title}</strong>
      </p>
      <InsetText>{HELD_WORDS[check]}.</InsetText>
      <p class="govuk-body">
        {check === 'harmful'
          ? 'If you sent it, save the words or photograph the pages, and send that instead. Nothing else you sent is affected.'
          : 'It was received, and the day it came is kept. Open this page again in a few minutes.'}
      </p>
    </Layout>
  );
}
