import { type EasyBlock, type EasyRead, freeHelp, say } from '../../../../design-system/index.ts';
import { AREAS, EDUCATION_AREAS } from '../../plan.ts';
import { stampOf } from '../../rendering/index.ts';
import type { FaceProps } from '../face.tsx';
import { areaBlocks } from './plan-content.ts';

/** The page for the classroom, or the summary, in Easy Read. */
export function faceInEasyRead({ name, view, turn, back }: FaceProps): EasyRead {
  const { areas, personalDetails } = view.content;
  const shown = name === 'one-page' ? EDUCATION_AREAS : AREAS;
  const rows = shown.flatMap((area) => areaBlocks(area, areas[area]));
  const child = personalDetails.preferredName || personalDetails.forename;
  return {
    title: name === 'one-page' ? say`A page for the teachers of ${child}` : say`The help for ${child}`,
    back: { href: back.href, text: 'The plan' },
    sections: [
      { blocks: [{ picture: 'a paper', lines: [say`This is from: ${stampOf(view)}.`] }, draft(view)] },
      ...(rows.length === 0 ? [] : [{ heading: 'What is hard, and the help', blocks: rows }]),
      ...(name === 'one-page' ? [] : [whomToTell(turn)]),
    ],
  };
}

function draft({ version }: FaceProps['view']): EasyBlock {
  return version.kind === 'draft'
    ? { picture: 'an hourglass', lines: ['It is a draft.', 'It can still change.'] }
    : { picture: 'a tick', lines: ['The plan is final.', 'This help must happen.'] };
}

function whomToTell({ authority, sendiass }: FaceProps['turn']) {
  return {
    heading: 'If the help does not happen',
    blocks: [
      { picture: 'a school', lines: ['Tell the school or college first.'] },
      {
        picture: 'a letter',
        lines: [say`Then tell ${authority}.`, 'The law says that we must make the help happen.'],
      },
      { picture: 'an unhappy face', lines: ['You can complain to us.'] },
      freeHelp(sendiass),
    ] as const,
  };
}
