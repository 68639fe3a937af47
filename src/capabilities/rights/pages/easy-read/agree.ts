import { type EasyRead, say } from '../../../../design-system/index.ts';
import { capital } from '../../../../shared/words.ts';
import { AGENCIES } from '../../../children/index.ts';
import type { AgreeProps } from '../agree.tsx';

/** Agreeing to share something, in Easy Read. */
export function agreeInEasyRead(props: AgreeProps): EasyRead {
  const back = `/family/${props.childId}/consents`;
  return {
    title: 'Say yes to sharing',
    back: { href: back, text: 'What you agreed to share' },
    errors: props.form.errors,
    sections: props.may ? questions(props) : [{ blocks: notTheirs(props.childId) }],
  };
}

function notTheirs(childId: string): EasyRead['sections'][number]['blocks'] {
  return [
    {
      picture: 'a question mark',
      lines: ['Only one person can say yes here.', 'It is the person who decides.'],
    },
    {
      picture: 'a speech bubble',
      lines: ['If it is you, write to us.'],
      link: { href: `/family/${childId}/messages`, text: 'Write to us' },
    },
  ];
}

function questions({ childId, childName, search, results, form }: AgreeProps): EasyRead['sections'] {
  const action = `/family/${childId}/consents/new`;
  const { typed } = form;
  return [
    {
      blocks: [
        { picture: 'a thinking face', lines: ['You do not have to say yes.', 'It will not make us slower.'] },
        { picture: 'an arrow back', lines: ['You can change your mind at any time.'] },
      ],
    },
    {
      heading: 'Find a place',
      blocks: [
        {
          picture: 'a magnifying glass',
          lines: ['Is it for one school or place?', 'You can leave this out.'],
          field: { kind: 'search', name: 'q', label: 'Its name', value: search },
        },
        ...(search !== '' && results.length === 0
          ? [{ picture: 'a question mark', lines: ['We do not know that name.'] } as const]
          : []),
      ],
      form: { action, key: form.formKey, button: 'Find it', search: true },
    },
    {
      heading: 'Say yes',
      blocks: [
        ...(results.length === 0
          ? []
          : [
              {
                picture: 'a place on a map',
                lines: [say`They will see who ${childName} is.`],
                field: {
                  kind: 'choice',
                  name: 'organisationId',
                  label: 'Which one?',
                  value: typed['organisationId'],
                  choices: [
                    ...results.map(({ id, name }) => ({ value: id, text: say`${name}` })),
                    { value: '', text: 'None of these' },
                  ],
                },
              } as const,
            ]),
        {
          picture: 'people',
          lines: ['Tell us who can see it.'],
          field: {
            kind: 'choice',
            name: 'agency',
            label: 'Who can see it?',
            value: typed['agency'],
            choices: AGENCIES.map((agency) => ({ value: agency, text: WHO[agency] ?? capital(agency) })),
          },
        },
        {
          picture: 'a paper',
          lines: ['Tell us what they can see.'],
          field: { kind: 'long', name: 'what', label: 'What can they see?', value: typed['what'] },
        },
      ],
      form: { action, key: form.formKey, button: 'I say yes', hidden: { search } },
    },
  ];
}

const WHO: Readonly<Record<string, string>> = {
  'voluntary organisation': 'A charity',
  another: 'Somebody else',
};
