import { ageOn } from '../../law/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Contact, findChild, fullName, listContacts } from '../children/index.ts';
import { noticeDue } from './notices.ts';
import {
  canBeTold,
  DECISIONS,
  type Decision,
  lastDayOfParents,
  type Rights,
  type RightsFacts,
  rightsOn,
  whoIsTold,
} from './rights.ts';
import { listNotices, loadRecorded } from './store.ts';

type Known = Pick<Services, 'config' | 'now'>;
type About = { id: Uuid; bornOn: PlainDate };

/** All that bears on who holds the rights. Needs the authority's lens. */
async function loadFacts(tx: Tx, { config }: Known, child: About): Promise<RightsFacts> {
  const { bornOn, id } = child;
  return { bornOn, schoolYears: config.schoolYears, ...(await loadRecorded(tx, id)) };
}

/** Who holds the rights on a day, today unless it says, and who makes this decision. Needs the authority's lens. */
export async function findRights(
  tx: Tx,
  services: Known,
  { child, decision, on }: { child: About; decision: Decision; on?: PlainDate },
): Promise<Rights> {
  const { bornOn } = child;
  const day = on ?? englishDay(services.now());
  const bare = { bornOn, schoolYears: services.config.schoolYears };
  // Nobody under 15 has left compulsory school age, and there is nothing to look up.
  const facts =
    ageOn(bornOn, day) < 15
      ? { ...bare, assessments: [], representatives: [], wish: null }
      : await loadFacts(tx, services, child);
  return rightsOn(facts, decision, day);
}

/**
 * The contacts a letter about one kind of decision goes to: every letter to a family asks here. Whether each of them may
 * be written to at all is for the safe-contact rule, which they all pass besides.
 */
export async function listToTell(
  tx: Tx,
  services: Known,
  childId: Uuid,
  decision: Decision,
): Promise<Contact[]> {
  const child = found(await findChild(tx, childId));
  const contacts = await listContacts(tx, childId);
  return whoIsTold(await findRights(tx, services, { child, decision }), contacts);
}

/** A child and all that bears on who holds the rights. */
export async function findRecord(tx: Tx, services: Known, childId: Uuid) {
  const child = found(await findChild(tx, childId));
  return { child, facts: await loadFacts(tx, services, child) };
}

/** All that the page of a child's rights shows. */
export async function showRights(tx: Tx, services: Known, childId: Uuid) {
  const { child, facts } = await findRecord(tx, services, childId);
  const contacts = await listContacts(tx, childId);
  const today = englishDay(services.now());
  const [request, assessment, plan, appeal] = DECISIONS;
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  return {
    authorityId: child.authorityId,
    of: { childId, childName: fullName(child), bornOn: child.bornOn },
    facts,
    rights: {
      [request]: rightsOn(facts, request, today),
      [assessment]: rightsOn(facts, assessment, today),
      [plan]: rightsOn(facts, plan, today),
      [appeal]: rightsOn(facts, appeal, today),
    },
    notices: await listNotices(tx, childId),
    nameOf: (contactId: Uuid) => names.get(contactId) ?? 'Somebody no longer on the file',
    canBeTold: canBeTold(contacts),
    soon: rightsSoon(services, child) !== null,
    noticeWeeks: services.config.rightsNoticeWeeks,
  };
}

/**
 * The last day on which the parent holds the rights, where it is so near that people are told of it or is over; null
 * before that. From the birth date alone, so that every lens may ask.
 */
export function rightsSoon({ config, now }: Known, { bornOn }: Pick<About, 'bornOn'>) {
  const today = englishDay(now());
  const lastDay = lastDayOfParents({ bornOn, schoolYears: config.schoolYears });
  const passed = lastDay < today;
  return passed || noticeDue(lastDay, today, config.rightsNoticeWeeks) !== null ? { lastDay, passed } : null;
}
