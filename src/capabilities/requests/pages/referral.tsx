import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Residence } from '../referral.ts';

const S24 = 'https://www.legislation.gov.uk/ukpga/2014/6/section/24';

type Props = {
  page: PageContext;
  requestId: string;
  childName: string;
  postcode: string | null;
  residence: Residence;
  authorities: readonly { code: number; name: string }[];
  referral: { toAuthority: number; referredOn: PlainDate; arrivesAs: string | null } | null;
  over: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** Passing a request on to the authority responsible, with what the family is told and what happens to the dates. */
export function ReferralPage(props: Props) {
  const { page, requestId, childName, residence, errors, typed, referral } = props;
  const suggested = residence.kind === 'elsewhere' ? String(residence.authority.code) : '';
  const to = props.authorities.find(({ code }) => code === referral?.toAuthority)?.name;
  return (
    <Layout
      title="Refer to another authority"
      page={page}
      errors={errors}
      backLink={`/requests/${requestId}`}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Refer the request about {childName}</h1>
      {referral !== null && (
        <p class="govuk-body">
          Referred to {to ?? 'another authority'} on {sayDate(referral.referredOn)}.{' '}
          {referral.arrivesAs === null
            ? 'It does not use this service here: the family was asked to ask it, with its details.'
            : 'It arrived there in this service.'}
        </p>
      )}
      {referral === null && props.over && <p class="govuk-body">This request is finished or has ended.</p>}
      {referral === null && !props.over && (
        <>
          <ResidenceWords residence={residence} postcode={props.postcode} />
          <p class="govuk-body">
            The authority for the area a child or young person is in is responsible for them:{' '}
            <a class="govuk-link" href={S24}>
              Children and Families Act 2014, s24
            </a>
            . The request stays received and acknowledged here until you refer it. A looked-after child, or
            one with a home in two areas, needs more thought: see chapter 10 of the Code of Practice.
          </p>
          <Form action={`/requests/${requestId}/referral`} idempotencyKey={props.formKey}>
            <Select
              name="toAuthority"
              label={{ text: 'The authority responsible', classes: 'govuk-label--s' }}
              errorMessage={errors['toAuthority']}
              value={typed['toAuthority'] ?? suggested}
              items={[
                { value: '', text: 'Select an authority' },
                ...props.authorities.map(({ code, name }) => ({ value: String(code), text: name })),
              ]}
            />
            <Textarea
              name="reason"
              label={{ text: 'How you know that they live there', classes: 'govuk-label--s' }}
              rows={3}
              value={typed['reason']}
              errorMessage={errors['reason']}
            />
            <InsetText>
              The family is written to at once with the other authority’s details. As we read reg. 5(1), that
              authority’s time limits start on the day the request reaches it. We are not certain of this: the
              Regulations speak of the authority receiving the request or becoming responsible.
            </InsetText>
            <Button preventDoubleClick>Refer this request</Button>
          </Form>
        </>
      )}
    </Layout>
  );
}

/** What the postcode says of where they live. */
export function ResidenceWords({ residence, postcode }: { residence: Residence; postcode: string | null }) {
  switch (residence.kind) {
    case 'here':
      return <p class="govuk-body">The postcode {postcode} is in this authority’s area.</p>;
    case 'elsewhere':
      return (
        <InsetText>
          The postcode {postcode} is in the area of {residence.authority.name}, which may be responsible and
          not this authority.
        </InsetText>
      );
    case 'unknown':
      return (
        <p class="govuk-body">
          {postcode === null
            ? 'There is no postcode on the file, so it does not say which authority is responsible.'
            : `The directory of postcodes here does not know ${postcode}, so check which authority it is in.`}
        </p>
      );
  }
}
