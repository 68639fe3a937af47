import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { goldenThread, type Placed } from '../../golden-thread.ts';
import { AREAS } from '../../plan.ts';
import type { ThreadProps } from '../thread.tsx';
import { helpBlock, hopeBlock, needBlock } from './plan-content.ts';

/** The plan need by need, in Easy Read: what is hard, then the help for it, then what should get better. */
export function threadInEasyRead({ view, back }: ThreadProps): EasyRead {
  const { areas, personalDetails } = view.content;
  const blocks = AREAS.flatMap((name) =>
    goldenThread(areas[name]).flatMap(({ need, provisions, outcomes }): EasyBlock[] => [
      ...(need === null ? [] : [needBlock(name, need)]),
      ...(need !== null && provisions.length === 0 ? [NO_HELP] : []),
      ...firsts(provisions).map(helpBlock),
      ...firsts(outcomes).map(hopeBlock),
    ]),
  );
  return {
    title: say`What is hard for ${personalDetails.preferredName || personalDetails.forename}, and the help`,
    back: { href: back.href, text: 'The plan' },
    sections: [{ blocks: blocks.length === 0 ? [NO_NEED] : blocks }],
  };
}

const NO_NEED: EasyBlock = {
  picture: 'a paper',
  lines: ['The plan does not say what is hard.', 'You can ask us.'],
};
const NO_HELP: EasyBlock = {
  picture: 'a thinking face',
  lines: ['The plan does not say what the help is.', 'You can ask us.'],
};

function firsts<Row>(placed: readonly Placed<Row>[]): Row[] {
  return placed.filter(({ first }) => first).map(({ row }) => row);
}
