import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { isVagueAlone, isVagueQuantity, vagueIn } from '../../shared/vague-words.ts';
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
 * Code (9.51, 9.69) for advice that is clear and specific: each need has its evidence, and provision or why none is
 * advised; each provision answers every prompt, if only to say that it does not apply, or says why it cannot. A prompt
 * answered by nothing but a vague phrase is not answered, nor is how much or how often by such a phrase without a number.
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
        const lacking = notSaid(provision);
        if (lacking.length === 0 || provision.whyNotSpecified !== '') continue;
        const message = `For “${shorten(provision.what)}”, enter ${lacking.join('; ')}; or why you cannot say`;
        found.push({ kind: 'provision', id: provision.id, message });
      }
    }
    return found;
  });
}

const PROMPTS = ['who', 'ratio', 'frequency', 'durationEachTime', 'review'] as const;

/** The questions a provision leaves unanswered, in words. */
function notSaid(provision: Provision): string[] {
  return PROMPTS.filter((prompt) => !answers(prompt, provision[prompt])).map(
    (prompt) => PROVISION_PROMPTS[prompt],
  );
}

const QUANTITIES: readonly string[] = ['frequency', 'durationEachTime'];

function answers(prompt: string, text: string): boolean {
  return text !== '' && !(QUANTITIES.includes(prompt) ? isVagueQuantity(text) : isVagueAlone(text));
}

/** What a line's words leave open: a question back to its author, who may answer with other words or with a reason. */
export type OpenQuestion = { id: string; about: string; phrase: string; question: string };

/**
 * The vague phrases of each line of provision, with the question each leaves open (Code 9.51: clear, specific). They stop
 * nothing: only its author can say whether the child's case calls for it. A line with its reason is asked no more.
 */
export function openQuestions(content: AdviceContent): OpenQuestion[] {
  return content.rows.flatMap((row) => (row.kind === 'provision' ? questionsOf(row) : []));
}

/** The same of one line, as it is saved. */
export function questionsOf(provision: Provision): OpenQuestion[] {
  if (provision.whyNotSpecified !== '') return [];
  const { id, what, text } = provision;
  const words = [what, text, ...PROMPTS.map((prompt) => provision[prompt])].join(' | ');
  return vagueIn(words).map((found) => ({ id, about: shorten(what), ...found }));
}

/** The exact question staff may send back about a line: what it leaves unsaid, then what its words leave open. */
export function questionBack(provision: Provision): string {
  const lacking = notSaid(provision);
  const unsaid = lacking.length === 0 ? [] : [`Say ${lacking.join('; ')}.`];
  // A prompt that such a phrase leaves unanswered is asked for already.
  const answered = PROMPTS.filter((prompt) => answers(prompt, provision[prompt]));
  const said = answered.map((prompt) => provision[prompt]);
  const open = vagueIn([provision.what, provision.text, ...said].join(' | '));
  return [...unsaid, ...open.map(asked)].join('\n');
}

/** What the words of advice written down as one statement leave open. */
export function openInStatement({ statement }: AdviceContent): { phrase: string; question: string }[] {
  return vagueIn(statement.text);
}

/** The exact question about such a statement, for whoever gave it; empty where nothing is found. */
export function questionOnStatement(content: AdviceContent): string {
  return openInStatement(content).map(asked).join('\n');
}

function asked({ phrase, question }: { phrase: string; question: string }): string {
  return `You wrote “${phrase}”. ${question}`;
}

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
