import { z } from 'zod';
import { choiceField, dayField, optionalText, textField } from '../../platform/http/forms.ts';
import { type Answer, GRADES } from './grades.ts';
import { DEFAULT_QUESTIONS } from './questions.ts';

/* What the forms of an audit send, and the questions as they are kept. */

function numberField(message: string, least: number, most: number) {
  return z.string({ error: message }).transform((text, context) => {
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const anyOf = z
  .string()
  .max(100, 'This must be 100 characters or fewer')
  .default('')
  .transform((text) => (text === '' ? null : text));

export const roundSchema = z
  .object({
    name: textField('Enter a name for the round', 100),
    issuedFrom: dayField('the first day of issue'),
    issuedTo: dayField('the last day of issue'),
    team: anyOf,
    need: anyOf,
    settingType: anyOf,
    wanted: numberField('Enter how many plans to draw, from 1 to 200', 1, 200),
    secondShare: numberField('Enter how many in 100 to grade twice, from 0 to 100', 0, 100),
  })
  .refine(({ issuedFrom, issuedTo }) => issuedFrom <= issuedTo, {
    path: ['issuedTo'],
    message: 'The last day of issue must be the first day or after it',
  });
export type RoundForm = z.infer<typeof roundSchema>;

export const AGENCIES = [
  'local authority',
  'health',
  'social care',
  'school or college',
  'another agency',
] as const;
export type Agency = (typeof AGENCIES)[number];

export const beginSchema = z
  .object({
    agency: choiceField(AGENCIES, 'Select which agency the judgement comes from'),
    gradedBy: optionalText(200),
  })
  .refine(({ agency, gradedBy }) => agency === 'local authority' || gradedBy !== '', {
    path: ['gradedBy'],
    message: 'Enter the name of whoever grades for that agency',
  });

export type BeginForm = z.infer<typeof beginSchema>;

export const gradeSchema = z.object({
  grade: z
    .enum(['', ...GRADES], { error: 'Select how far the plan does this' })
    .default('')
    .transform((grade) => (grade === '' ? null : grade)),
  reason: optionalText(2000),
  version: z.coerce.number().int().min(0).catch(0),
});
export type GradeForm = z.infer<typeof gradeSchema>;

const questionSchema = z.object({
  id: z.string(),
  quality: z.string(),
  source: z.string(),
  question: z.string(),
  good: z.string(),
  weight: z.int().min(0).max(100),
  sections: z.array(z.string()),
  rules: z.array(z.string()),
});
export const questionsSchema = z.array(questionSchema);

export const gradedOf = z.enum(GRADES);
export const gradeOf = gradedOf.nullable();
export const agencyOf = z.enum(AGENCIES);

/** The form of the form: the words and weight of each question, and which version they were made from. */
export const formSchema = z.object({
  version: z.coerce.number().int().min(0).catch(0),
  ...Object.fromEntries(
    DEFAULT_QUESTIONS.flatMap(({ id }) => [
      [`question-${id}`, textField('Enter the question', 300)],
      [`good-${id}`, textField('Enter what good looks like', 1000)],
      [`weight-${id}`, numberField('Enter a weight from 0 to 100', 0, 100).pipe(z.int())],
    ]),
  ),
});
export type FormAnswers = z.infer<typeof formSchema>;

/** What was agreed: `grade-…` and `reason-…` by the name of each question, and who was there. */
export const moderationSchema = z
  .object({ present: textField('Enter who was there', 500), metOn: dayField('the day you met') })
  .catchall(z.string().max(2000, 'This must be 2,000 characters or fewer'));
export type ModerationForm = z.infer<typeof moderationSchema>;

export function saidIn(form: ModerationForm): Answer[] {
  return DEFAULT_QUESTIONS.map(({ id }) => ({
    question: id,
    grade: gradeOf.catch(null).parse(form[`grade-${id}`] ?? null),
    reason: form[`reason-${id}`] ?? '',
  }));
}
