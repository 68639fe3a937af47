import type { Refusal } from '../../shared/result.ts';

/** The provision a refusal rests on, as data, so that the page that shows the refusal can link to the law. */
export type Cite = { provision: string; url: string };

/** A refusal that names its law. Wherever a plain `Result` will do, this is one. */
export type PlanRefusal = Refusal & { cite: Cite };
export type PlanResult<T> = { ok: true; value: T } | PlanRefusal;

const ACT = 'https://www.legislation.gov.uk/ukpga/2014/6/section/';
const REGULATIONS = 'https://www.legislation.gov.uk/uksi/2014/1530/regulation/';
const CODE = 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25';
const TEMPLATE = 'https://www.gov.uk/government/publications/send-and-alternative-provision-improvement-plan';

export const CITES = {
  planContents: section('37', 's. 37(2)'),
  draftNamesNoSetting: section('38', 's. 38(5)'),
  draftAndViews: section('38', 's. 38(1) to (2)'),
  meeting: section('38', 's. 38(2)(b)'),
  whoMayBeNamed: section('38', 's. 38(3)'),
  consultBeforeNaming: section('39', 's. 39(2), s. 40(3)'),
  preferenceGrounds: section('39', 's. 39(4)'),
  requestMade: section('38', 's. 38(2)(b)(ii) and (3)'),
  eachRequest: section('39', 's. 39(3) and (4)'),
  otherOrNone: section('39', 's. 39(5), s. 40(2)'),
  mainstream: section('33', 's. 33(2) to (4)'),
  otherwise: section('61', 's. 61'),
  wishes: {
    provision: 'Education Act 1996, s. 9',
    url: 'https://www.legislation.gov.uk/ukpga/1996/56/section/9',
  },
  // Its words were not read when this was written: we are fairly sure of what it is about.
  disclosure: regulation('17', 'reg. 17 (restriction on disclosure of EHC plans)'),
  namedOrType: regulation('12', 'reg. 12(1)(i)'),
  needsAndProvision: regulation('12', 'reg. 12(1)(b) and (f) to (h)'),
  healthAgreement: regulation('12', 'reg. 12(2)'),
  adviceAppended: regulation('12', 'reg. 12(4)'),
  viewsPeriod: regulation('13', 'reg. 13(1)(a)'),
  consultation: { provision: 'SEND Code of Practice, 9.83', url: CODE },
  finalRecipients: regulation('13', 'reg. 13(2)'),
  representations: regulation('13', 'reg. 13(1)(a)'),
  changesAfterDraft: { provision: 'SEND Code of Practice, 9.125 (and 9.77)', url: CODE },
  quantified: { provision: 'SEND Code of Practice, 9.69', url: CODE },
  outcomes: { provision: 'SEND Code of Practice, 9.64 to 9.69', url: CODE },
  template: { provision: 'National EHC plan template, Section A1', url: TEMPLATE },
} as const satisfies Record<string, Cite>;

/** `field` is the form field the message belongs to; `message` says what to do; `cite` says under what provision. */
export function refuse(field: string, message: string, cite: Cite): PlanRefusal {
  return { ok: false, field, message, cite };
}

function section(number: string, words: string): Cite {
  return { provision: `Children and Families Act 2014, ${words}`, url: `${ACT}${number}` };
}

function regulation(number: string, words: string): Cite {
  return { provision: `SEND Regulations 2014, ${words}`, url: `${REGULATIONS}${number}` };
}
