import { Checkboxes, type FieldErrors, InsetText, Radios, Textarea } from '../../../design-system/index.ts';
import { ANSWER_WORDS, ANSWERS, type Statement } from '../survey.ts';

export type Filled = {
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

type Props = Omit<Filled, 'formKey'> & {
  statements: readonly Statement[];
  /** Staff write down what somebody said. */
  written: boolean;
};

/** The statements with their answers, room for words, and what is agreed to before they are sent. */
export function Questions({ statements, written, typed, errors }: Props) {
  const mine = written ? 'they wrote or said' : 'I wrote';
  return (
    <>
      {statements.map(({ id, words }) => (
        <Radios
          key={id}
          name={id}
          fieldset={{ legend: { text: words, classes: 'govuk-fieldset__legend--s' } }}
          classes="govuk-radios--small"
          errorMessage={errors[id]}
          value={typed[id]}
          items={ANSWERS.map((value) => ({ value, text: ANSWER_WORDS[value] }))}
        />
      ))}
      <Textarea
        name="words"
        label={{
          text: written ? 'Anything else they said (optional)' : 'Anything else you want to say (optional)',
          classes: 'govuk-label--s',
        }}
        hint="Do not name anybody. Nobody answers what is written here: to ask us something or to complain, write to us."
        rows={4}
        errorMessage={errors['words']}
        value={typed['words']}
      />
      <Checkboxes
        name="wordsConsent"
        classes="govuk-checkboxes--small"
        errorMessage={errors['wordsConsent']}
        values={typed['wordsConsent'] === 'yes' ? ['yes'] : []}
        items={[{ value: 'yes', text: `A manager may read what ${mine}` }]}
      />
      <InsetText>
        We do not keep {written ? 'their' : 'your'} name with {written ? 'their' : 'your'} answers, so we
        cannot take them out again later. If few people answer, somebody may guess.
      </InsetText>
      <Checkboxes
        name="consent"
        errorMessage={errors['consent']}
        values={typed['consent'] === 'yes' ? ['yes'] : []}
        items={[
          {
            value: 'yes',
            text: written
              ? 'They agree that their answers are counted with other people’s'
              : 'I agree that my answers are counted with other people’s',
          },
        ]}
      />
    </>
  );
}
