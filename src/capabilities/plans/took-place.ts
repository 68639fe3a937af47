import type { Uuid } from '../../shared/uuid.ts';
import type { PlanFacts } from './facts.ts';
import { references } from './links.ts';
import type { PlanContent } from './plan.ts';
import { SECTION_TITLES } from './section-titles.ts';
import { EDITABLE_SECTIONS } from './sections.ts';

type Facts = Pick<PlanFacts, 'answers' | 'issued'> & { working: { content: PlanContent } };

/**
 * Where the plan says something else because of a representation: `F1`, or the section. What is changed in a draft being
 * written is told to whoever may read that draft; once the plan is issued, to everybody who reads it.
 */
export function tookPlace(facts: Facts, representationId: Uuid): string[] {
  const changes = facts.issued?.changes ?? facts.answers;
  const names = references(facts.issued?.content ?? facts.working.content);
  const places = changes
    .filter(({ representationIds }) => representationIds.includes(representationId))
    .map(({ at }) => placeOf(at, names));
  return [...new Set(places)];
}

function placeOf(at: string, names: ReadonlyMap<Uuid, string>): string {
  const [, id = ''] = /\/(?:needs|provisions|outcomes)\/(.+)$/.exec(at) ?? [];
  const name = names.get(id);
  if (name !== undefined) return name;
  const section = EDITABLE_SECTIONS.find((one) => at === one || at.startsWith(`${one}/`));
  const title = section === undefined ? at : SECTION_TITLES[section];
  return id === '' ? title : `${title} (taken out)`;
}

/** How many of what the family said are taken, taken in part, not taken, and not answered yet. */
export function countAnswers({ representations }: Pick<PlanFacts, 'representations'>) {
  const count = (outcome: string | null) =>
    representations.filter(({ answer }) => (answer?.outcome ?? null) === outcome).length;
  return {
    said: representations.length,
    taken: count('accepted'),
    takenInPart: count('partly accepted'),
    notTaken: count('declined'),
    notAnswered: count(null),
  };
}
