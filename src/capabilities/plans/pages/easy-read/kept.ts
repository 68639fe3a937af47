import type { EasyBlock, EasyForm } from '../../../../design-system/index.ts';
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

type Kept = { kept: { here: WritingHere; inUse: boolean } | null; who: string };

/** A form that may be kept for later beside being sent, as the usual page's may. */
export function keptForLater({ kept }: Kept, form: EasyForm): EasyForm {
  return kept === null ? form : { ...form, later: 'Keep it for later' };
}

/** Under such a form: what becomes of what is kept. */
export function laterBlocks({ kept, who }: Kept): EasyBlock[] {
  if (kept === null) return [];
  const how =
    who === 'family with a name'
      ? ['We keep it until you leave.']
      : ['We keep it for 30 days.', 'Only you can see it.'];
  return [
    { picture: 'a clock', lines: ['You can keep this for later.', 'Then we do not get it yet.', ...how] },
  ];
}
