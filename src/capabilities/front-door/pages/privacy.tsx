import { inEasyRead, Layout } from '../../../design-system/index.ts';
import type { AboutProps } from './about.ts';
import { privacyInEasyRead } from './easy-read/about.ts';
import { reach } from './home.tsx';

export const PrivacyPage = inEasyRead(Privacy, privacyInEasyRead);

function Privacy({ page, authority }: AboutProps) {
  return (
    <Layout title="Privacy notice" page={page}>
      <h1 class="govuk-heading-l">Privacy notice</h1>
      <p class="govuk-body">
        {authority.name} is the controller of what is recorded here. We use it to find out what help a child
        or young person needs, to make sure they get it, and to show that we have done what the law asks.
      </p>
      <h2 class="govuk-heading-m">Why we may use it</h2>
      <p class="govuk-body">
        We have duties under Part 3 of the Children and Families Act 2014. The lawful basis is a task in the
        public interest; for health and other sensitive facts, substantial public interest (UK GDPR, articles
        6(1)(e) and 9(2)(g)).
      </p>
      <h2 class="govuk-heading-m">What we keep</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>names, birth date, address, school and how to reach the family</li>
        <li>what you tell us, and the advice of professionals</li>
        <li>decisions, plans, letters, and when each thing happened</li>
        <li>who opened the file, and when</li>
      </ul>
      <h2 class="govuk-heading-m">Who sees it</h2>
      <p class="govuk-body">
        The SEND team; the family; and the schools, health and care services we ask for advice or ask about a
        place, for that child alone and for as long as it is needed. Every time a child’s file is opened it is
        recorded.
      </p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p class="govuk-body">
        You can ask for a copy, ask us to correct it, and object to how it is used. {reach(authority)} You can
        complain to the Information Commissioner’s Office at any time.
      </p>
    </Layout>
  );
}
