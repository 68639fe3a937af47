import type { Sight } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Case } from './case.ts';

export type TheirAct = {
  href: string;
  text: string;
  /** What it is about: the case itself, how we keep in touch, paper, or ending the case. */
  about: 'case' | 'keeping in touch' | 'paper' | 'ending';
};

/** The pages somebody can act on from here: the family on all of them; whoever they invited, on what they were invited to. */
export function whatTheyCanDo(childId: Uuid, now: Case, invited: Sight | null): TheirAct[] {
  const all = everything(childId, now);
  if (invited === null) return all.map(({ only: _, forInvited: __, ...act }) => act);
  if (invited === 'tracker and messages') return all.filter(({ href }) => href.endsWith('/messages'));
  return all
    .filter(({ only }) => only !== 'family')
    .map(({ only: _, forInvited, ...act }) => ({ ...act, text: forInvited ?? act.text }));
}

/** `forInvited`: what it is to whoever reads and may say nothing there. */
type Act = TheirAct & { only?: 'family'; forInvited?: string | undefined };

/** What is asked of them first, then how we keep in touch, then paper; ending it all comes last. */
function everything(childId: Uuid, now: Case): Act[] {
  const at = `/family/${childId}`;
  const read = (href: string, text: string, forInvited?: string): Act => ({
    ...{ href, text, forInvited },
    about: 'case',
  });
  const theirs = (href: string, text: string, about: Act['about']): Act => ({
    ...{ href, text, about },
    only: 'family',
  });
  return [
    ...(now.step === 'amend the plan'
      ? [
          read(
            `${at}/plan/amendment`,
            'Read what we propose to change in the plan, and say what you think',
            'Read what we propose to change in the plan',
          ),
        ]
      : []),
    ...(now.planId === null
      ? []
      : [
          read(
            `${at}/plan`,
            now.issuedOn === null
              ? 'Read the plan, and say what you think of a draft'
              : 'Read the plan, and what you can do if you disagree with it',
            'Read the plan',
          ),
          read(
            `${at}/plan/mine`,
            'Read or write My plan, in the words of whoever it is about',
            'Read My plan, in the words of whoever it is about',
          ),
        ]),
    ...(now.issuedOn === null
      ? []
      : [
          read(
            `${at}/placement`,
            'See the school or other place in the plan, and say if help is not happening',
            'See the school or other place in the plan',
          ),
        ]),
    ...(now.step === 'assess'
      ? [
          theirs(`${at}/views`, 'Give your own views and advice', 'case'),
          theirs(`${at}/professionals`, 'Tell us who helps, so that we ask the right people', 'case'),
        ]
      : []),
    // At any step: what a child says is put with section A of a plan, whether it is being made or stands.
    ...(now.step === 'closed'
      ? []
      : [
          theirs(
            `/children/${childId}/voice`,
            'Add what the child or young person says, in words, a picture, a sound or a video',
            'case',
          ),
        ]),
    ...(now.assessmentId === null ? [] : [read(`${at}/advice`, 'Read the advice we have')]),
    read(`${at}/messages`, 'Write to the SEND team'),
    theirs(`${at}/invitations`, 'Invite somebody to help you', 'keeping in touch'),
    theirs(`${at}/contact-details`, 'Change how we reach you', 'keeping in touch'),
    theirs(`${at}/updates`, 'Choose how often we tell you', 'keeping in touch'),
    theirs(`${at}/experience`, 'Tell us how it went', 'keeping in touch'),
    theirs(`${at}/consents`, 'See what you agreed to share', 'keeping in touch'),
    theirs(`${at}/pack.pdf`, 'Print all of this, with forms to fill in by hand (PDF)', 'paper'),
    theirs(`${at}/large-print-pack.pdf`, 'The same in large print (PDF)', 'paper'),
    ...(now.issuedOn !== null
      ? []
      : [
          theirs(
            `/requests/${now.requestId}/withdrawal`,
            now.step === 'closed' ? 'See how the request ended' : 'Take the request back',
            'ending',
          ),
        ]),
  ];
}
