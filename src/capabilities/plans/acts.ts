import type { NextAct } from '../../shared/act.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { mayAmend } from './amending/amendment.ts';
import { AMENDING } from './amending/citations.ts';
import { CITES, type Cite, type PlanRefusal, type PlanResult } from './citations.ts';
import { mayConsult } from './consultation.ts';
import type { PlanFacts } from './facts.ts';
import { notYetFinal } from './finalising.ts';
import { mayBeginNewDraft, notYetServable } from './serving.ts';
import { stageOf } from './stage.ts';
import type { Waiting } from './withholding/held.ts';

/** What staff are told of reviews while the service has none. */
export const REVIEWS =
  'Reviews are not kept in this service yet: hold each as you do now. What a review leads to is begun here, with the day of its meeting';

/** What may be done next on a plan, and on one that was issued; each with every reason it may not be done today. */
export function actsOnPlan(
  facts: PlanFacts,
  planId: Uuid,
  today: PlainDate,
  waiting: readonly Pick<Waiting, 'name' | 'kind'>[],
): NextAct[] {
  const stage = stageOf(facts);
  const at = `/plans/${planId}`;
  const held = waiting.map(({ name, kind }) =>
    act(
      `Release the copy of the plan that waits for ${name}`,
      `${at}/withheld/release`,
      [],
    )(kind === 'draft' ? CITES.consultBeforeNaming : CITES.finalRecipients),
  );
  if (stage === 'final') {
    const amend = act('Amend the plan', `${at}/amendments`, refusalsOf(mayAmend(facts)))(AMENDING.amending);
    return [...held, { ...amend, note: REVIEWS }];
  }
  const writing = stage === 'drafting' || stage === 'redrafting';
  const amending = facts.amendment !== null;
  const serve = amending
    ? act('Send the amendment notice', `${at}/amendment/notice`, notYetServable(facts, today))
    : act('Serve the draft on the family', `${at}/service`, notYetServable(facts, today));
  const comments = facts.representations.filter(({ answer }) => answer === null).length;
  const meetings = facts.meetings.filter(({ settled }) => settled === null).length;
  return [
    ...held,
    ...(writing ? [serve(amending ? AMENDING.notice : CITES.draftAndViews)] : []),
    ...(comments === 0
      ? []
      : [act(`Answer the family’s comments (${comments})`, `${at}/views`, [])(CITES.representations)]),
    ...(meetings === 0
      ? []
      : [act(`Hold the meeting the family asked for (${meetings})`, `${at}/views`, [])(CITES.meeting)]),
    act('Consult a setting', `${at}/settings`, refusalsOf(mayConsult(facts)))(CITES.consultBeforeNaming),
    act(
      amending
        ? 'Decide the setting and issue the amended plan'
        : 'Decide the setting and make the plan final',
      `${at}/final`,
      notYetFinal(facts, today),
    )(CITES.finalRecipients),
    ...(writing
      ? []
      : [act('Start a new draft', at, refusalsOf(mayBeginNewDraft(facts)))(CITES.changesAfterDraft)]),
  ];
}

function act(what: string, href: string, refusals: readonly PlanRefusal[]) {
  return (cite: Cite): NextAct => ({
    what,
    href,
    provision: { text: cite.provision, url: cite.url },
    notYet: refusals.map(({ message, cite: why }) =>
      why.provision === cite.provision ? message : `${message} (${why.provision})`,
    ),
  });
}

function refusalsOf(result: PlanResult<unknown>): PlanRefusal[] {
  return result.ok ? [] : [result];
}
