import { canonicalJson } from './changes.ts';
import type { PlanFacts } from './facts.ts';
import { sha256 } from './hash.ts';
import { stageOf } from './stage.ts';

/** Why the draft as it stands is not what the family was served; null where it is. No stamp says that it was served then. */
export function unsentOf(facts: PlanFacts): 'being written' | 'changed since it was served' | null {
  const { served, working } = facts;
  const stage = stageOf(facts);
  if (served === null || stage === 'drafting' || stage === 'redrafting') return 'being written';
  const same = sha256(canonicalJson(working.content)) === served.contentHash;
  return same ? null : 'changed since it was served';
}
