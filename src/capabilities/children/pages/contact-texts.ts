import type { Details } from '../contact-details.ts';

/** A form filled with details as they are. */
export function textsOf(details: Details): Record<string, string> {
  return {
    name: details.name,
    relationship: details.relationship,
    parentalResponsibility: details.parentalResponsibility ? 'yes' : 'no',
    prefers: details.prefers,
    email: details.email ?? '',
    phone: details.phone ?? '',
    address: details.addressLines.join('\n'),
    postcode: details.postcode ?? '',
    format: details.format,
    language: details.language ?? '',
    interpreter: details.interpreter ?? '',
    bsl: details.bsl ? 'yes' : 'no',
  };
}
