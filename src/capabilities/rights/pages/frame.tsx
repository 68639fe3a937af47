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

export type FrameProps = {
  page: PageContext;
  of: { childId: string; childName: string; bornOn: PlainDate };
  title: string;
  back: string;
  errors?: FieldErrors;
  children: ComponentChildren;
};

/** A page about who acts for one child or young person. */
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

/** One form, which leads back to who holds the rights. */
export function Ask(props: Omit<FrameProps, 'errors' | 'back'> & { form: Filled }) {
  const { form, children, ...frame } = props;
  return (
    <Frame {...frame} errors={form.errors} back={`/cases/${props.of.childId}/rights`}>
      <Form idempotencyKey={form.formKey}>{children}</Form>
    </Frame>
  );
}
