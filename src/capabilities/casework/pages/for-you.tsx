import { InsetText, inEasyRead, Layout } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type CoverNow, sayCover } from '../../caseload/index.ts';
import { forYouInEasyRead } from './easy-read/for-you.ts';
import { FOR_YOU } from './for-you-words.ts';
import { TheirActs } from './their-acts.tsx';
import type { TrackerProps } from './tracker.tsx';

export type ForYouProps = TrackerProps & {
  /** What the young person is called. */
  calledBy: string;
};

/** The young person’s own page: what is happening, said to them, from the same facts as the family’s. */
export const ForYouPage = inEasyRead(ForYou, forYouInEasyRead);

function ForYou(props: ForYouProps) {
  const { page, childId, calledBy, step } = props;
  const { dueOn, late } = props.standing;
  const words = FOR_YOU[step];
  return (
    <Layout
      title={`${calledBy}: what is happening`}
      page={page}
      backLink={{ href: `/family/${childId}`, text: 'The page for your family' }}
    >
      <h1 class="govuk-heading-l">Hello {calledBy}</h1>
      <p class="govuk-body-l">This page is about you. It says what is happening, and what you can do.</p>
      <h2 class="govuk-heading-m">What is happening now</h2>
      <p class="govuk-body">{words.now}</p>
      {dueOn !== null && !late && <p class="govuk-body">We must do this by {sayDate(dueOn)}.</p>}
      {dueOn !== null && late && (
        <InsetText>
          We are late. We should have done this by {sayDate(dueOn)}. We are sorry. You can ask us why, and you
          can complain.
        </InsetText>
      )}
      <Expect {...props} />
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">{words.next}</p>
      <h2 class="govuk-heading-m">Say what you think</h2>
      <p class="govuk-body">
        What you think matters. You can say what goes well, what is hard and what you want. You can do it your
        own way, and ask somebody to help you.
      </p>
      {props.todo.some(isVoice) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/children/${childId}/voice`}>
            Say it in words, a picture, a sound or a video
          </a>
        </p>
      )}
      <TheirActs
        childId={childId}
        todo={props.todo.filter((act) => !isVoice(act))}
        send={
          props.invited ? null : (
            <a class="govuk-link" href={`/children/${childId}/documents/new`}>
              Send us anything you want us to see
            </a>
          )
        }
        readers={props.invited ? null : 'See who has looked at your file'}
      />
      <Decides {...props} />
      <h2 class="govuk-heading-m">Who can help you</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Somebody you trust, like your family or a teacher</li>
        <li>
          {props.caseworker === null
            ? `The SEND team, until we give your file to somebody: ${props.reach}`
            : `${props.caseworker}. They look after your file`}
        </li>
        {props.caseworker !== null && <Away caseworker={props.caseworker} cover={props.cover} />}
        <li>People who do not work for us, for free: {props.sendiass ?? 'ask us who they are'}</li>
      </ul>
    </Layout>
  );
}

function Away({ caseworker, cover }: { caseworker: string; cover: readonly CoverNow[] }) {
  return cover.map((one) => <li key={one.cover}>{sayCover(caseworker, one, 'your file')}</li>);
}

// Said to them, above, and not again among what a family can do.
function isVoice({ href }: { href: string }): boolean {
  return href.endsWith('/voice');
}

/** When it will probably be done, beside the law's day above it. */
function Expect({ forecast, standing }: ForYouProps) {
  if (forecast === null) return null;
  const { dueOn, probably } = forecast;
  if (probably === null) return <p class="govuk-body">We cannot say yet when we will do it.</p>;
  return (
    <p class="govuk-body">
      We think we will do it by {sayDate(probably.on)}. We may be wrong.
      {probably.on > dueOn &&
        !standing.late &&
        ' This is later than the law says. You can ask us why, and you can complain.'}
    </p>
  );
}

/** Whose the decisions are, near the day they pass to the young person and after it. */
function Decides({ rights }: ForYouProps) {
  if (rights === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Who decides</h2>
      <p class="govuk-body">
        {rights.passed
          ? 'You decide now. We ask you, and we write to you.'
          : `Your family decides with us until ${sayDate(rights.lastDay)}. After that day you decide.`}{' '}
        You can have help to decide. Your family can still help you, if you want that.
      </p>
    </>
  );
}
