import {
  AsTyped,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  Panel,
  StackedTable,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { countOf } from '../../../shared/words.ts';
import { checkOf, type Placed } from '../checking.ts';
import type { PlanException } from '../facts.ts';
import type { Due } from '../findings-shown.ts';
import { mayExcept, sayStopped } from '../stopping.ts';
import { sentence } from './findings.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

export type StoppedProps = {
  of: OfPlan;
  formKey: string;
  /** Each finding that stops the plan, by the name its form gives it. */
  stopped: readonly { name: string; href: string; finding: Placed }[];
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  /** The days it is due by: nothing found here moves them. */
  due: readonly Due[];
};

/** The card that stops a plan: what stops it and where to put it right; and letting it out all the same, with a reason. */
export function Stopped(props: StoppedProps) {
  const { of, formKey, stopped, errors, typed, due } = props;
  const open = stopped.filter(({ finding }) => mayExcept(finding));
  return (
    <>
      <Panel
        title={stopped.length === 1 ? 'One thing stops it' : `${stopped.length} things stop it`}
        headingLevel={2}
        classes="govuk-panel--interruption"
        attributes={{ id: 'stopped' }}
      >
        <ul class="govuk-list govuk-list--bullet">
          {stopped.map(({ name, href, finding }) => (
            <li key={name}>
              {sentence(finding.why)}{' '}
              <a class="govuk-link govuk-link--inverse" href={href}>
                {sayStopped(finding)}
              </a>{' '}
              ({finding.provision})
            </li>
          ))}
        </ul>
        <p class="govuk-body">Nothing has been sent.</p>
      </Panel>
      {open.length > 0 && (
        <>
          <h2 class="govuk-heading-m">If it has to go out as it is</h2>
          <p class="govuk-body">
            {due.map(
              ({ what, on, over, provision }) =>
                `${what} ${over ? 'was' : 'is'} due by ${sayDate(on)} (${provision}), and nothing found here moves that day. `,
            )}
            You can let a finding out at once, and nobody else has to agree. It is kept with your name and
            your reason, and holds until the words change.
          </p>
          <Form action={`/plans/${of.planId}/exceptions`} idempotencyKey={formKey}>
            <input type="hidden" name="shown" value={open.map(({ name }) => name).join(',')} />
            <Checkboxes
              name="findings"
              fieldset={{ legend: { text: 'What goes out as it is?', classes: 'govuk-fieldset__legend--s' } }}
              errorMessage={errors['findings']}
              values={(typed['findings'] ?? '').split(',')}
              items={[
                ...(open.length > 1
                  ? [
                      {
                        value: 'all',
                        text: open.length === 2 ? 'Both of these' : `All ${open.length} of these`,
                      },
                      { divider: 'or' },
                    ]
                  : []),
                ...open.map(({ name, finding }) => ({
                  value: name,
                  text: finding.why,
                  hint: finding.text.trim() === '' ? undefined : finding.text.slice(0, 200),
                })),
              ]}
            />
            <Textarea
              name="reason"
              label={{ text: 'Why?', classes: 'govuk-label--s' }}
              hint="The family may ask to see it"
              errorMessage={errors['reason']}
              value={typed['reason']}
              rows={3}
            />
            <Button classes="govuk-button--warning" preventDoubleClick>
              Record the exception
            </Button>
          </Form>
        </>
      )}
    </>
  );
}

/** What was let out, why and by whom; and whether it still holds. */
export function Exceptions({
  exceptions,
}: {
  exceptions: readonly { exception: PlanException; holds: boolean }[];
}) {
  if (exceptions.length === 0) return null;
  return (
    <StackedTable
      caption={`${countOf(exceptions.length, 'exception')} recorded`}
      head={['What the checks found', 'In these words', 'Why it goes out', 'Who, and when']}
      rows={exceptions.map(({ exception, holds }) => [
        <>
          {exception.why} ({checkOf(exception)?.cite.provision ?? exception.rule})
          {!holds && <div class="govuk-hint">It holds no longer: nothing is found there in these words</div>}
        </>,
        <AsTyped>{exception.text.trim() === '' ? 'None' : exception.text}</AsTyped>,
        <AsTyped>{exception.reason}</AsTyped>,
        `${exception.by}, ${sayDate(exception.on)}`,
      ])}
    />
  );
}

type PageProps = StoppedProps & {
  page: PageContext;
  exceptions: readonly { exception: PlanException; holds: boolean }[];
  next: { href: string; text: string } | null;
};

/** What stops a plan and what was let out, on a page of their own: before serving, and before it is made final. */
export function ExceptionsPage({ page, exceptions, next, ...stopped }: PageProps) {
  const { of, errors } = stopped;
  return (
    <PlanFrame page={page} of={of} title="What stops it" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">What stops the plan</h1>
      {stopped.stopped.length > 0 ? (
        <Stopped {...stopped} />
      ) : (
        <InsetText>Nothing that the checks find stops it.</InsetText>
      )}
      <Exceptions exceptions={exceptions} />
      {next !== null && <Button href={next.href}>{next.text}</Button>}
    </PlanFrame>
  );
}
