import { type EasyBlock, type EasyFieldOf, type EasyRead, say } from '../../../../design-system/index.ts';
import type { Field, FieldKind } from '../../question.ts';
import type { QuestionProps } from '../question.tsx';
import { type FieldWords, QUESTION_WORDS } from './question-words.ts';

/** One question of a request, in Easy Read; one that has no easy words yet is asked in its own. */
export function questionInEasyRead(props: QuestionProps): EasyRead {
  const { question, draftId, backHref, version, formKey, errors } = props;
  const words = QUESTION_WORDS[question.id]?.[props.self ? 'you' : 'child'];
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
} as const satisfies Record<FieldKind, EasyFieldOf['kind']>;
