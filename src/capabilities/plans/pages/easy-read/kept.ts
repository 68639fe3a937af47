import type { EasyBlock } from '../../../../design-system/index.ts';
import { type WritingHere, withCopy } from '../kept-copy.tsx';

/** Above a form, where something was typed before and not sent: where it is gone on with. */
export function keptBlocks(kept: { here: WritingHere; inUse: boolean } | null): EasyBlock[] {
  if (kept === null || kept.here.copy === null) return [];
  if (kept.inUse)
    return [
      { picture: 'a notepad', lines: ['This is what you wrote before.', 'Send it when you are ready.'] },
    ];
  return [
    {
      picture: 'a notepad',
      lines: ['You wrote something here before.', 'You have not sent it.'],
      link: { href: withCopy(kept.here.at), text: 'Go on with it' },
    },
  ];
}
