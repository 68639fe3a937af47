import type { Approval } from './approvals/approval.ts';
import { REQUESTABLE, type RequestableCategory, requestableUnder38 } from './kinds.ts';
import type { Setting } from './setting.ts';

/** How the law stands to asking for a setting. Whatever it says, nobody is kept from asking. */
export type Asking =
  /** One of s38(3)(a) to (f): the authority must name it unless s39(4) applies. */
  | { kind: 'by law'; category: RequestableCategory; letter: string }
  /** Independent, and not on the newest list of section 41. */
  | { kind: 'not approved' }
  /** Of a type that is in no paragraph of s38(3), or a special school in a hospital. */
  | { kind: 'outside'; what: string }
  /** The register does not say enough. */
  | { kind: 'not said' };

const LETTERS = 'abcdef';

/** What is to be said of asking for a setting, by what the register and the lists of section 41 say of it. */
export function askingFor(setting: Setting, approval: Approval | null): Asking {
  const category = requestableUnder38(setting);
  if (category !== null)
    return { kind: 'by law', category, letter: LETTERS[REQUESTABLE.indexOf(category)] ?? '' };
  if (/independent|special post 16/i.test(setting.type ?? ''))
    return approval === null && setting.section41 === null ? { kind: 'not said' } : { kind: 'not approved' };
  if (setting.hospital === true) return { kind: 'outside', what: 'a special school in a hospital' };
  if (setting.type === null) return { kind: 'not said' };
  return { kind: 'outside', what: setting.type.toLowerCase() };
}
