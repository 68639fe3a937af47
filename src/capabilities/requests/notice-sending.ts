import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { isUntold } from './attention-store.ts';
import { clocksOf } from './clocks.ts';
import { NOTICE_LAW, type NoticeFacts, type Office, type ToTell, toTell, type Way } from './notice.ts';
import { NOTICE_TEMPLATES, noticeToOthers } from './notice-letters.ts';
import { findAttended, insertTold, listBodies, listTold } from './notice-store.ts';
import { whereToTurn } from './post.ts';
import type { Request } from './request.ts';
import { findPlace, findRequest, lockRequest } from './store.ts';

type By = { name: string; today: PlainDate };

/**
 * Tells whoever the law says beside the family, each once: that an assessment is considered once the file is open, and the
 * decision once it is made. Who cannot be told is left for staff to see, and holds up nothing. Needs an authority's lens.
 */
export async function tellOthers(tx: Tx, services: Services, requestId: Uuid, by: By): Promise<void> {
  const request = found(await findRequest(tx, requestId));
  const child = found(await findChild(tx, request.childId));
  const about = {
    childName: fullName(child),
    bornOn: child.bornOn,
    decideBy: clocksOf(request.receivedOn, [], request.variant).decide.due,
    outcome: request.decision?.outcome ?? null,
    familyUntold: await isUntold(tx, request),
  };
  for (const { notice, office, way } of toTell(await factsOf(tx, request))) {
    if (way === null) continue;
    const letterId = await sendLetter(tx, {
      authorityId: request.authorityId,
      childId: request.childId,
      to: recipientOf(way),
      template: NOTICE_TEMPLATES[notice],
      reason: NOTICE_LAW[notice],
      ...noticeToOthers({ ...about, notice, office }, whereToTurn(services.authority)),
    });
    if (letterId === null) continue;
    const { name, organisationId } = way;
    const told = { notice, office, name, organisationId, letterId, how: null, on: by.today, by: by.name };
    await insertTold(tx, request, told);
    await happened(tx, request, about.familyUntold, { notice, office });
  }
}

function recipientOf({ name, organisationId, email }: Way) {
  return organisationId === null
    ? ({ kind: 'somebody', name, email } as const)
    : ({ kind: 'organisation', organisationId, name } as const);
}

/** Tells those who can be told now: somebody has since been named, or the setting recorded. */
export async function tellOthersNow(tx: Tx, services: Services, id: Uuid, by: By): Promise<Outcome> {
  found(await lockRequest(tx, id));
  await tellOthers(tx, services, id, by);
  return accepted(`/requests/${id}/notices`);
}

export type ToldForm = { office: Office | null; name: string; how: string };

/** Records that staff told one of them themselves. Refuses one who has been told, and nobody in particular. */
export async function recordTold(tx: Tx, id: Uuid, form: ToldForm, by: By): Promise<Outcome> {
  const request = found(await lockRequest(tx, id));
  if (form.office === null) return refused('office', 'Select whom you told');
  const due = (await dueOf(tx, request)).find(({ office }) => office === form.office);
  if (due === undefined) return refused('office', 'They have been told, or nobody has to tell them now');
  if (form.name === '') return refused('name', 'Enter the name of whoever you told');
  if (form.how === '') return refused('how', 'Enter how you told them');
  const { notice, office } = due;
  const { name, how } = form;
  const none = { organisationId: null, letterId: null };
  await insertTold(tx, request, { notice, office, name, how, ...none, on: by.today, by: by.name });
  await happened(tx, request, await isUntold(tx, request), { notice, office });
  return accepted(`/requests/${id}/notices`);
}

/** Who has not been told yet of what they are to be told now. */
export async function dueOf(tx: Tx, request: Request): Promise<ToTell[]> {
  return toTell(await factsOf(tx, request));
}

async function factsOf(tx: Tx, request: Request): Promise<NoticeFacts> {
  const bodies = await listBodies(tx);
  const wayOf = (office: Office) => bodies.find((one) => one.office === office)?.way ?? null;
  return {
    ...request,
    place: await findPlace(tx, request.id),
    told: await listTold(tx, request.id),
    bodies: { 'commissioning body': wayOf('commissioning body'), 'social care': wayOf('social care') },
    setting: await findAttended(tx, request),
  };
}

// Without the child where the family has not been told, because a family sees every event that is about theirs.
async function happened(
  tx: Tx,
  request: Request,
  familyUntold: boolean,
  data: { notice: string; office: string },
): Promise<void> {
  const { authorityId, childId, id } = request;
  await recordEvent(tx, {
    authorityId,
    childId: familyUntold ? null : childId,
    kind: 'others told of the request',
    subject: 'request',
    subjectId: id,
    data,
  });
}
