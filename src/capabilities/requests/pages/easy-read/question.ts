import { type EasyBlock, type EasyFieldOf, type EasyRead, say } from '../../../../design-system/index.ts';
import type { Field, FieldKind } from '../../question.ts';
import type { QuestionProps } from '../question.tsx';
import { type FieldWords, QUESTION_WORDS, type QuestionWords } from './question-words.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** One question of a request, in Easy Read; one that has no easy words yet is asked in its own. */
export function questionInEasyRead(props: QuestionProps): EasyRead {
  const { question, draftId, backHref, version, formKey, errors } = props;
  const words = wordsOf(question.id, props.self);
  return {
    title: words?.title ?? say`${question.title}`,
    back: { href: backHref, text: 'Back' },
    errors,
    sections: [
      {
        blocks: question.fields.map((field) => blockOf(field, words?.fields[field.name], props)),
        form: {
          action: `/drafts/${draftId}/${question.id}`,
          key: formKey,
          version,
          button: 'Save and go on',
        },
      },
      ...(props.mayReturnByLink
        ? [
            {
              blocks: [
                {
                  picture: 'a clock',
                  lines: ['You can stop now and come back.'],
                  link: { href: `/drafts/${draftId}/return-link`, text: 'Finish this later' },
                } as const,
              ],
            },
          ]
        : []),
    ],
  };
}

function blockOf(field: Field, words: FieldWords | undefined, { typed }: QuestionProps): EasyBlock {
  const { name, autocomplete } = field;
  const choices = field.choices?.map(({ value, text }) => ({
    value,
    text: words?.choices?.[value] ?? say`${text}`,
  }));
  return {
    picture: words?.picture ?? 'a question mark',
    lines: words?.lines ?? ['Tell us about this.'],
    field: {
      kind: KINDS[field.kind],
      name,
      label: words?.label ?? say`${field.label}`,
      value: typed[name],
      typed,
      choices,
      autocomplete,
    },
  };
}

const KINDS = {
  text: 'text',
  long: 'long',
  lines: 'long',
  date: 'date',
  choice: 'choice',
  email: 'email',
  phone: 'tel',
  postcode: 'text',
  upn: 'text',
  uln: 'text',
  nhs: 'text',
} as const satisfies Record<FieldKind, EasyFieldOf['kind']>;

/** What a field is called, and its picture, where the answer to it is read back. */
export function fieldWords(questionId: string, field: Field): Pick<FieldWords, 'picture' | 'label'> {
  return (
    wordsOf(questionId, true)?.fields[field.name] ?? {
      picture: 'a question mark',
      label: say`${field.label}`,
    }
  );
}

/** The words a question is asked in: to a young person about themself, or about a child; undefined where none are written. */
export function wordsOf(questionId: string, self: boolean): QuestionWords | undefined {
  return VARIANT_WORDS[questionId] ?? QUESTION_WORDS[questionId]?.[self ? 'you' : 'child'];
}
