import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  Textarea,
} from '../../../../design-system/index.ts';
import { type OfPlan, PlanFrame } from '../../pages/frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  version: number;
  noticeSent: boolean;
  /** Why it may not be decided today; null where it may. */
  notYet: string | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Ending an amendment without an amended plan: taken back before a notice, decided against after one. */
export function EndPage({ page, of, formKey, version, noticeSent, notYet, typed, errors }: Props) {
  const title = noticeSent ? 'Decide not to amend the plan' : 'Withdraw the amendment';
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {noticeSent
          ? `The family is told why, that version ${version} stays in force, and of its right to appeal (SEND Regulations 2014, reg. 22(4)).`
          : `No notice was sent, so nothing goes to the family. Version ${version} stays in force. What was written for the amendment is not part of any plan.`}
      </p>
      {notYet === null ? (
        <Form action={`/plans/${of.planId}/amendment/end`} idempotencyKey={formKey}>
          <Textarea
            name="reasons"
            label={{ text: noticeSent ? 'Why are you not amending it?' : 'Why?', classes: 'govuk-label--s' }}
            hint={noticeSent ? 'The family reads this in the letter' : 'For the record'}
            errorMessage={errors['reasons']}
            value={typed['reasons']}
            rows={5}
          />
          <Button classes="govuk-button--warning" preventDoubleClick>
            {title}
          </Button>
        </Form>
      ) : (
        <InsetText>{notYet}.</InsetText>
      )}
    </PlanFrame>
  );
}
