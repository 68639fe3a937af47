import type { ComponentChildren } from 'preact';
import { AsTyped, Checkboxes, Radios, Textarea } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { SECTION_39_GROUNDS } from '../facts.ts';
import { FIELD } from '../naming/answering.ts';
import { SECTION_33_GROUNDS } from '../naming/decision.ts';
import { type NamingStep, stepOf } from '../naming/steps.ts';
import type { Want } from '../naming/wants.ts';
import type { FinalPageProps } from './final.tsx';

/** What one of the family asked for, with what is known of it. */
export type WantShown = Want & {
  /** It was consulted, and has neither its copy of the draft nor answered. */
  copyWaits: boolean;
  /** Whether it is mainstream; null where neither the register nor its type tells. */
  mainstream: boolean | null;
};

type Props = Pick<FinalPageProps, 'wants' | 'over' | 'typed' | 'errors' | 'nameable' | 'of'>;

/** The heading of a step: its place in the order, the provision, and how sure we are of it. */
export function StepHeading({ step, n }: { step: NamingStep; n: number }) {
  return (
    <>
      <h2 class="govuk-heading-m" id={`step-${step.key}`}>
        {n}. {step.title}
      </h2>
      <p class="govuk-body">
        {step.says}{' '}
        <a class="govuk-link" href={step.cite.url}>
          {step.cite.provision}
        </a>
        {step.unsure}
      </p>
    </>
  );
}

