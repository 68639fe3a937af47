import {
  Button,
  Details,
  ErrorSummary,
  type FieldErrors,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import type { Typed } from '../../../platform/http/forms.ts';
import {
  type Answer,
  lawOf,
  NOT_SO,
  SITUATION_WORDS,
  SITUATIONS,
  type Situation,
  sayOf,
} from '../asking-guide.ts';
import { guideInEasyRead, sayInEasyRead, situationInEasyRead } from './easy-read/guide.ts';

const ACT = 'https://www.legislation.gov.uk/ukpga/2014/6/section/36';

type Page = { page: PageContext; sendiass: string | null };

/** Should I ask? What the test is, and a few words for each place somebody may be. Nothing here is kept. */
export type GuideProps = Page;

export const GuidePage = inEasyRead(Guide, guideInEasyRead);

function Guide({ page, sendiass }: GuideProps) {
  return (
    <Layout title="Should I ask for an assessment?" page={page}>
      <h1 class="govuk-heading-l">Should I ask for an assessment?</h1>
      <p class="govuk-body-l">
        If you are worried, you can ask. This guide says what help there is, and what we have to look at when
        somebody asks.
      </p>
      <p class="govuk-body">We do not keep anything you choose here, and you can ask at any point.</p>
      <h2 class="govuk-heading-m">Who are you worried about?</h2>
      <ul class="govuk-list govuk-list--spaced">
        {SITUATIONS.map((one) => (
          <li key={one}>
            <a class="govuk-link" href={`/should-i-ask/${one}`}>
              {SITUATION_WORDS[one].choice}
            </a>
          </li>
        ))}
      </ul>
      <Test />
      <h2 class="govuk-heading-m">Things people are told that are not so</h2>
      <dl class="govuk-body">
        {NOT_SO.map(({ heard, so }) => (
          <div key={heard} class="govuk-!-margin-bottom-3">
            <dt class="govuk-!-font-weight-bold">{heard}</dt>
            <dd class="govuk-!-margin-left-0">{so}</dd>
          </div>
        ))}
      </dl>
      <AskNow sendiass={sendiass} />
    </Layout>
  );
}

function Test() {
  return (
    <>
      <h2 class="govuk-heading-m">What we have to look at</h2>
      <p class="govuk-body">
        When somebody asks, we must find out two things, and only these two. We must carry out an assessment
        if the answer to both is yes:
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>
          Does the child or young person have special educational needs, or might they? This means that they
          find it much harder to learn than others of their age, or that a disability makes it hard for them
          to use what a school or college has.
        </li>
        <li>Might they need help that has to be set out in a plan?</li>
      </ol>
      <p class="govuk-body">
        The law says so:{' '}
        <a class="govuk-link" href={ACT}>
          Children and Families Act 2014, section 36(8)
        </a>
        .
      </p>
    </>
  );
}

/** One place somebody may be: the help there, and the two questions. */
export type SituationProps = Page & { situation: Situation; errors: FieldErrors; typed: Typed };

export const SituationPage = inEasyRead(SituationOf, situationInEasyRead);

function SituationOf({ page, sendiass, situation, errors, typed }: SituationProps) {
  const words = SITUATION_WORDS[situation];
  return (
    <Layout title={words.title} page={page} errors={errors} backLink="/should-i-ask">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      {words.help.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <p class="govuk-body">
        You do not have to use this help first, and asking does not stop it. You can{' '}
        <a class="govuk-link" href="/requests/new">
          ask for an assessment now
        </a>
        .
      </p>
      <Law situation={situation} />
      <form method="post" action={`/should-i-ask/${situation}/answers`}>
        <Question
          name="hasNeeds"
          legend="Do they find it harder to learn than others, or might they?"
          hint="Think of reading, talking, paying attention, being with others, feelings, moving about, seeing and hearing."
          errors={errors}
          typed={typed}
        />
        <Question
          name="needsMore"
          legend="Might they need more help than they get now, or can get without a plan?"
          errors={errors}
          typed={typed}
        />
        <Button classes="govuk-button--secondary">See what the law says about this</Button>
      </form>
      <AskNow sendiass={sendiass} />
    </Layout>
  );
}

function Law({ situation }: { situation: Situation }) {
  const says = lawOf(situation);
  if (says.length === 0) return null;
  return (
    <Details summary="What the law says">
      <ul class="govuk-list govuk-list--bullet">
        {says.map(({ text, cite }) => (
          <li key={cite.provision}>
            {text}{' '}
            <a class="govuk-link" href={cite.url}>
              {cite.provision}
            </a>
            {cite.confidence === 'high' ? '' : ' We are not certain of our reading of this.'}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Question(props: { name: string; legend: string; hint?: string; errors: FieldErrors; typed: Typed }) {
  return (
    <Radios
      name={props.name}
      fieldset={{ legend: { text: props.legend, classes: 'govuk-fieldset__legend--m' } }}
      hint={props.hint}
      errorMessage={props.errors[props.name]}
      value={props.typed[props.name]}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'unsure', text: 'I am not sure' },
        { value: 'no', text: 'No' },
      ]}
    />
  );
}

/** What the two answers come to: always, that they may ask. */
export type SayProps = Page & { situation: Situation; hasNeeds: Answer; needsMore: Answer };

export const SayPage = inEasyRead(Say, sayInEasyRead);

function Say({ page, sendiass, situation, hasNeeds, needsMore }: SayProps) {
  const { title, paragraphs } = sayOf(hasNeeds, needsMore);
  return (
    <Layout title={title} page={page} backLink={`/should-i-ask/${situation}`}>
      <h1 class="govuk-heading-l">{title}</h1>
      {paragraphs.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <p class="govuk-body">
        This page does not decide anything, and we have kept nothing you chose. When you ask, we look at what
        you tell us and write to you within 6 weeks with our reasons. You can appeal if we say no.
      </p>
      <AskNow sendiass={sendiass} />
    </Layout>
  );
}

function AskNow({ sendiass }: { sendiass: string | null }) {
  return (
    <>
      <h2 class="govuk-heading-m">Anyone may ask</h2>
      <p class="govuk-body">
        A parent or carer, a young person, or a school or college can ask for an assessment. Anybody else can
        tell us about a child they are worried about. It is free.
      </p>
      <Button href="/requests/new" isStartButton>
        Ask for an assessment now
      </Button>
      <p class="govuk-body">
        You can talk it over first with somebody independent of us, free
        {sendiass === null ? ': ask us for your local advice service.' : `: ${sendiass}.`}
      </p>
    </>
  );
}
