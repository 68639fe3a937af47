import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { optionalText } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { findRights } from '../rights/index.ts';
import { versionLetter } from './letters.ts';
import { staffName } from './plan-routes.tsx';
import { aboutPlan, appendicesOf, happened, openForActing, wordsIn } from './post.ts';
import { contentFor } from './recipients.ts';
import { type Concern, concernsAbout, nameOf, overtakenBy } from './sending-check.ts';
import { insertSending } from './sendings-store.ts';
import type { Plan } from './store.ts';
import { findVersion, listVersions } from './version-store.ts';

export const sendingSchema = z.object({
  versionId: z.string().max(100).catch(''),
  contactId: z.string().max(100).catch(''),
  /** Why staff go on though they were stopped. */
  reason: optionalText(2000),
});
type Form = z.infer<typeof sendingSchema>;

/**
 * Sends a version of a plan to somebody on the file. Where it is not the newest, or not theirs, it stops until there is a
 * reason, which is kept; it is refused at `reason` so that whoever shows it knows to show why.
 */
export function sendVersionOnce(request: FastifyRequest, services: Services, form: Form): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan } = await openForActing(tx, idIn(request, 'planId'));
    const chosen = await choose(tx, services, plan, form);
    if (!chosen.ok) return chosen;
    const { concerns, version, newest, contact, about } = chosen.value;
    const [first] = concerns;
    if (first !== undefined && form.reason === '')
      return refused('reason', `${first.title}. Enter why you are sending it all the same`);
    const what = nameOf(version);
    const shown = await findVersion(tx, version.id);
    const reader = { kind: 'person', id: null } as const;
    const enclosed = shown && [
      contentFor(shown.content, reader, about.parties),
      await appendicesOf(tx, plan, shown.content),
    ];
    const letterId = await sendLetter(tx, {
      authorityId: plan.authorityId,
      childId: plan.childId,
      to: { kind: 'contact', contact },
      template: 'version of a plan',
      ...versionLetter({ childName: about.childName, what, kind: version.kind, newest }, about.turn),
      documentId: version.documentId,
      documentWords: wordsIn(enclosed),
    });
    if (letterId === null) return refused('contactId', 'This person is never written to');
    const id = await insertSending(tx, plan, {
      versionId: version.id,
      contactId: contact.id,
      name: contact.name,
      letterId,
      concerns: concerns.map(({ title, why }) => `${title}: ${why}`),
      reason: first === undefined ? '' : form.reason,
      by: staffName(request),
      on: englishDay(services.now()),
    });
    await happened(tx, plan, 'plan version sent', id, { data: { version: version.number } });
    return accepted(`/plans/${plan.id}/sendings`);
  });
}

/** What stands in the way of a sending, for the card that stops it. */
export async function concernsOf(
  tx: Tx,
  services: Services,
  plan: Plan,
  form: Form,
): Promise<readonly Concern[]> {
  const chosen = await choose(tx, services, plan, form);
  return chosen.ok ? chosen.value.concerns : [];
}

async function choose(tx: Tx, services: Services, plan: Plan, { versionId, contactId }: Form) {
  const versions = await listVersions(tx, plan.id);
  const version = versions.find(({ id }) => id === versionId);
  if (version === undefined) return refused('versionId', 'Select the version to send');
  const { documentId } = version;
  if (documentId === null) return refused('versionId', 'No paper of this version was kept. Select another');
  const about = await aboutPlan(tx, services, plan);
  const contact = about.contacts.find(({ id }) => id === contactId);
  const to = about.parties.find(({ personId }) => personId === contactId);
  if (contact === undefined || to === undefined) return refused('contactId', 'Select who to send it to');
  const rights = await findRights(tx, services, { child: about.child, decision: 'the plan and its setting' });
  const concerns = concernsAbout({ version, versions, to, rights });
  if (!concerns.ok) return concerns;
  return accepted({
    concerns: concerns.value,
    version: { ...version, documentId },
    newest: overtakenBy(version, versions) === null,
    contact,
    about,
  });
}
