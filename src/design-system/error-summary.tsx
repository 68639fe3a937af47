import type { FieldErrors } from './errors.ts';
import { hasErrors } from './errors.ts';
import {
  ErrorSummary as GovukErrorSummary,
  type ErrorSummaryProps as GovukProps,
} from './govuk/error-summary.tsx';

export type ErrorSummaryProps = GovukProps & {
  /** What is wrong, by field. Each message leads to the element whose id is the field's name. */
  errors?: FieldErrors | undefined;
};

/** Everything that is wrong with a form, above it. Nothing at all when nothing is wrong. */
export function ErrorSummary({ errors, errorList = [], ...props }: ErrorSummaryProps) {
  if (!hasErrors(errors) && errorList.length === 0) return null;
  const fromFields = Object.entries(errors ?? {}).map(([field, text]) => ({ text, href: `#${field}` }));
  return <GovukErrorSummary {...props} errorList={[...fromFields, ...errorList]} />;
}
