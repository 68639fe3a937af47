import {
  type EasyBlock,
  type EasyRead,
  type EasySection,
  freeHelp,
  say,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { RELATIONSHIPS, SEES, type Sees, stageOf } from '../../inviting.ts';
import type { FamilyProps } from '../family.tsx';
import type { Shown } from '../invitations.tsx';
import { sayRelationship } from '../invite-form.tsx';

const EASY_SEES = {
  'whole file': 'All that you see',
  'tracker and messages': 'What is happening, and messages',
} as const satisfies Record<Sees, string>;

/** Whom a family lets see the case beside it, in Easy Read. */
export function invitationsInEasyRead(props: FamilyProps): EasyRead {
  const { childId, childName, invitations, cannot } = props;
  return {
    title: 'Ask somebody to help you',
    back: { href: `/family/${childId}`, text: 'What is happening' },
    errors: props.errors,
    sections: [
      {
        blocks: [
          {
            picture: 'people who help',
            lines: [say`Somebody can read about ${childName} with you.`, 'They can write messages too.'],
          },
          { picture: 'a stop sign', lines: ['They cannot do anything else for you.'] },
          freeHelp(props.sendiass),
        ],
      },
      ...invitations.map((one) => personOf(one, props)),
      cannot === null
        ? form(props)
        : { blocks: [{ picture: 'a cross', lines: ['You cannot do this here now.'], quote: cannot }] },
    ],
  };
}

function personOf(one: Shown, { childId, today }: FamilyProps): EasySection {
  const stage = stageOf(one, today);
  const blocks: EasyBlock[] = [
    { picture: 'eyes', lines: ['This is what they can see.', EASY_SEES[one.sees]] },
    { picture: 'a calendar', lines: [say`The last day is ${sayDate(one.untilOn)}.`] },
    { picture: 'a book', lines: [say`They opened ${String(one.opened.length)} pages.`] },
  ];
  if (stage === 'ended' || stage === 'run out') {
    return { heading: say`${one.name}`, blocks: [{ picture: 'a lock', lines: ['They cannot see it now.'] }] };
  }
  return {
    heading: say`${one.name}`,
    blocks: [...blocks, { picture: 'a stop sign', lines: ['You can stop this at any time.'] }],
    form: {
      action: `/family/${childId}/invitations/${one.id}/end`,
      key: one.endKey,
      button: 'Stop this now',
    },
  };
}

function form({ childId, formKey, typed, named }: FamilyProps): EasySection {
  return {
    heading: 'Ask somebody',
    blocks: [
      {
        picture: 'a name badge',
        lines: ['Who do you want to help you?'],
        field: { kind: 'text', name: 'name', label: 'Their full name', value: typed['name'] },
      },
      {
        picture: 'an email',
        lines: ['We send them an email.'],
        field: { kind: 'email', name: 'email', label: 'Their email', value: typed['email'] },
      },
      {
        picture: 'people',
        lines: ['Choose 1 of these.'],
        field: {
          kind: 'choice',
          name: 'relationship',
          label: 'Who are they to you?',
          value: typed['relationship'],
          choices: RELATIONSHIPS.map((value) => ({ value, text: say`${sayRelationship(value)}` })),
        },
      },
      {
        picture: 'eyes',
        lines: ['You choose what they see.'],
        field: {
          kind: 'choice',
          name: 'sees',
          label: 'What can they see?',
          value: typed['sees'],
          choices: SEES.map((value) => ({ value, text: EASY_SEES[value] })),
        },
      },
      {
        picture: 'a calendar',
        lines: ['It can be up to 2 years from now.'],
        field: { kind: 'date', name: 'until', label: 'What is the last day?', typed },
      },
      ...(named
        ? []
        : [
            {
              picture: 'a person',
              lines: ['Tell us who you are.'],
              field: { kind: 'text', name: 'from', label: 'Your name', value: typed['from'] },
            } as const,
          ]),
    ],
    form: { action: `/family/${childId}/invitations`, key: formKey, button: 'Ask them' },
  };
}
