import { vagueIn } from '../../shared/vague-words.ts';
import { CITES, type Cite } from './citations.ts';
import { AREAS, type Area, type AreaName, type PlanContent, type Provision } from './plan.ts';

/** Something a plan writer should look at. It stops nothing: the officer judges whether the child's case calls for it. */
export type Advisory = { area: AreaName; rowId: string; message: string; cite: Cite };

const PROMPTS = [
  { prompt: 'who', message: 'Say who will provide it, and with what qualification or expertise' },
  { prompt: 'ratio', message: 'Say the staff to student ratio' },
  { prompt: 'frequency', message: 'Say how often' },
  { prompt: 'durationEachTime', message: 'Say how long each time' },
  { prompt: 'review', message: 'Say when it starts and when it is reviewed' },
] as const;

/**
 * What makes provision hard to hold anyone to: a prompt of the template left blank, a phrase that promises nothing, a
 * provision for no outcome, or an outcome nothing serves. Provision should be detailed, specific and normally quantified.
 */
export function advisories(content: PlanContent): Advisory[] {
  return AREAS.flatMap((name) => areaAdvisories(name, content.areas[name]));
}

function areaAdvisories(area: AreaName, { provisions, outcomes }: Area): Advisory[] {
  const serving = new Set(outcomes.flatMap((outcome) => outcome.provisionIds));
  return [
    ...provisions.flatMap((provision) =>
      provisionMessages(provision, serving).map((message) => ({
        area,
        rowId: provision.id,
        message,
        cite: CITES.quantified,
      })),
    ),
    ...outcomes
      .filter((outcome) => outcome.provisionIds.length === 0)
      .map(({ id }) => ({
        area,
        rowId: id,
        message: 'Say which provision serves this outcome',
        cite: CITES.outcomes,
      })),
    ...outcomes
      .filter((outcome) => outcome.byWhen.trim() === '')
      .map(({ id }) => ({ area, rowId: id, message: 'Say by when', cite: CITES.outcomes })),
  ];
}

function provisionMessages(provision: Provision, serving: ReadonlySet<string>): string[] {
  const blank = PROMPTS.filter(({ prompt }) => provision[prompt].trim() === '').map(({ message }) => message);
  const { what, text } = provision;
  const vague = vagueIn([what, text, ...PROMPTS.map(({ prompt }) => provision[prompt])].join(' | '));
  return [
    ...blank,
    ...vague.map(
      ({ phrase }) => `“${phrase}” promises nothing that can be counted. Say exactly what will happen`,
    ),
    ...(serving.has(provision.id) ? [] : ['Say which outcome this is for']),
  ];
}
