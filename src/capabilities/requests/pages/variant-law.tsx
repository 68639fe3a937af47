import { Details } from '../../../design-system/index.ts';
import { VARIANT_LAW, type Variant } from '../../../law/index.ts';

/** What each kind of request is called, for staff. */
export const VARIANT_WORDS = {
  'under 2': 'a child under 2',
  'early years': 'a child in the early years',
  school: 'a child of school age',
  'home educated': 'a child taught at home',
  'post-16': 'a young person',
  custody: 'somebody in custody',
} as const satisfies Record<Variant, string>;

/** Which kind of request it is, and what the law says of it and not of others. */
export function VariantLaw({ variant }: { variant: Variant }) {
  const { says } = VARIANT_LAW[variant];
  const what = `This is about ${VARIANT_WORDS[variant]}`;
  if (says.length === 0) return <p class="govuk-body">{what}.</p>;
  return (
    <Details summary={`${what}: what the law says`}>
      <ul class="govuk-list govuk-list--bullet">
        {says.map(({ text, cite }) => (
          <li key={cite.provision}>
            {text}{' '}
            <a class="govuk-link" href={cite.url}>
              {cite.provision}
            </a>
            {cite.confidence === 'high' ? '' : ' We are not certain of this: check it before relying on it.'}
            {cite.note === undefined ? '' : ` ${cite.note}`}
          </li>
        ))}
      </ul>
    </Details>
  );
}
