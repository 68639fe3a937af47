import type { Tx } from '../../platform/lens/index.ts';
import { type LetterContact, sendLetter } from '../../platform/notifications/index.ts';
import type { HomeAuthority } from '../../platform/services.ts';
import { type Child, fullName } from './child.ts';
import { type ContactChange, changesReach } from './contact-details.ts';

/**
 * Tells somebody, the new way, that how we reach them is changed. Never the old: an address they have left may be that
 * of a person they left.
 */
export async function confirmChange(
  tx: Tx,
  authority: HomeAuthority,
  child: Child,
  contact: LetterContact,
  changed: Pick<ContactChange, 'was' | 'became'>,
): Promise<void> {
  if (!changesReach(changed)) return;
  const { authorityId, id: childId } = child;
  const to = { kind: 'contact', contact } as const;
  const words = confirmation(authority, { name: contact.name, childName: fullName(child) });
  await sendLetter(tx, { authorityId, childId, to, template: 'contact details changed', ...words });
}

function confirmation(authority: HomeAuthority, of: { name: string; childName: string }) {
  const ways = [
    ...(authority.phone === null ? [] : [`telephone ${authority.phone}`]),
    ...(authority.email === null ? [] : [`write to ${authority.email}`]),
  ];
  return {
    subject: 'We have changed how we reach you',
    body: [
      `Dear ${of.name}`,
      `We have changed how we reach you about ${of.childName}. Everything we have not sent yet will come to you this way.`,
      `If you did not ask for this, tell us at once: ${ways.join(' or ') || 'tell the SEND team'}.`,
      `SEND team, ${authority.name}`,
    ].join('\n\n'),
  };
}
