import { found } from '../../../platform/http/errors.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { findChild, fullName } from '../../children/index.ts';
import { findSetting, listDeclared } from '../../settings/index.ts';
import { listShownCitations } from '../citing-store.ts';
import type { PlanFacts } from '../facts.ts';
import { copiesFor } from '../held-sending.ts';
import { appendicesOf } from '../post.ts';
import { contentFor } from '../recipients.ts';
import type { PlanView } from '../rendering/index.ts';
import type { Plan } from '../store.ts';
import { findVersion, listVersions } from '../version-store.ts';
import { listInForce } from '../withheld-store.ts';
import { stale, stampOf, wrongChild } from './pack.ts';

export type Pack = {
  stamp: string;
  contentHash: string;
  childName: string;
  bornOn: PlainDate;
  servedOn: PlainDate;
  /** The draft as a setting that is consulted has it, with the advice appended. */
  view: PlanView;
  /** How many rules withhold something of it from settings consulted. */
  withheld: number;
  advice: readonly string[];
  stale: string | null;
};

/**
 * What a setting consulted now would be sent, from the record as it stands: the draft last served, less what is withheld from
 * settings consulted. Refused where no draft was served, and where the draft is of another child than the file.
 */
export async function readPack(
  tx: Tx,
  services: Services,
  { plan, facts }: { plan: Plan; facts: PlanFacts },
): Promise<Result<Pack>> {
  const last = (await listVersions(tx, plan.id)).findLast(({ kind }) => kind === 'draft');
  if (last === undefined)
    return refused('settingIds', 'Serve a draft first: a setting is asked about a draft');
  const version = found(await findVersion(tx, last.id));
  const child = found(await findChild(tx, plan.childId));
  const wrong = wrongChild(version.content, child);
  if (wrong !== null) return refused('settingIds', wrong);
  const { number, servedOn: on, contentHash } = version;
  const appendices = await appendicesOf(tx, plan, version.content);
  const whole: PlanView = {
    authority: { name: services.authority.name },
    reference: '',
    version: { kind: 'draft', number, on },
    content: contentFor(version.content, { kind: 'person', id: null }, []),
    layout: 'sections',
    appendices,
    citations: await listShownCitations(tx, version.id),
  };
  const rules = await listInForce(tx, plan.id);
  const { copies, held } = await copiesFor(tx, plan, whole, version.id);
  const copy = copies.find(({ reader }) => reader === 'settings consulted');
  return accepted({
    stamp: stampOf({ number, contentHash }),
    contentHash,
    childName: fullName(child),
    bornOn: child.bornOn,
    servedOn: on,
    view: copy?.view ?? whole,
    withheld: rules.filter(({ readers }) => readers.includes('settings consulted')).length,
    advice: appendices.map(({ title, from }) => `${title}, from ${from}`),
    stale: held.includes('settings consulted') ? HELD : stale(facts),
  });
}

const HELD =
  'Words that are withheld from settings are not found in this draft as they were marked, so it is held from them. Put that right, and it goes by itself';

export type Capacity = {
  id: Uuid;
  name: string;
  closed: boolean;
  /** Places it has said that it has, how many are free, and the day it said so; null where it has not said. */
  said: { places: number; vacancies: number; on: PlainDate } | null;
};

/** What each setting has said of its own places, for whoever is about to ask it. */
export async function readCapacity(tx: Tx, ids: readonly Uuid[]): Promise<Capacity[]> {
  const declared = new Map((await listDeclared(tx, ids)).map((one) => [one.settingId, one.places]));
  const shown: Capacity[] = [];
  for (const id of ids) {
    const setting = found(await findSetting(tx, id));
    const places = declared.get(id);
    const sum = (of: 'places' | 'vacancies') => places?.lines.reduce((all, line) => all + line[of], 0) ?? 0;
    const said = places && { places: sum('places'), vacancies: sum('vacancies'), on: places.saidOn };
    shown.push({ id, name: setting.name, closed: setting.status === 'Closed', said: said ?? null });
  }
  return shown;
}
