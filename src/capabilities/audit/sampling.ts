import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** A plan issued in the days a round asks about, with what held of it. */
export type Candidate = {
  planId: Uuid;
  versionId: Uuid;
  reference: string;
  issuedOn: PlainDate;
  needs: readonly string[];
  settingType: string;
  author: { id: Uuid; name: string } | null;
  teams: readonly string[];
};

/** Which plans a round draws from; null does not narrow. */
export type Narrowing = { team: string | null; need: string | null; settingType: string | null };

export function eligibleOf(candidates: readonly Candidate[], { team, need, settingType }: Narrowing) {
  return candidates.filter(
    (one) =>
      (team === null || one.teams.includes(team)) &&
      (need === null || one.needs.includes(need)) &&
      (settingType === null || one.settingType === settingType),
  );
}

type Hash = (text: string) => string;

/** The number a version is drawn by: whoever has the seed works out the same one, and nobody can choose it. */
export function lotOf(hash: Hash, seed: string, versionId: Uuid): string {
  return hash(`${seed}:${versionId}`);
}

/**
 * Draws so many at random: those with the lowest lots. The same seed draws the same of the same, in whatever order they are
 * given; each is as likely as another.
 */
export function draw(
  hash: Hash,
  seed: string,
  eligible: readonly Uuid[],
  wanted: number,
): { drawn: readonly Uuid[]; lots: ReadonlyMap<Uuid, string> } {
  const lots = new Map(eligible.map((id) => [id, lotOf(hash, seed, id)]));
  const order = [...lots].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
  return { drawn: order.slice(0, wanted), lots };
}

/** Of those drawn, which are graded twice: a share of them, drawn again from the same seed. */
export function drawTwice(
  hash: Hash,
  seed: string,
  drawn: readonly Uuid[],
  share: number,
): ReadonlySet<Uuid> {
  const count = Math.ceil((drawn.length * share) / 100);
  return new Set(draw(hash, `${seed}:twice`, drawn, count).drawn);
}
