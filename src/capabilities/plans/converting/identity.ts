import type { Field } from './place.ts';
import type { Reviewed } from './review.ts';
import { saidDay } from './said-day.ts';

/** Whose plan a file says it is, as it says so: for somebody to check, and for the matching to look for. */
export type SaidOf = {
  givenNames: string;
  familyName: string;
  bornOn: string;
  upn: string;
  nhsNumber: string;
  issuedOn: string;
  officer: string;
  placement: string;
};

/** A whole name is parted at its last word, unless a comma or capitals say which is the family’s; days are as a form sends them. */
export function saidOf(passages: readonly Reviewed[]): SaidOf {
  const say = (field: Field) =>
    passages
      .filter(({ place }) => place?.kind === 'field' && place.field === field)
      .map(({ text }) => text)
      .join(' ');
  const { given, family } = partedName(say('name'));
  return {
    givenNames: say('givenNames') || given,
    familyName: say('familyName') || family,
    bornOn: saidDay(say('dateOfBirth')) ?? '',
    upn: say('upn').replaceAll(/\s/g, ''),
    nhsNumber: say('nhsNumber').replaceAll(/\D/g, ''),
    issuedOn: saidDay(say('issuedOn')) ?? '',
    officer: say('officer'),
    placement: say('I'),
  };
}

function partedName(name: string): { given: string; family: string } {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma !== null) return { given: comma[2] ?? '', family: comma[1] ?? '' };
  const words = name.split(/\s+/).filter((word) => word !== '');
  const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase());
  const whole = capitals.length > 0 && capitals.length < words.length ? capitals : words.slice(1).slice(-1);
  return { given: words.filter((word) => !whole.includes(word)).join(' '), family: whole.join(' ') };
}
