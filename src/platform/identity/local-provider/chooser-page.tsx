import { Button, Layout, type PageContext } from '../../../design-system/index.ts';
import type { OfferedPerson } from './person.ts';

const GROUPS = [
  { kind: 'staff', title: 'The SEND team' },
  { kind: 'organisation', title: 'Schools and services' },
  { kind: 'family', title: 'Families' },
] as const;

/** Whom to sign in as, by what they do: a button each, and no password. */
export function ChooserPage({ page, people }: { page: PageContext; people: readonly OfferedPerson[] }) {
  return (
    <Layout title="Choose who to sign in as" page={page} backLink="/">
      <h1 class="govuk-heading-l">Choose who to sign in as</h1>
      <p class="govuk-body">Everyone here is invented, so there is no password.</p>
      <p class="govuk-body">
        A real SEND team signs in with a second step as well. Here that step is only pretended.
      </p>
      <form method="post">
        {GROUPS.map(({ kind, title }) => (
          <section key={kind} aria-labelledby={`people-${kind}`}>
            <h2 class="govuk-heading-m" id={`people-${kind}`}>
              {title}
            </h2>
            <dl class="govuk-summary-list">
              {people
                .filter((person) => person.kind === kind)
                .map((person) => (
                  <Choice person={person} key={person.subject} />
                ))}
            </dl>
          </section>
        ))}
      </form>
    </Layout>
  );
}

function Choice({ person }: { person: OfferedPerson }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{person.name}</dt>
      <dd class="govuk-summary-list__value">{person.does}</dd>
      <dd class="govuk-summary-list__actions">
        <Button
          name="person"
          value={person.subject}
          classes="govuk-button--secondary govuk-!-margin-bottom-0"
        >
          Sign in<span class="govuk-visually-hidden"> as {person.name}</span>
        </Button>
      </dd>
    </div>
  );
}
