import { drawDocument } from '../../../platform/pdf/index.ts';
import { type FaceName, faceOf, type Turn } from './faces.ts';
import { type PlanView, sayWhose } from './view.ts';

const SIDES = ['', 'one side', 'two sides'];

/** One face of a plan on paper: small enough to fit where the plan allows, whole where it does not, and saying so. */
export function renderFacePdf(name: FaceName, view: PlanView, turn: Turn): Uint8Array {
  const { title, sides, blocks } = faceOf(name, view, turn);
  return drawDocument({
    authority: view.authority,
    title,
    label: view.version.kind === 'draft' ? 'From a draft. This is not a final plan.' : '',
    date: view.version.on,
    footer: sayWhose(view),
    contents: false,
    fits: {
      sides,
      otherwise: `The plan says too much for ${SIDES[sides]} of paper. Nothing is left out: read every page.`,
    },
    parts: [{ sideways: false, blocks }],
  });
}
