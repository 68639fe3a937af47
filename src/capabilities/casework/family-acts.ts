import type { Sight } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Case } from './case.ts';

/** The pages somebody can act on from here: the family on all of them; whoever they invited, on what they were invited to. */
export function whatTheyCanDo(
  childId: Uuid,
  now: Case,
  invited: Sight | null,
): { href: string; text: string }[] {
  if (invited === 'tracker and messages')
    return [{ href: `/family/${childId}/messages`, text: 'Write to the SEND team' }];
  const all = everything(childId, now);
  return invited === null ? all : all.filter(({ only }) => only !== 'family');
}

type Act = { href: string; text: string; only?: 'family' };

/** What is asked of them first, then how we keep in touch, then paper; ending it all comes last. */
function everything(childId: Uuid, now: Case): Act[] {
  return [
    { href: `/family/${childId}/messages`, text: 'Write to the SEND team' },
    ...(now.step === 'assess'
      ? [
          {
            href: `/family/${childId}/views`,
            text: 'Give your own views and advice',
            only: 'family' as const,
          },
        ]
      : []),
    ...(now.assessmentId === null
      ? []
      : [{ href: `/family/${childId}/advice`, text: 'Read the advice we have' }]),
    ...(now.step === 'amend the plan'
      ? [
          {
            href: `/family/${childId}/plan/amendment`,
            text: 'Read what we propose to change in the plan, and say what you think',
          },
        ]
      : []),
    ...(now.planId === null
      ? []
      : [{ href: `/family/${childId}/plan`, text: 'Read the plan, and say what you think of a draft' }]),
    { href: `/family/${childId}/invitations`, text: 'Invite somebody to help you', only: 'family' },
    { href: `/family/${childId}/contact-details`, text: 'Change how we reach you', only: 'family' },
    { href: `/family/${childId}/consents`, text: 'See what you agreed to share', only: 'family' },
    { href: `/family/${childId}/updates`, text: 'Choose how often we tell you', only: 'family' },
    {
      href: `/family/${childId}/pack.pdf`,
      text: 'Print all of this, with forms to fill in by hand (PDF)',
      only: 'family',
    },
    {
      href: `/family/${childId}/large-print-pack.pdf`,
      text: 'The same in large print (PDF)',
      only: 'family',
    },
    ...(now.issuedOn !== null
      ? []
      : [
          {
            href: `/requests/${now.requestId}/withdrawal`,
            text: now.step === 'closed' ? 'See how the request ended' : 'Take the request back',
            only: 'family' as const,
          },
        ]),
  ];
}
