import type { EasyRead } from '../../../../design-system/index.ts';
import type { AreasProps } from '../areas.tsx';

/** Choosing an area, in Easy Read. */
export function areasInEasyRead({ asked, errors, found, own }: AreasProps): EasyRead {
  return {
    title: 'How is my area doing?',
    errors,
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: ['We have numbers about children who need more help.'] },
          {
            picture: 'a home',
            lines: ['Where do you live?'],
            field: { kind: 'search', name: 'q', label: 'Your postcode or your place', value: asked },
          },
        ],
        form: { action: '/areas', key: '', button: 'Show', search: true },
      },
      {
        blocks: [
          ...(found === null ? [] : found.slice(0, 20).map(linkTo)),
          ...(found?.length === 0
            ? [{ picture: 'a cross' as const, lines: ['We found nothing.', 'Write less of the name.'] }]
            : []),
          ...(found === null && own !== null ? [linkTo(own)] : []),
          linkTo({ slug: 'england', name: 'England' }),
        ],
      },
    ],
  };
}

function linkTo({ slug, name }: { slug: string; name: string }) {
  return {
    picture: 'a place on a map' as const,
    lines: [{ ours: ['', ''], theirs: [name] }],
    link: { href: `/areas/${slug}`, text: 'See how it is doing' },
  };
}
