import {
  Button,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { capital, listed } from '../../../shared/words.ts';
import type { Consent } from '../consent.ts';
import { consentsInEasyRead, withdrawalInEasyRead } from './easy-read/consents.ts';
import type { Filled, Of } from './frame.tsx';

export type FamilyConsentsProps = {
  page: PageContext;
  of: Of;
  consents: readonly Consent[];
  /** The health bodies whose designated clinical officer sees all the health advice the authority waits for. */
  healthBodies: readonly string[];
  /** The reader was invited by the family, and agrees to nothing for it. */
  invited: boolean;
};

/** What a family agreed to share, for them to see and take back. */
export const FamilyConsentsPage = inEasyRead(FamilyConsents, consentsInEasyRead);

function FamilyConsents({ page, of, consents, healthBodies, invited }: FamilyConsentsProps) {
  const at = `/family/${of.childId}/consents`;
  return (
    <Layout
      title={`What you agreed to share about ${of.childName}`}
      page={page}
      backLink={{ href: `/family/${of.childId}`, text: 'Where things are' }}
    >
      <h1 class="govuk-heading-l">What you agreed to share about {of.childName}</h1>
      <p class="govuk-body">You can change your mind at any time. It will not slow anything down.</p>
      {consents.length === 0 && <p class="govuk-body">You have not been asked to agree to anything yet.</p>}
      {consents.map((consent) => (
        <SummaryList
          card={{
            title: whomOf(consent),
            actions: {
              items:
                consent.withdrawn === null && !invited
                  ? [{ href: `${at}/${consent.id}/withdrawal`, text: 'Stop sharing this' }]
                  : [],
            },
          }}
          rows={[
            { key: 'What we may share', value: consent.what },
            {
              key: 'Who agreed',
              value: `${consent.givenBy}, ${consent.givenHow}, on ${sayDate(consent.givenOn)}`,
            },
            {
              key: 'Now',
              value:
                consent.withdrawn === null
                  ? 'Agreed'
                  : `${consent.withdrawn.by} stopped this on ${sayDate(consent.withdrawn.on)}.`,
            },
          ]}
        />
      ))}
      {!invited && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/new`}>
            Agree to share something
          </a>
        </p>
      )}
      <Duties />
      {healthBodies.length > 0 && <ClinicalOfficer {...{ of, healthBodies }} />}
    </Layout>
  );
}

function Duties() {
  return (
    <>
      <h2 class="govuk-heading-m">What we must still share</h2>
      <p class="govuk-body">Some things the law tells us to do, whether or not you agree:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          when we think about an assessment, and when we have decided whether to do one, we must tell the
          health body responsible for the child’s care, social care, and the nursery, school or college. We
          tell them who the child is and what we decided, and not why (
          <a class="govuk-link" href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/4">
            SEND Regulations 2014, regulations 4 and 5
          </a>
          )
        </li>
        <li>
          in an assessment, we must ask some people for their advice, such as the school, health services, an
          educational psychologist and social care (
          <a class="govuk-link" href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/6">
            SEND Regulations 2014, regulation 6
          </a>
          )
        </li>
        <li>
          before we name a school or college in a plan, we must ask them (
          <a class="govuk-link" href="https://www.legislation.gov.uk/ukpga/2014/6/section/39">
            Children and Families Act 2014, sections 39 and 40
          </a>
          )
        </li>
      </ul>
    </>
  );
}

function ClinicalOfficer({ of, healthBodies }: Pick<FamilyConsentsProps, 'of' | 'healthBodies'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Who sees that we are waiting for health advice</h2>
      <p class="govuk-body">
        While we wait for advice from health services, whoever is a designated clinical officer at{' '}
        {listed(healthBodies)} sees {of.childName}’s name, what advice we asked for, whom we asked and who has
        it there, since when, and when it is due. They do not see the advice or anything else about{' '}
        {of.childName}.
      </p>
    </>
  );
}

export type FamilyWithdrawalProps = {
  page: PageContext;
  of: Of;
  consent: Consent;
  named: boolean;
  form: Filled;
};

/** A family takes back what they agreed to. */
export const FamilyWithdrawalPage = inEasyRead(FamilyWithdrawal, withdrawalInEasyRead);

function FamilyWithdrawal({ page, of, consent, named, form }: FamilyWithdrawalProps) {
  const back = `/family/${of.childId}/consents`;
  return (
    <Layout title="Stop sharing this?" page={page} errors={form.errors} backLink={back}>
      <ErrorSummary errors={form.errors} />
      <span class="govuk-caption-l">{of.childName}</span>
      <h1 class="govuk-heading-l">Stop sharing this?</h1>
      <InsetText>
        {whomOf(consent)}: {consent.what}
      </InsetText>
      <p class="govuk-body">
        We will stop sharing this straight away. We cannot take back what they have already read. You can
        agree again later: tell us.
      </p>
      <Form action={`${back}/${consent.id}/withdrawal`} idempotencyKey={form.formKey}>
        {!named && (
          <Input
            name="from"
            label="Your name"
            autocomplete="name"
            errorMessage={form.errors['from']}
            value={form.typed['from']}
          />
        )}
        <Button preventDoubleClick>Stop sharing this</Button>
      </Form>
    </Layout>
  );
}

function whomOf({ agency, organisationName }: Consent): string {
  return organisationName ?? capital(agency);
}
