import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Consent } from '../../consent.ts';
import type { FamilyConsentsProps, FamilyWithdrawalProps } from '../family-consents.tsx';

/** What a family agreed to share, in Easy Read. */
export function consentsInEasyRead({ of, consents, healthBodies, invited }: FamilyConsentsProps): EasyRead {
  return {
    title: say`What you agreed to share about ${of.childName}`,
    back: { href: `/family/${of.childId}`, text: 'What is happening' },
    sections: [
      {
        blocks: [
          {
            picture: 'a thinking face',
            lines: ['You can change your mind at any time.', 'It will not make us slower.'],
          },
          ...(consents.length === 0
            ? [{ picture: 'a clipboard', lines: ['You have not agreed to anything yet.'] } as const]
            : []),
          ...consents.map((consent) => agreedIn(of.childId, consent, invited)),
          ...(invited ? [] : [sayYes(of.childId)]),
        ],
      },
      {
        heading: 'What we must still share',
        blocks: [
          {
            picture: 'scales',
            lines: ['The law says we must share some things.', 'We must do this even if you say no.'],
          },
          {
            picture: 'people',
            lines: [
              'We must tell some people that we are thinking about an assessment.',
              'We must also tell them what we decide.',
              'They are health services, social care and the school.',
              'We tell them who the child is, and not why we decided.',
            ],
          },
          {
            picture: 'a health worker',
            lines: [
              'In an assessment we must ask people what they know.',
              'We ask schools, health workers and others.',
            ],
          },
          { picture: 'a school', lines: ['We must ask a school before we put its name in a plan.'] },
        ],
      },
      ...(healthBodies.length === 0
        ? []
        : [
            {
              heading: 'Who sees that we are waiting',
              blocks: healthBodies.flatMap((body) => seenAt(of, body)),
            },
          ]),
    ],
  };
}

function seenAt({ childName }: FamilyConsentsProps['of'], body: string): EasyBlock[] {
  return [
    {
      picture: 'a health worker',
      lines: [
        say`At ${body} one or more people check that health workers answer us.`,
        say`They see the name ${childName}, and what we asked for.`,
      ],
    },
    {
      picture: 'eyes',
      lines: [
        'They see whom we asked, and who has it there.',
        'They see when we asked, and the last day to answer.',
      ],
    },
    { picture: 'a cross', lines: ['They do not see the answer.', 'They see nothing else.'] },
  ];
}

function sayYes(childId: string): EasyBlock {
  return {
    picture: 'a tick',
    lines: ['You can say yes to something more.'],
    link: { href: `/family/${childId}/consents/new`, text: 'Say yes to sharing' },
  };
}

function agreedIn(childId: string, consent: Consent, invited: boolean): EasyBlock {
  const { withdrawn, givenBy, givenOn, what } = consent;
  const agreed = say`${givenBy} agreed on ${sayDate(givenOn)}.`;
  if (withdrawn !== null) {
    const lines = [
      say`We shared this with ${whomOf(consent)}.`,
      agreed,
      say`${withdrawn.by} said no on ${sayDate(withdrawn.on)}.`,
      'We stopped.',
    ];
    return { picture: 'a cross', lines, quote: what };
  }
  return {
    picture: 'a tick',
    lines: [say`We may share this with ${whomOf(consent)}.`, agreed],
    quote: what,
    ...(invited
      ? {}
      : {
          link: { href: `/family/${childId}/consents/${consent.id}/withdrawal`, text: 'Stop sharing this' },
        }),
  };
}

/** Taking back what was agreed, in Easy Read. */
export function withdrawalInEasyRead({ of, consent, named, form }: FamilyWithdrawalProps): EasyRead {
  const back = `/family/${of.childId}/consents`;
  return {
    title: 'Stop sharing this?',
    back: { href: back, text: 'What you agreed to share' },
    errors: form.errors,
    sections: [
      {
        blocks: [
          {
            picture: 'people',
            lines: [say`We may share this with ${whomOf(consent)}.`],
            quote: consent.what,
          },
          {
            picture: 'eyes',
            lines: ['They may have read some of it.', 'We cannot change that.'],
          },
        ],
      },
      {
        heading: 'Say no',
        blocks: [
          {
            picture: 'a stop sign',
            lines: ['We will stop at once.', 'You can say yes again later.'],
          },
          ...(named
            ? []
            : [
                {
                  picture: 'a name badge',
                  lines: ['Tell us who you are.'],
                  field: {
                    kind: 'text',
                    name: 'from',
                    label: 'Your name',
                    value: form.typed['from'],
                    autocomplete: 'name',
                  },
                } as const,
              ]),
        ],
        form: { action: `${back}/${consent.id}/withdrawal`, key: form.formKey, button: 'Stop sharing this' },
      },
    ],
  };
}

function whomOf({ agency, organisationName }: Consent): string {
  return organisationName ?? (agency === 'another' ? 'somebody else' : agency);
}
