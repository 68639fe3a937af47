import {
  Button,
  ErrorSummary,
  Form,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import type { OwnDetails } from '../contact-details.ts';
import { ContactFields } from './contact-fields.tsx';
import { DetailsNow } from './details-now.tsx';
import { ownDetailsInEasyRead } from './easy-read/own-details.ts';
import type { Filled } from './frame.tsx';

export type OwnDetailsProps = {
  page: PageContext;
  childId: string;
  childName: string;
  form: Filled;
  /** Null where nobody knows which person on the file this is. */
  own: (OwnDetails & { name: string }) | null;
  version: number;
  overtakenBy: string | null;
  /** How to reach the SEND team, for whoever cannot do it here. */
  reach: string;
  saved: boolean;
  /** Their other children, and whether they are reached the same way about each. */
  others: readonly { childId: string; childName: string; same: boolean }[];
};

/** Somebody of the family sees how they are reached, and changes it. */
export const OwnDetailsPage = inEasyRead(OwnDetailsUsual, ownDetailsInEasyRead);

function OwnDetailsUsual(props: OwnDetailsProps) {
  const { page, childId, childName, form, own, version, overtakenBy, reach, saved } = props;
  return (
    <Layout
      title="How we reach you"
      page={page}
      errors={form.errors}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <ErrorSummary errors={form.errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">How we reach you</h1>
      {own === null ? (
        <p class="govuk-body">
          We cannot tell from here who you are on this file. To change how we reach you, {reach}.
        </p>
      ) : (
        <>
          {saved && (
            <InsetText>
              We have saved this. Any letter we have not sent yet will go to you this way, and we have sent
              you a letter to say so. If a letter went somewhere you no longer get post, tell us and we will
              send it again.
            </InsetText>
          )}
          <DetailsNow
            title={overtakenBy === null ? `What we have for ${own.name}` : `What ${overtakenBy} saved`}
            details={own}
          />
          <p class="govuk-body">
            Only you and the SEND team see this. Nobody else on the file is shown it. To change your name, or
            if you cannot use this page, {reach}. What you say on paper or by telephone counts the same.
          </p>
          <Others others={props.others} />
          <h2 class="govuk-heading-m">Change it</h2>
          <Form idempotencyKey={form.formKey} version={version}>
            <ContactFields form={form} who="you" />
            <Button preventDoubleClick>Save</Button>
          </Form>
        </>
      )}
    </Layout>
  );
}

/** What holds for their other children: a change is carried only to what is the same. */
function Others({ others }: Pick<OwnDetailsProps, 'others'>) {
  const alike = others.filter(({ same }) => same).map(({ childName }) => childName);
  return (
    <>
      {alike.length > 0 && (
        <p class="govuk-body">
          We reach you the same way about {alike.join(' and ')}: what you change here is changed there too.
        </p>
      )}
      {others
        .filter(({ same }) => !same)
        .map(({ childId, childName }) => (
          <p class="govuk-body" key={childId}>
            We have something different for you about {childName}.{' '}
            <a class="govuk-link" href={`/family/${childId}/contact-details`}>
              See how we reach you about {childName}
            </a>
          </p>
        ))}
    </>
  );
}
