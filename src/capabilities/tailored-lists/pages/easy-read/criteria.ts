import type { EasyRead } from '../../../../design-system/index.ts';

/** How a list is made, in Easy Read: what is looked at, and what never is. */
export function criteriaInEasyRead(): EasyRead {
  return {
    title: 'How we make a list of schools',
    sections: [
      {
        blocks: [
          {
            picture: 'a school',
            lines: ['You can ask for any nursery, school or college.', 'It does not have to be on a list.'],
          },
          {
            picture: 'a clipboard',
            lines: ['A list says which places may suit a child.', 'It says why a place is on it or not.'],
          },
        ],
      },
      {
        heading: 'What we look at',
        blocks: [
          { picture: 'a star', lines: ['The places you ask for.', 'They come first.'] },
          { picture: 'a birthday cake', lines: ['How old the child is.'] },
          { picture: 'a puzzle piece', lines: ['The help the child needs.'] },
          { picture: 'a place on a map', lines: ['How far away the place is.'] },
        ],
      },
      {
        heading: 'What we do not look at',
        blocks: [
          { picture: 'a cross', lines: ['We do not look at what a place costs.'] },
          {
            picture: 'a question mark',
            lines: ['We may not know something about a place.', 'Then we do not leave it out.'],
          },
        ],
      },
    ],
  };
}
