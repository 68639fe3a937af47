import {
  AsTyped,
  Button,
  type FieldErrors,
  Form,
  type PageContext,
} from '../../../../design-system/index.ts';
import { capital } from '../../../../shared/words.ts';
import type { Conversion } from '../conversion-store.ts';
import { sayPlace } from '../place.ts';
import type { Reviewed } from '../review.ts';
import { ConversionFrame } from './frame.tsx';
import { Placing } from './placing.tsx';

type Props = {
  page: PageContext;
  conversion: Conversion;
  passage: Reviewed;
  /** What the file itself says, where somebody has changed it. */
  asRead: string;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** One passage of a file, to be put right: its words, its place, and what its row serves. */
export function PassagePage({ page, conversion, passage, asRead, formKey, typed, errors }: Props) {
  const title = passage.place === null ? 'Say where this goes' : sayPlace(passage.place);
  return (
    <ConversionFrame page={page} conversion={conversion} title={title} errors={errors} within>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {capital(passage.from)}
        {passage.decidedBy !== null && `. Decided by ${passage.decidedBy}`}
      </p>
      <blockquote class="govuk-inset-text">
        <AsTyped>{asRead}</AsTyped>
      </blockquote>
      <Form
        action={`/plans/conversions/${conversion.id}/passages?one=${passage.number}`}
        idempotencyKey={formKey}
      >
        <Placing passage={passage} typed={typed} errors={errors} whole />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </ConversionFrame>
  );
}
