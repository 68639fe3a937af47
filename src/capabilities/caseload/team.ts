import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Some of an authority's staff, for whose work lists and reports show; it lets nobody see or do anything. */
export type Team = { id: Uuid; name: string; memberIds: readonly Uuid[] };

/** Makes a team. Refuses no name, and one that a team has. */
export function makeTeam(teams: readonly Team[], name: string): Result<string> {
  if (name === '') return refused('name', 'Enter a name for the team');
  const taken = teams.some((team) => team.name.toLowerCase() === name.toLowerCase());
  return taken ? refused('name', 'There is a team of this name already') : accepted(name);
}

/** Says who is in a team. Refuses what was ticked on a page that has since gone out of date. */
export function changeMembers(
  team: Team,
  { ticked, seen }: { ticked: readonly Uuid[]; seen: readonly Uuid[] },
): Result<{ joined: Uuid[]; left: Uuid[] }> {
  const same = seen.length === team.memberIds.length && seen.every((id) => team.memberIds.includes(id));
  if (!same)
    return refused('members', 'Somebody else changed the team while you were here. Check it and save again');
  return accepted({
    joined: ticked.filter((id) => !team.memberIds.includes(id)),
    left: team.memberIds.filter((id) => !ticked.includes(id)),
  });
}
