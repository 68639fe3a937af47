import { type Cells, day, type Parsed, text, urn } from '../cells.ts';

/*
 * The list of institutions approved under section 41 (Children and Families Act 2014), as CSV. Its publisher gives a spreadsheet
 * whose columns have had several names: each is found by any of the names here, and the rest of the columns are passed over.
 */

/** The name this service uses, and every other by which the column is known, in small letters. */
export const APPROVAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  urn: ['unique reference number', 'urn number', 'school urn'],
  ukprn: ['uk provider reference number', 'ukprn number', 'uk prn'],
  name: ['institution', 'institution name', 'name of institution', 'establishment name', 'establishmentname'],
  type: ['institution type', 'type of institution', 'provision type', 'type of establishment'],
  approved: [
    'date approved',
    'approval date',
    'date of approval',
    'approved from',
    'date of section 41 approval',
  ],
  postcode: ['post code'],
};

/** A row of the list. Refuses one without a name, or without a URN and a UKPRN. */
export function parseApproval(cells: Cells): Parsed {
  const name = text(cells, 'name');
  if (name === null) return { ok: false, reason: 'it has no name' };
  const [of, ukprn] = [urn(cells), ukprnIn(cells)];
  if (of === null && ukprn === null)
    return { ok: false, reason: 'it has no URN of up to six digits and no UKPRN of eight' };
  const row = { urn: of, ukprn, name, type: typeOf(text(cells, 'type')) };
  const postcode = text(cells, 'postcode')?.toUpperCase() ?? null;
  return { ok: true, row: { ...row, postcode, approved_on: day(cells, 'approved') } };
}

/** A UK provider reference number: eight digits, the first of them 1. Null when it is not one. */
export function ukprnIn(cells: Cells): string | null {
  const given = text(cells, 'ukprn') ?? '';
  return /^1\d{7}$/.test(given) ? given : null;
}

// As the register names the two kinds that can be approved.
function typeOf(given: string | null): string | null {
  if (given === null) return null;
  if (/post[- ]?16|college/i.test(given)) return 'Special post 16 institution';
  return /school/i.test(given) ? 'Other independent special school' : null;
}
