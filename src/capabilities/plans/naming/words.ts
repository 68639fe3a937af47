import { sayDate } from '../../../shared/plain-date.ts';
import type { AskedFor, NamingDecision } from './decision.ts';

/** The decision on Section I in the law's order, for the letter that gives it: each step it came to, with its reasons. */
export function namingWords({ basis, asked, notMainstream, otherwise, agreed }: NamingDecision): string[] {
  return [
    '## How we decided on Section I',
    ...(asked.length === 0 ? ['Nobody asked us for a setting.'] : asked.map(sayAsked)),
    ...asked.filter(({ followed }) => !followed).flatMap(sayNotNamed),
    sayBasis(basis),
    ...(agreed === '' ? [] : [`The setting named is wholly independent, and agreed to admit: ${agreed}`]),
    ...(otherwise === ''
      ? []
      : [
          `It would be inappropriate for the provision to be made in a school or college (section 61): ${otherwise}`,
        ]),
    ...(notMainstream === null ? [] : sayNotMainstream(notMainstream)),
  ];
}

function sayAsked({ from, name, kind, receivedOn, followed, consultedOn, ...one }: AskedFor): string {
  const waited = one.copyWaited === true ? ', and its copy of the draft had not gone to it' : '';
  const law =
    kind === 'request' ? 'a request under section 38(3)' : 'outside section 38(3), so a representation';
  const asked =
    consultedOn === null
      ? ''
      : ` We consulted it on ${sayDate(consultedOn)}; ${saidBack(one.canMeetNeeds)}${waited}.`;
  return `${from} asked for ${name} on ${sayDate(receivedOn)} (${law}).${asked}${followed ? ' The plan names it.' : ''}`;
}

/** What a setting answered, in half a sentence. */
export function saidBack(canMeetNeeds: boolean | null): string {
  if (canMeetNeeds === null) return 'it had not answered when we decided';
  return canMeetNeeds ? 'it answered that it could meet the needs' : 'it answered that it could not';
}

function sayNotNamed({ name, from, grounds, considered, reasons, consulted }: AskedFor): string[] {
  return [
    `## Why the plan does not name ${name}, which ${from} asked for`,
    ...(consulted === '' ? [] : [`How we consulted it: ${consulted}`]),
    ...grounds.flatMap((one) => [`The ground in section 39(4): it would be ${one.ground}.`, one.reasons]),
    ...(considered === '' ? [] : [`What we considered: ${considered}`]),
    ...(reasons === '' ? [] : [reasons]),
  ];
}

const BASIS_WORDS = {
  's. 39(3)': 'Section I names the setting that was asked for (section 39(3)).',
  's. 39(5)': 'Section I gives what we think appropriate in place of what was asked for (section 39(5)).',
  's. 40(2)':
    'No request was made under section 38, so Section I gives what we think appropriate (section 40(2)).',
  kept: 'Nobody asked to change Section I, and it says what it said before.',
} as const satisfies Record<NamingDecision['basis'], string>;

export function sayBasis(basis: NamingDecision['basis']): string {
  return BASIS_WORDS[basis];
}

function sayNotMainstream(why: NonNullable<NamingDecision['notMainstream']>): string[] {
  const opening = 'Why it is not a mainstream setting (section 33):';
  if ('said' in why) return [`${opening} mainstream would be incompatible with ${why.ground}. ${why.said}`];
  return [
    `${opening} it would be incompatible with ${why.ground}. ${why.reasons}`,
    `Steps considered in the mainstream settings of our area, and why none is reasonable: ${why.steps}`,
    ...(why.stepsThere === ''
      ? []
      : [`Steps considered at the setting asked for, and why none is reasonable: ${why.stepsThere}`]),
  ];
}
