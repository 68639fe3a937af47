import type { ComponentChildren } from 'preact';
import { ASSET_URLS } from '../assets.ts';
import { ErrorSummary } from '../error-summary.tsx';
import type { FieldErrors } from '../errors.ts';
import { Form } from '../form.tsx';
import { Button } from '../govuk/button.tsx';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';
import { BlockOf, type To } from './block.tsx';
import { type EasyForm, type EasyRead, plain, type Section } from './content.ts';
import { type Explained, explain } from './hard-words.ts';
import { Words } from './words.tsx';

const unchanged: To = (href) => href;

/** A whole page in Easy Read. Its links lead on in Easy Read wherever they can. */
export function EasyReadPage({ page, content }: { page: PageContext; content: EasyRead }) {
  const { back, errors = {} } = content;
  // Whoever the family invited may send nothing from here: a form would be refused.
  const sent = ({ form }: Section) => form !== undefined && form.search !== true;
  const sections = content.sections.filter((section) => page.onlyReads !== true || !sent(section));
  const to = page.easyRead?.to ?? unchanged;
  const explained = explain({ ...content, sections });
  return (
    <Layout
      title={`${plain(content.title)} (Easy Read)`}
      page={page}
      errors={errors}
      backLink={back === undefined ? undefined : { href: to(back.href), text: back.text }}
      navigation={page.navigation.map((item) => ({ ...item, href: to(item.href) }))}
    >
      <ErrorSummary errors={errors} />
      <div class="opensend-easy" data-read-aloud>
        <h1 class="govuk-heading-l">
          <Words line={content.title} />
        </h1>
        {sections.map((section, place) => (
          <SectionOf key={place} section={section} explained={explained[place] ?? []} {...{ to, errors }} />
        ))}
      </div>
      <Made page={page} />
      <script type="module" src={ASSET_URLS.readAloud} />
    </Layout>
  );
}

type SectionProps = { section: Section; explained: readonly Explained[]; to: To; errors: FieldErrors };

function SectionOf({ section, explained, to, errors }: SectionProps) {
  const wrong = section.form?.errors ?? errors;
  const blocks = explained.map((one, place) => <BlockOf key={place} {...{ ...one, to }} errors={wrong} />);
  return (
    <>
      {section.heading !== undefined && (
        <h2 class="govuk-heading-m">
          <Words line={section.heading} />
        </h2>
      )}
      {section.form === undefined ? (
        blocks
      ) : (
        <FormOf
          form={section.form}
          files={section.blocks.some(({ field }) => field?.kind === 'files')}
          to={to}
        >
          {blocks}
        </FormOf>
      )}
    </>
  );
}

type FormOfProps = { form: EasyForm; files: boolean; to: To; children: ComponentChildren };

function FormOf({ form, files, to, children }: FormOfProps) {
  const hidden = Object.entries(form.hidden ?? {}).map(([name, value]) => (
    <input type="hidden" name={name} value={value} key={name} />
  ));
  if (form.search === true) {
    return (
      <form method="get" action={to(form.action)}>
        {hidden}
        {children}
        <Button classes="opensend-easy__send">{form.button}</Button>
      </form>
    );
  }
  // The usual page's own address, which is told to answer in Easy Read too.
  return (
    <Form files={files} action={`${form.action}?easy-read`} idempotencyKey={form.key} version={form.version}>
      {hidden}
      {children}
      <Button classes="opensend-easy__send" preventDoubleClick>
        {form.button}
      </Button>
      {form.later !== undefined && (
        <Button
          name="later"
          value="yes"
          classes="opensend-easy__send govuk-button--secondary"
          preventDoubleClick
        >
          {form.later}
        </Button>
      )}
    </Form>
  );
}

/** How the page was tested, and whose pictures they are. */
function Made({ page }: { page: PageContext }) {
  const tested = page.easyRead?.tested ?? null;
  return (
    <div class="opensend-easy__made">
      <h2 class="govuk-heading-s">How we made this page</h2>
      <p class="govuk-body">
        {tested === null ? (
          'A computer checked these words. People with learning disabilities have not tested this page yet.'
        ) : (
          <>
            {tested.by} tested our Easy Read on {tested.on}.
          </>
        )}
      </p>
      <p class="govuk-body">
        The pictures are from{' '}
        <a class="govuk-link" href="https://openmoji.org/" rel="external">
          OpenMoji
        </a>
        ,{' '}
        <a class="govuk-link" href="https://creativecommons.org/licenses/by-sa/4.0/" rel="external license">
          CC BY-SA 4.0
        </a>
        .
      </p>
    </div>
  );
}
