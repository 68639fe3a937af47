import { CITES, type PlanRefusal, refuse } from './citations.ts';
import { brokenLinks, needsWithoutProvision } from './links.ts';
import { AREAS, type Area, type PlanContent } from './plan.ts';

/** The template allows one side of A4 for A1. */
export const A1_WORDS = 500;

/**
 * Why this content may not go to a family, whole or in part; empty when it may. The same checks stand before a draft is
 * served and before a plan is made final, and nobody can set one aside: a need without provision is not a plan.
 */
export function contentRefusals(content: PlanContent): PlanRefusal[] {
  return [...personRefusals(content), ...needRefusals(content), ...adviceRefusals(content)];
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function personRefusals({ personalDetails, a1 }: PlanContent): PlanRefusal[] {
  const refusals: PlanRefusal[] = [];
  if (`${personalDetails.forename}${personalDetails.surname}`.trim() === '') {
    refusals.push(
      refuse('personal details', 'Enter the name of the child or young person', CITES.planContents),
    );
  }
  const over = countWords(a1) - A1_WORDS;
  if (over > 0) {
    const message = `The summary of history must be ${A1_WORDS} words or fewer. Take out ${over} ${over === 1 ? 'word' : 'words'}`;
    refusals.push(refuse('A1', message, CITES.template));
  }
  return refusals;
}

function needRefusals({ areas }: PlanContent): PlanRefusal[] {
  const refusals = AREAS.flatMap((name) => {
    const area: Area = areas[name];
    return [
      ...needsWithoutProvision(area).map((need) =>
        refuse(name, `Enter the provision for this need: ${short(need.text)}`, CITES.needsAndProvision),
      ),
      ...area.needs
        .filter((need) => need.text.trim() === '')
        .map(() => refuse(name, 'Enter the need, or take the empty row away', CITES.needsAndProvision)),
      ...area.provisions
        .filter((provision) => provision.what.trim() === '')
        .map(() =>
          refuse(name, 'Enter what the support is, or take the empty row away', CITES.needsAndProvision),
        ),
      ...area.provisions
        .filter((provision) => provision.needIds.length === 0)
        .map(({ what }) =>
          refuse(name, `Say which need this provision meets: ${short(what)}`, CITES.needsAndProvision),
        ),
      ...area.outcomes
        .filter((outcome) => outcome.text.trim() === '')
        .map(() => refuse(name, 'Enter the outcome, or take the empty row away', CITES.outcomes)),
      ...(brokenLinks(area).length === 0
        ? []
        : [
            refuse(
              name,
              'A link in this area leads to a row that is not there. Open the area and save it again',
              CITES.needsAndProvision,
            ),
          ]),
    ];
  });
  const educational = AREAS.slice(0, 4).some((name) => areas[name].needs.length > 0);
  if (educational) return refusals;
  return [
    ...refusals,
    refuse('areas', 'Enter at least one special educational need', CITES.needsAndProvision),
  ];
}

function adviceRefusals({ advice }: PlanContent): PlanRefusal[] {
  return advice
    .filter((entry) => entry.receivedOn !== null && !entry.appended)
    .map((entry) =>
      refuse(
        'K',
        `Append the advice from ${entry.from}: a plan goes out with all of its advice`,
        CITES.adviceAppended,
      ),
    );
}

function short(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`;
}
