import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import {
  type AdviceContent,
  needsOf,
  outcomesUnder,
  type Provision,
  provisionsUnder,
  type RowKind,
} from './advice.ts';

/** Something to finish before the advice can be signed, and the row it is about. */
export type ToFinish = { kind: RowKind | 'statement'; id: string; message: string };

const PROVISION_PROMPTS = {
  who: 'who will provide it, and with what expertise',
  ratio: 'the ratio of staff to children',
  frequency: 'how often',
  durationEachTime: 'how long each time',
  review: 'how and when it will be reviewed',
} as const satisfies Partial<Record<keyof Provision, string>>;

/**
 * What a draft still lacks. Reg. 6(1) asks for needs, the provision they may require and the outcomes intended, and the
 * Code (9.51) for advice that is clear and specific: each need has its evidence, and provision or why none is advised;
 * each provision answers every prompt, if only to say that it does not apply.
 */
export function toFinish(content: AdviceContent): ToFinish[] {
  const needs = needsOf(content);
  const said = content.statement.notKnown || content.statement.text !== '';
  if (needs.length === 0 && !said) {
    return [
      {
        kind: 'statement',
        id: 'statement',
        message: 'Add a need, or enter a statement saying why there is none',
      },
    ];
  }
  return needs.flatMap((need) => {
    const found: ToFinish[] = [];
    const about = `“${shorten(need.text)}”`;
    if (need.evidence === '')
      found.push({ kind: 'need', id: need.id, message: `Enter the evidence for ${about}` });
    const outcomes = outcomesUnder(content, need.id);
    if (outcomes.length === 0 && need.noProvision === '') {
      found.push({
        kind: 'need',
        id: need.id,
        message: `Add an outcome and provision for ${about}, or enter why you advise none`,
      });
    }
    for (const outcome of outcomes) {
      const provisions = provisionsUnder(content, outcome.id);
      if (provisions.length === 0) {
        found.push({
          kind: 'outcome',
          id: outcome.id,
          message: `Add the provision for “${shorten(outcome.text)}”`,
        });
      }
      for (const provision of provisions) {
        const lacking = PROMPTS.filter((prompt) => provision[prompt] === '').map(
          (prompt) => PROVISION_PROMPTS[prompt],
        );
        if (lacking.length === 0) continue;
        const message = `For “${shorten(provision.what)}”, enter ${lacking.join('; ')}`;
        found.push({ kind: 'provision', id: provision.id, message });
      }
    }
    return found;
  });
}

const PROMPTS = ['who', 'ratio', 'frequency', 'durationEachTime', 'review'] as const;

export type SignatureForm = {
  name: string;
  role: string;
  signedOn: PlainDate | null;
  /** The draft as the signer read it. */
  version: number;
  confirmed: boolean;
};

export type Signature = { name: string; role: string; signedOn: PlainDate; returnedOn: PlainDate };

export type DraftToSign = { content: AdviceContent; version: number; askedOn: PlainDate };

/**
 * Signs advice: after this nobody can alter it. Refuses an unfinished draft, one changed since it was read, a missing
 * name, role or date, and a day that could not be: before the advice was asked for, or after today.
 */
export function sign(draft: DraftToSign, form: SignatureForm, today: PlainDate): Result<Signature> {
  if (draft.version !== form.version) {
    return refused(
      'confirmed',
      'This advice was changed after you opened this page. Read it again, then sign it',
    );
  }
  const unfinished = toFinish(draft.content)[0];
  if (unfinished !== undefined) return refused('unfinished', unfinished.message);
  const { name, role, signedOn } = form;
  if (name === '') return refused('name', 'Enter your full name');
  if (role === '') return refused('role', 'Enter your role and qualifications');
  if (signedOn === null) return refused('signedOn', 'Enter today’s date');
  if (signedOn < draft.askedOn)
    return refused('signedOn', 'The date must be on or after the day you were asked');
  if (signedOn > today) return refused('signedOn', 'The date must be today or in the past');
  if (!form.confirmed)
    return refused('confirmed', 'Confirm that this is your advice and that it cannot be changed once signed');
  // Signing here is sending: the authority has it the same day, whatever day was written beside the name.
  return accepted({ name, role, signedOn, returnedOn: today });
}

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}
