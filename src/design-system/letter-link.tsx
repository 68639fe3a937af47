import type { Content } from './govuk/content.ts';
import type { PageContext } from './page-context.ts';

type Props = { page: PageContext; id: string; children: Content };

/** A letter, by what it is called: a link for whoever may see what is sent, whom the navigation leads there, else the words. */
export function LetterLink({ page, id, children }: Props) {
  if (!page.navigation.some(({ href }) => href === '/outbox')) return <>{children}</>;
  return (
    <a class="govuk-link" href={`/outbox/${id}`}>
      {children}
    </a>
  );
}
