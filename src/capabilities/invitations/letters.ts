import { type PlainDate, sayDate } from '../../shared/plain-date.ts';

type Words = { subject: string; body: string };
type Turn = { authority: string; reach: string };

/** Asks somebody in. It names the inviter, and no child: whoever reads it has accepted nothing yet. */
export function invitationTo(
  about: { inviter: string; untilOn: PlainDate; link: string },
  { authority, reach }: Turn,
): Words {
  return {
    subject: `${about.inviter} has invited you to follow a case`,
    body: [
      `${about.inviter} has invited you to follow a case they have with ${authority}, until ${sayDate(about.untilOn)}.`,
      `Go to ${about.link} and enter this email address. We send you a one-time code, and you see what you are invited to before you accept it.`,
      'They can take the invitation back at any time, and they see when you open the file.',
      `If you do not know them, or do not want to accept, you do not need to do anything. Contact us: ${reach}`,
    ].join('\n\n'),
  };
}

/** Tells the inviter that it was accepted, and how to take it back: whoever recorded it may have misheard. */
export function invitationAccepted(about: { name: string; untilOn: PlainDate }, { reach }: Turn): Words {
  return {
    subject: 'Your invitation was accepted',
    body: [
      `${about.name} has accepted your invitation to follow the case. They see what you chose, until ${sayDate(about.untilOn)}.`,
      `You can take it back at any time where you follow the case, or by asking us. Contact us: ${reach}`,
    ].join('\n\n'),
  };
}

export function invitedCode(minutes: number): Words {
  return {
    subject: 'Your one-time code',
    body: `Your code is ((secret)).\n\nIt works once, for ${minutes} minutes. If you did not ask for it, you do not need to do anything.`,
  };
}
