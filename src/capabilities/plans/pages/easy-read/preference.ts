import {
  type EasyBlock,
  type EasyLine,
  type EasyRead,
  type EasySection,
  say,
} from '../../../../design-system/index.ts';
import type { SettingType } from '../../plan.ts';
import { inSent } from '../saying-form.tsx';
import type { PreferenceProps } from '../views-forms.tsx';
import { sayingForm } from './saying.ts';

const KINDS: readonly { value: SettingType; text: EasyLine }[] = [
  { value: 'maintained school', text: 'A school' },
  { value: 'further education institution', text: 'A college' },
  { value: 'independent school not approved under section 41', text: 'A school that you pay for' },
  { value: 'other', text: 'I do not know' },
];

/** Which school the family wants, in Easy Read. */
export function preferenceInEasyRead(props: PreferenceProps): EasyRead {
  return {
    title: 'Which school do you want?',
    back: { href: props.back, text: 'The plan' },
    errors: props.errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a school',
            lines: ['It can be a nursery, a school or a college.', 'You can ask for any of them.'],
          },
        ],
      },
      look(props),
      ...(props.found.length > 0 ? [choose(props)] : []),
      ...(props.search !== '' && props.found.length === 0
        ? [{ blocks: [{ picture: 'a cross', lines: ['We did not find that name.'] } as const] }]
        : []),
      write(props),
      nothing(props),
    ],
  };
}

function look({ base, search }: PreferenceProps): EasySection {
  return {
    heading: 'Look for it',
    blocks: [
      {
        picture: 'a magnifying glass',
        lines: ['Write the name or the postcode.'],
        field: { kind: 'search', name: 'q', label: 'Name or postcode', value: search },
      },
    ],
    form: { action: `${base}/preference`, key: '', button: 'Look', search: true },
  };
}

function choose(props: PreferenceProps): EasySection {
  const { base, keys, found, search, chosen } = props;
  const sent = inSent(props, 'found');
  const blocks: EasyBlock[] = [
    {
      picture: 'a tick',
      lines: ['We found these.'],
      field: {
        kind: 'choice',
        name: 'settingId',
        label: 'Which one do you want?',
        value: chosen,
        choices: found.map(({ id, name, about }) => ({ value: id, text: say`${`${name}, ${about}`}` })),
      },
    },
    why(sent),
  ];
  const form = {
    action: `${base}/preference`,
    key: keys.chosen,
    button: 'I want this one',
    hidden: { choice: 'found', q: search },
    errors: sent.errors,
  };
  return { heading: 'Choose it', ...sayingForm(sent, form, { blocks, id: sent.idOf('from') }) };
}

function write(props: PreferenceProps): EasySection {
  const { base, keys } = props;
  const sent = inSent(props, 'typed');
  const { typed } = sent;
  const blocks: EasyBlock[] = [
    {
      picture: 'a notepad',
      lines: ['You can write the name yourself.'],
      field: { kind: 'text', name: 'name', label: 'Its name', value: typed['name'] },
    },
    {
      picture: 'a question mark',
      lines: ['You do not have to know this.'],
      field: {
        kind: 'choice',
        name: 'type',
        label: 'What is it?',
        value: typed['type'] ?? 'other',
        choices: KINDS,
      },
    },
    why(sent),
  ];
  const form = {
    action: `${base}/preference`,
    key: keys.typed,
    button: 'I want this one',
    hidden: { choice: 'typed' },
    errors: sent.errors,
  };
  return { heading: 'Did you not find it?', ...sayingForm(sent, form, { blocks, id: sent.idOf('from') }) };
}

function nothing(props: PreferenceProps): EasySection {
  const { base, keys } = props;
  const sent = inSent(props, 'none');
  const blocks: EasyBlock[] = [
    { picture: 'a happy face', lines: ['Is any school fine?', 'Then press the button.'] },
  ];
  const form = {
    action: `${base}/preference`,
    key: keys.none,
    button: 'Any school is fine',
    hidden: { choice: 'none' },
    errors: sent.errors,
  };
  return { heading: 'Any school', ...sayingForm(sent, form, { blocks, id: sent.idOf('from') }) };
}

function why({ typed, idOf }: ReturnType<typeof inSent>): EasyBlock {
  return {
    picture: 'a heart',
    lines: ['You can leave this empty.'],
    field: {
      kind: 'long',
      name: 'reasons',
      id: idOf('reasons'),
      label: 'Why do you want it?',
      value: typed['reasons'],
    },
  };
}
