import { sayDate } from '../../shared/plain-date.ts';
import { type CoverNow, sayCover } from './allocation.ts';

type Turn = { authority: string; reach: string };
type Words = { subject: string; body: string };

/** Tells a family who to ask for from now, and what was handed over: the very words the new caseworker was given. */
export function newCaseworker(
  about: { childName: string; name: string; handover: string },
  turn: Turn,
): Words {
  return {
    subject: 'Your caseworker',
    body: [
      `${about.name} of ${turn.authority} now looks after the case of ${about.childName}. Ask for them by name.`,
      ...(about.handover === ''
        ? []
        : ['This is what we told them, so that you do not have to:', about.handover]),
      'No time limit changes because of this.',
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}

/** Tells a family who to ask for while their caseworker is away, and until when; of why they are away nothing is said. */
export function caseworkerAway(
  about: CoverNow & { childName: string; caseworker: string },
  turn: Turn,
): Words {
  return {
    subject: 'While your caseworker is away',
    body: [
      `${sayCover(about.caseworker, about, `the case of ${about.childName}`)}. Until then, ask for ${about.cover} by name.`,
      `Write to us as you always do: ${about.cover} reads it.`,
      'No time limit changes because of this.',
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}

/** Tells a family who had been told of cover that it ended sooner, and who to ask for from now: whoever covers instead, their
 * caseworker, or the team where nobody covers any longer and their caseworker is not back. */
export function coverEndedEarly(
  about: { childName: string; caseworker: string; told: CoverNow; instead: CoverNow | null; isBack: boolean },
  turn: Turn,
): Words {
  const { caseworker, told, instead, isBack } = about;
  const alone = isBack
    ? `${caseworker} looks after it again. Ask for ${caseworker} by name.`
    : `Until ${caseworker} is back, ask the SEND team.`;
  const itsCase = `the case of ${about.childName}`;
  return {
    subject: 'Who looks after your case now',
    body: [
      `We told you that ${told.cover} looks after ${itsCase} until ${sayDate(told.untilOn)}. That has ended sooner.`,
      instead === null
        ? alone
        : `${sayCover(caseworker, instead, 'it')}. Until then, ask for ${instead.cover} by name.`,
      'No time limit changes because of this.',
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}
