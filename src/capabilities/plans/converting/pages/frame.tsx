import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FieldErrors, Layout, type PageContext } from '../../../../design-system/index.ts';
import type { Conversion } from '../conversion-store.ts';

type Props = {
  page: PageContext;
  conversion: Conversion;
  title: string;
  errors: FieldErrors;
  /** The page leads back to the review, and not to the list. */
  within?: true;
  children: ComponentChildren;
};

/** What a refusal may be about that is no field of a form. */
const WHOLE = ['passages', 'conversion', 'plan'];

/** A page about one file being brought in. */
export function ConversionFrame({ page, conversion, title, errors, within, children }: Props) {
  const back =
    within === true
      ? { href: `/plans/conversions/${conversion.id}`, text: 'Review' }
      : { href: '/plans/conversions', text: 'Plans written elsewhere' };
  return (
    <Layout title={`${title}: ${conversion.title}`} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      {WHOLE.map(
        (field) =>
          errors[field] !== undefined && (
            <p key={field} id={field} tabindex={-1} class="govuk-error-message">
              {errors[field]}
            </p>
          ),
      )}
      {children}
    </Layout>
  );
}
