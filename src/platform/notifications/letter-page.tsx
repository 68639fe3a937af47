import {
  Button,
  Form,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  sayMoment,
  WarningText,
} from '../../design-system/index.ts';
import { statusOf, wordsOf } from './letter.ts';
import type { LetterNow } from './letter-now.ts';
import { channelWords, OldAddressTag, StatusTag } from './pages.tsx';
import { toArrange } from './preferences.ts';

type Props = LetterNow & { page: PageContext; showsSecret: boolean; postingKey: string; againKey: string };

/** One letter as its recipient reads it, with what became of it. */
export function LetterPage(props: Props) {
  const { page, letter, goesTo, barred, elsewhere, again, recipient, showsSecret } = props;
  const secret = showsSecret && letter.secret !== null ? letter.secret : '[one-time code or link, not shown]';
  return (
    <Layout title={letter.subject} page={page} backLink={{ href: '/outbox', text: 'Letters' }}>
      <h1 class="govuk-heading-l">{letter.subject}</h1>
      {letter.failure !== null && <WarningText>Not sent. {letter.failure}.</WarningText>}
      {letter.failure === null && barred !== null && letter.sentAt === null && (
        <WarningText>Do not send this. {barred.why}.</WarningText>
      )}
      {recipient !== undefined && (
        <Arrange needs={toArrange(recipient, props.inEasyRead)} name={recipient.name} />
      )}
      <Reached {...props} />
      <SummaryList
        rows={[
          {
            key: 'Where it is',
            value: (
              <>
                <StatusTag letter={letter} />
                {elsewhere && again === undefined && <OldAddressTag />}
              </>
            ),
          },
          { key: 'To', value: <Lines of={[goesTo.name, ...goesTo.address]} /> },
          letter.writtenTo !== null && {
            key: 'Written to',
            value: <Lines of={letter.writtenTo} />,
          },
          { key: 'How', value: channelWords(goesTo.channel) },
          letter.reason !== null && { key: 'Why they are written to', value: letter.reason },
          { key: 'Written', value: sayMoment(letter.createdAt) },
          letter.sentAt !== null && {
            key: 'Sent',
            value: `${sayMoment(letter.sentAt)}, by ${letter.sentBy ?? ''}`,
          },
          letter.documentId !== null && {
            key: 'Enclosed',
            value: (
              <a class="govuk-link" href={`/documents/${letter.documentId}`}>
                Download what is enclosed
              </a>
            ),
          },
          props.inEasyRead && {
            key: 'In Easy Read',
            value: (
              <>
                <a class="govuk-link" href={`/outbox/${letter.id}/easy-read.pdf`}>
                  Easy Read paper (PDF)
                </a>
                {goesTo.channel === 'post'
                  ? '. Print it and put it in with the letter'
                  : '. The email says where it is'}
              </>
            ),
          },
          letter.childId !== null && {
            key: 'About',
            value: (
              <a class="govuk-link" href={`/cases/${letter.childId}`}>
                The child’s case
              </a>
            ),
          },
        ]}
      />
      <section class="opensend-letter" aria-labelledby="words">
        <h2 class="govuk-heading-m" id="words">
          The letter
        </h2>
        {wordsOf(letter.body, secret)
          .split(/\n{2,}/)
          .map((paragraph) => (
            <p class="govuk-body">
              <Lines of={paragraph.split('\n')} />
            </p>
          ))}
      </section>
      {(barred === null || letter.sentAt !== null) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/outbox/${letter.id}/letter.pdf`}>
            Letter to print (PDF{recipient?.format === 'large print' ? ', in large print' : ''})
          </a>
        </p>
      )}
      {statusOf(letter) === 'to post' && barred === null && (
        <Form action={`/outbox/${letter.id}/posting`} idempotencyKey={props.postingKey}>
          <Button>I have posted this letter</Button>
        </Form>
      )}
    </Layout>
  );
}

/** What somebody has to do for this person that the service cannot. */
function Arrange({ needs, name }: { needs: readonly string[]; name: string }) {
  if (needs.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">What {name} asked for, that somebody has to arrange:</p>
      <ul class="govuk-list govuk-list--bullet">
        {needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </InsetText>
  );
}

/** Whether it reached them, and sending it again where it did not. */
function Reached({ letter, recipient, elsewhere, again, unread, againKey }: Props) {
  if (again !== undefined) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`/outbox/${again.id}`}>
          Sent again
        </a>{' '}
        on {sayMoment(again.createdAt)}.
      </p>
    );
  }
  if (recipient === undefined || recipient.restricted || (!elsewhere && letter.failedAt === null))
    return null;
  const code = letter.body.includes('((secret))');
  return (
    <>
      {elsewhere && <InsetText>It went to an address that is no longer theirs.</InsetText>}
      {code && (
        <p class="govuk-body">It had a one-time code, which is never sent twice: they can ask for another.</p>
      )}
      {!code && unread && (
        <p class="govuk-body">
          The service has not read what is enclosed yet, to see that it shows nobody’s address. Come back in a
          few minutes to send it again.
        </p>
      )}
      {!code && !unread && (
        <Form action={`/outbox/${letter.id}/again`} idempotencyKey={againKey}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Send it again, to where they are now
          </Button>
        </Form>
      )}
    </>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((line, place) => (
        <>
          {place > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
