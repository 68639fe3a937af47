import type { EasyReadContext } from '../page-context.ts';
import { pictureOf } from './pictures.ts';

/** From a page to its Easy Read twin, and back. */
export function EasyReadLink({ easyRead }: { easyRead: EasyReadContext }) {
  const { reading, href, twinned } = easyRead;
  if (!twinned || href === null) return null;
  return (
    <nav class="opensend-easy-link" aria-label="Easy Read">
      <img src={pictureOf('a book').url} alt="" width={36} height={36} />
      <a class="govuk-link" href={href}>
        {reading ? 'See this page without pictures' : 'See this page in Easy Read'}
      </a>
    </nav>
  );
}
