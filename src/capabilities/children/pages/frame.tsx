import type { ComponentChildren } from 'preact';
import {
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';

/** Whose file a page is about. */
export type Of = { childId: string; childName: string; bornOn: PlainDate };

type FrameProps = {
  page: PageContext;
  of: Of;
  title: string;
  back: string;
  errors?: FieldErrors;
  children: ComponentChildren;
};

/** A page about the people of a child's file. */
export function Frame({ page, of, title, back, errors = {}, children }: FrameProps) {
  return (
    <Layout
      title={`${title}: ${of.childName}`}
      page={page}
      errors={errors}
      backLink={back}
      beforeContent={
        <IdentityBar>
          {of.childName}
          <span class="opensend-identity-detail"> born {sayDate(of.bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Layout>
  );
}

export type Filled = { formKey: string; typed: Readonly<Record<string, string>>; errors: FieldErrors };

type AskProps = Omit<FrameProps, 'errors' | 'back'> & {
  /** Where it is sent: to the page's own address, unless given. */
  action?: string;
  form: Filled;
  /** Where it leads back to: the list of people, unless given. */
  back?: string;
  version?: number;
};

/** One form about one of them, which leads back to the list. */
export function Ask({ page, of, title, action, form, back, version, children }: AskProps) {
  return (
    <Frame {...{ page, of, title }} errors={form.errors} back={back ?? `/cases/${of.childId}/people`}>
      <Form {...(action === undefined ? {} : { action })} idempotencyKey={form.formKey} version={version}>
        {children}
      </Form>
    </Frame>
  );
}
