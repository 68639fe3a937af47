import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { Exceptions, Stopped, type StoppedProps } from './stopped.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  number: number;
  /** What stops it, and the form that lets it out all the same. */
  stopped: StoppedProps;
  /** What was let out though a check stopped it. */
  exceptions: Parameters<typeof Exceptions>[0]['exceptions'];
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  people: readonly { name: string; how: string }[];
  servedOn: PlainDate;
  lastDay: PlainDate;
};

/** What serving a draft will do, and what stands in its way. */
export function ServicePage(props: Props) {
  const { page, of, stopped, errors } = props;
  return (
    <PlanFrame page={page} of={of} title="Serve the draft" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Serve draft {props.number}</h1>
      {stopped.stopped.length > 0 ? <Stopped {...stopped} /> : <Ready {...props} />}
      <Exceptions exceptions={props.exceptions} />
    </PlanFrame>
  );
}

function Ready({ of, formKey, people, servedOn, lastDay, errors, typed }: Props) {
  return (
    <>
      <p class="govuk-body">
        The draft is frozen as it now stands and goes to the family with all its advice. They have at least 15
        days, counting the day it is served as the first.
      </p>
      <SummaryList
        card={{ title: 'Sent to' }}
        rows={people.map(({ name, how }) => ({ key: name, value: how }))}
      />
      <Form action={`/plans/${of.planId}/service`} idempotencyKey={formKey}>
        <DateField
          name="servedOn"
          legend="When is it served?"
          hint={`At once if it is handed over or sent electronically. By first-class post, the second working day after posting. Served on ${sayDate(servedOn)}, the family’s time ends on ${sayDate(lastDay)}.`}
          errors={errors}
          typed={typed}
          value={servedOn}
        />
        <Button preventDoubleClick>Serve the draft on the family</Button>
      </Form>
    </>
  );
}
