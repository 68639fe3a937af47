import { parsePostcode } from '../../../shared/identifiers.ts';
import { ukprnIn } from '../approvals/list-layout.ts';
import { type Cells, number, type Parsed, type Row, text } from '../cells.ts';

/*
 * Settings that no national file has, because they have no URN: an authority says that there are such. A childminder is a person
 * who works at home: only the first half of their postcode is kept, and no address, telephone or website.
 */

/** What each kind is on the register: its type and its phase. */
export const ADDED_KINDS = {
  nursery: { type: 'Private, voluntary or independent nursery', phase: 'Nursery' },
  childminder: { type: 'Childminder', phase: 'Nursery' },
  college: { type: 'Further education', phase: '16 plus' },
  'specialist post-16': { type: 'Special post 16 institution', phase: '16 plus' },
  'alternative provision': { type: 'Alternative provider that is no school', phase: 'Not applicable' },
  other: { type: 'Other provider', phase: 'Not applicable' },
} as const;

export type AddedKind = keyof typeof ADDED_KINDS;

/** Every other name by which a column is known, in small letters. */
export const ADDED_NAMES: Readonly<Record<string, readonly string[]>> = {
  'ofsted number': ['ofsted urn', 'ofsted reference', 'ofsted'],
  ukprn: ['uk provider reference number'],
  authority: ['la (code)', 'la code', 'authority code'],
  'age from': ['from age', 'lowest age', 'statutorylowage'],
  'age to': ['to age', 'highest age', 'statutoryhighage'],
  telephone: ['phone', 'telephonenum'],
};

export type Added = {
  kind: AddedKind;
  name: string;
  postcode: string;
  authority: number;
  ofstedNumber: string | null;
  ukprn: string | null;
  ageFrom: number | null;
  ageTo: number | null;
  phone: string | null;
  website: string | null;
};

/** A row of the file. Refuses one without a name, a kind, a postcode and an authority's code, and ages that cannot be. */
export function parseAdded(cells: Cells): Parsed {
  const name = text(cells, 'name');
  if (name === null) return { ok: false, reason: 'it has no name' };
  const kind = kindOf(text(cells, 'kind') ?? '');
  if (kind === null)
    return { ok: false, reason: `its kind is none of ${Object.keys(ADDED_KINDS).join(', ')}` };
  const postcode = parsePostcode(text(cells, 'postcode') ?? '');
  if (postcode === null) return { ok: false, reason: 'it has no whole postcode' };
  const authority = number(cells, 'authority');
  if (authority === null || authority < 100 || authority > 999)
    return { ok: false, reason: 'it has no three-digit code of an authority' };
  const [ageFrom, ageTo] = [number(cells, 'age from'), number(cells, 'age to')];
  if (!agesFit(ageFrom, ageTo)) return { ok: false, reason: 'its ages are not from 0 to 25, lowest first' };
  const ofstedNumber = text(cells, 'ofsted number')?.toUpperCase() ?? null;
  if (ofstedNumber !== null && !OFSTED_NUMBER.test(ofstedNumber))
    return { ok: false, reason: 'its Ofsted number is not letters and digits' };
  const contact = { phone: text(cells, 'telephone'), website: text(cells, 'website') };
  const said = { kind, name, postcode, authority, ofstedNumber, ukprn: ukprnIn(cells), ageFrom, ageTo };
  return { ok: true, row: asRow({ ...said, ...contact }) };
}

/** Letters and digits, as Ofsted writes them: `EY123456`, `2543210`. */
export const OFSTED_NUMBER = /^[A-Z0-9]{2,20}$/;

/** Whether these may be the ages of a setting, either of which may be unsaid. */
export function agesFit(from: number | null, to: number | null): boolean {
  return (from === null || from <= 25) && (to === null || to <= 25) && (from ?? 0) <= (to ?? 25);
}

/** As the register's table holds it. */
export function asRow(added: Added): Row {
  const home = added.kind === 'childminder';
  return {
    name: added.name,
    ...ADDED_KINDS[added.kind],
    status: 'Open',
    postcode: home ? (added.postcode.split(' ')[0] ?? null) : added.postcode,
    la_code: added.authority,
    added_by: added.authority,
    ofsted_number: added.ofstedNumber,
    ukprn: added.ukprn,
    age_from: added.ageFrom,
    age_to: added.ageTo,
    phone: home ? null : added.phone,
    website: home ? null : added.website,
  };
}

function kindOf(given: string): AddedKind | null {
  const kinds: readonly AddedKind[] = [
    'nursery',
    'childminder',
    'college',
    'specialist post-16',
    'alternative provision',
    'other',
  ];
  return kinds.find((kind) => kind === given.toLowerCase()) ?? null;
}
