import type { FastifyRequest } from 'fastify';
import { Button, Details, Layout } from '../../design-system/index.ts';

/** What a form sent, each field with its value or values. */
export type Sent = Readonly<Record<string, string | readonly string[]>>;

/**
 * Signed out in the middle of a form: everything typed is kept on this page and nowhere else, to be sent again after
 * signing in beside it. It carries the form's own key, so sending it twice does nothing twice.
 */
export function signedOutPage(request: FastifyRequest, sent: Sent) {
  const fields = Object.entries(sent).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
  const written = fields.filter(({ name, value }) => !NOT_TYPED.has(name) && value.trim() !== '');
  const newTab = { target: '_blank', rel: 'noreferrer' };
  return (
    <Layout title="You were signed out" page={request.pageContext()}>
      <h1 class="govuk-heading-l">You were signed out before this was saved</h1>
      <p class="govuk-body">
        What you typed is kept on this page. Nothing has been saved yet, and nothing is lost if you do these
        in order.
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href="/sign-in" {...newTab}>
            Sign in (opens in a new tab)
          </a>
          , or{' '}
          <a class="govuk-link" href="/track" {...newTab}>
            use a new code (opens in a new tab)
          </a>{' '}
          if that is how you came in.
        </li>
        <li>Come back to this page.</li>
        <li>Select ‘Save what I typed’.</li>
      </ol>
      <form method="post" action={request.url}>
        {fields.map(({ name, value }, place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <Button preventDoubleClick>Save what I typed</Button>
      </form>
      {written.length > 0 && (
        <Details summary="Read what you typed">
          {written.map(({ value }, place) => (
            <p class="govuk-body opensend-as-typed" dir="auto" key={place}>
              {value}
            </p>
          ))}
        </Details>
      )}
    </Layout>
  );
}

/** Signed out before files came: no page can hold them, so this one says what happened and where to choose them again. */
export function signedOutWithFilesPage(request: FastifyRequest, form: string) {
  return (
    <Layout title="You were signed out" page={request.pageContext()}>
      <h1 class="govuk-heading-l">You were signed out before your files were sent</h1>
      <p class="govuk-body">
        These files were not received. They are still on your device. Files you sent before are kept for 24
        hours, and are on the page when you come back to it.
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href={`/sign-in?to=${encodeURIComponent(form)}`}>
            Sign in and go back to the form
          </a>
          , or{' '}
          <a class="govuk-link" href="/track">
            use a new code
          </a>{' '}
          if that is how you came in.
        </li>
        <li>Choose the files again, and send them.</li>
      </ol>
    </Layout>
  );
}

const NOT_TYPED = new Set(['idempotencyKey', 'version', 'kind', 'under']);
