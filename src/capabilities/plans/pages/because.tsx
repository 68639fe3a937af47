import { type FieldErrors, Radios } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Representation } from '../facts.ts';

/** Why the draft the family has is changed: asked on every form that changes it, and only then. */
export type Asking = { comments: readonly Representation[] } | null;

type Props = { asking: Asking; typed: Readonly<Record<string, string>>; errors: FieldErrors };

export const OWN_CHANGE = 'our own change';

/** Which comment a change answers; or that it is the authority's own, which means a new draft. */
export function Because({ asking, typed, errors }: Props) {
  if (asking === null) return null;
  return (
    <Radios
      name="because"
      fieldset={{ legend: { text: 'Why is this changed?', classes: 'govuk-fieldset__legend--m' } }}
      hint="The family has this draft. A final plan may differ from it only because of what they said (Code of Practice 9.125)."
      errorMessage={errors['because']}
      value={typed['because']}
      items={[
        ...asking.comments.map((comment) => ({
          value: comment.id,
          text: `It answers what ${comment.from} said on ${sayDate(comment.receivedOn)}`,
          hint: shortened(comment.words),
        })),
        {
          value: OWN_CHANGE,
          text: 'It is our own change',
          hint: 'A new draft will be served, with 15 days more for the family’s views',
        },
      ]}
    />
  );
}

function shortened(words: string): string {
  return words.length <= 160 ? words : `${words.slice(0, 157)}…`;
}