/** Steps 1 to 3: what was asked for, who was consulted with what they said, and the answer to each request not followed. */
export function AskedSteps(props: Props) {
  const { wants, nameable, of } = props;
  return (
    <>
      <StepHeading step={stepOf('asked')} n={1} />
      {wants.length === 0 ? (
        <p class="govuk-body">Nobody has asked for a setting.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {wants.map((want) => (
            <li key={want.from}>
              {want.from} asked for {want.setting.name} on {sayDate(want.receivedOn)}: {sayKind(want)}
            </li>
          ))}
        </ul>
      )}
      <StepHeading step={stepOf('consulted')} n={2} />
      {nameable.length === 0 ? (
        <p class="govuk-body">No setting has been consulted.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {nameable.map(({ id, name, said }) => (
            <li key={id}>
              {name}: {said}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/plans/${of.planId}/settings`}>
          Read the answers, or consult another setting
        </a>
      </p>
      <StepHeading step={stepOf('answered')} n={3} />
      {wants.length === 0 && <p class="govuk-body">There is no request to answer.</p>}
      {wants.map((want, place) => (
        <Answering key={want.from} {...props} want={want} n={place + 1} />
      ))}
      <input type="hidden" name="over" value={props.over} />
    </>
  );
}

function sayKind(want: WantShown): string {
  const kind = want.kind === 'request' ? `a request under ${want.paragraph}` : want.why;
  if (want.mainstream === null) return kind;
  return `${kind}${kind.endsWith('.') ? '' : '.'} ${want.mainstream ? 'It is mainstream.' : 'It is not mainstream.'}`;
}

function Answering({ want, n, typed, errors }: Props & { want: WantShown; n: number }) {
  const { name } = want.setting;
  return (
    <>
      <h3 class="govuk-heading-s">
        {name}, asked for by {want.from}
      </h3>
      <p class="govuk-body">Answer this only if Section I will not name {name}.</p>
      {want.kind === 'request' ? (
        <RequestAnswer {...{ want, n, typed, errors }} />
      ) : (
        <Long
          name={FIELD.reasons(n)}
          label={`Reasons for not naming ${name}`}
          hint="The family reads this in the letter"
          {...{ typed, errors }}
        />
      )}
    </>
  );
}

function RequestAnswer({
  want,
  n,
  typed,
  errors,
}: Pick<Props, 'typed' | 'errors'> & { want: WantShown; n: number }) {
  const { name, settingId } = want.setting;
  const grounds = FIELD.grounds(n);
  return (
    <>
      {(settingId === null || want.copyWaits) && (
        <Long
          name={FIELD.consulted(n)}
          label={`When and how ${name} was consulted`}
          hint={
            want.copyWaits
              ? 'Its copy of the draft has not gone, and it has not answered. Sending the copy today, with passages left out, is the other way. The family reads this in the letter'
              : 'The register does not hold it, so it was not consulted here'
          }
          {...{ typed, errors }}
        />
      )}
      {want.mainstream === null && (
        <Radios
          name={FIELD.mainstream(n)}
          fieldset={{ legend: { text: `Is ${name} mainstream?`, classes: 'govuk-fieldset__legend--s' } }}
          hint="The register does not tell. One that nobody knows of is taken to be"
          classes="govuk-radios--small govuk-radios--inline"
          value={typed[FIELD.mainstream(n)]}
          items={YES_NO}
        />
      )}
      <Checkboxes
        name={grounds}
        fieldset={{
          legend: {
            text: `On which grounds is ${name} not named? It would be`,
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        errorMessage={errors[grounds]}
        items={SECTION_39_GROUNDS.map((ground, place) => ({
          value: String(place + 1),
          text: capital(ground),
          checked: (typed[grounds] ?? '').split(',').includes(String(place + 1)),
          conditional: (
            <Long
              name={FIELD.ground(n, place)}
              label="Reasons and evidence"
              hint="The family reads this in the letter"
              {...{ typed, errors }}
            />
          ),
        }))}
      />
      <Long
        name={FIELD.considered(n)}
        label="What was considered"
        hint="What it answered, the advice, and what the family said. The family reads this in the letter"
        {...{ typed, errors }}
      />
    </>
  );
}

/** What follows what Section I says: a wholly independent setting's agreement, and s. 33. */
export function AfterSectionI(props: Props) {
  const { typed, errors, wants } = props;
  const asks = wants.some(({ kind, mainstream }) => kind === 'request' && mainstream !== false);
  return (
    <>
      <StepHeading step={stepOf('agreed')} n={5} />
      <Long
        name="agreed"
        label="Who agreed to admit, and when"
        hint="Only if Section I names a wholly independent setting that has not answered yes here"
        {...{ typed, errors }}
      />
      <StepHeading step={stepOf('mainstream')} n={6} />
      <Radios
        name="mainstream"
        fieldset={{
          legend: { text: 'Is what Section I gives mainstream?', classes: 'govuk-fieldset__legend--s' },
        }}
        hint="Answer only where the register does not tell: of a type without a name, for instance"
        classes="govuk-radios--small govuk-radios--inline"
        errorMessage={errors['mainstream']}
        value={typed['mainstream']}
        items={YES_NO}
      />
      <Radios
        name="notMainstream"
        fieldset={{
          legend: {
            text: 'If it is not, what would mainstream be incompatible with?',
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        errorMessage={errors['notMainstream']}
        value={typed['notMainstream'] ?? '0'}
        items={[
          {
            value: '0',
            text: 'No ground is needed',
            hint: 'Section I is mainstream, or names a setting that was asked for',
          },
          {
            value: '1',
            text: capital(SECTION_33_GROUNDS[0]),
            hint: 'Not where any of them asks for a mainstream setting',
            conditional: (
              <Long name="wishesSaid" label="What they said, who said it and when" {...{ typed, errors }} />
            ),
          },
          {
            value: '2',
            text: capital(SECTION_33_GROUNDS[1]),
            conditional: (
              <>
                <Long name="othersReasons" label="Why" {...{ typed, errors }} />
                <Long
                  name="othersSteps"
                  label="Steps considered in the mainstream settings of the area, and why none is reasonable (section 33(3))"
                  {...{ typed, errors }}
                />
                {asks && (
                  <Long
                    name="othersStepsThere"
                    label="Steps considered at the mainstream setting asked for, and why none is reasonable (section 33(4))"
                    {...{ typed, errors }}
                  />
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

export function Long({
  name,
  label,
  hint,
  typed,
  errors,
}: Pick<Props, 'typed' | 'errors'> & { name: string; label: string; hint?: string }) {
  return (
    <Textarea
      name={name}
      label={{ text: label, classes: 'govuk-label--s' }}
      hint={hint}
      errorMessage={errors[name]}
      value={typed[name]}
      rows={3}
    />
  );
}

/** The words of a decision, paragraph by paragraph, as its letter has them. */
export function DecisionWords({
  words,
  under,
}: {
  words: readonly string[];
  /** The level of the heading that they stand under. */
  under: 1 | 2;
}): ComponentChildren {
  const Heading = under === 1 ? 'h2' : 'h3';
  return words.map((text) =>
    text.startsWith('## ') ? (
      <Heading class={`govuk-heading-${under === 1 ? 'm' : 's'}`} key={text}>
        {text.slice(3)}
      </Heading>
    ) : (
      <p class="govuk-body" key={text}>
        <AsTyped>{text}</AsTyped>
      </p>
    ),
  );
}
