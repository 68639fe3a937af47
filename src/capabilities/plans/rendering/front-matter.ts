import type { Block } from '../../../platform/pdf/blocks.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { MainContact, PlanContent, ServicesInvolved } from '../plan.ts';
import { fullName } from './view.ts';
import { orNone, type PlanSection, pairs, yesNo } from './wording.ts';

/** What stands before Section A, with the national template's own labels. */
export function frontMatter(content: PlanContent): PlanSection[] {
  return [
    { id: 'personal-details', title: 'Personal details', blocks: [personalDetails(content)] },
    { id: 'main-contacts', title: 'Main contacts', blocks: mainContacts(content.mainContacts) },
    { id: 'services', title: 'Services currently involved', blocks: [services(content.servicesInvolved)] },
  ];
}

/** Section A, in the template's two parts. */
export function sectionA({ a1, a2 }: PlanContent): Block[] {
  return [
    { kind: 'heading', level: 3, text: 'A1: Summary of history' },
    { kind: 'text', text: orNone(a1) },
    { kind: 'heading', level: 3, text: 'A2: Summary of views, interests and aspirations' },
    ...(['Views', 'Interests', 'Strengths', 'Aspirations'] as const).flatMap((label): Block[] => [
      { kind: 'heading', level: 4, text: label },
      { kind: 'text', text: orNone(A2_TEXT[label](a2)) },
    ]),
    { kind: 'heading', level: 4, text: 'How these views were collected, and by whom' },
    { kind: 'text', text: orNone(a2.howCollected) },
  ];
}

const A2_TEXT = {
  Views: (a2: PlanContent['a2']) => a2.views,
  Interests: (a2: PlanContent['a2']) => a2.interests,
  Strengths: (a2: PlanContent['a2']) => a2.strengths,
  Aspirations: (a2: PlanContent['a2']) => a2.aspirations,
};

function personalDetails(content: PlanContent): Block {
  const { personalDetails: person } = content;
  return pairs([
    ['Name', fullName(content)],
    ['Preferred name', person.preferredName],
    ['Date of birth', sayDate(person.dateOfBirth)],
    ['Sex', person.sex],
    ['Ethnicity', person.ethnicity],
    ['Child or young person first language', person.firstLanguage],
    ['Parent or carer first language', person.parentFirstLanguage],
  ]);
}

function mainContacts(contacts: readonly MainContact[]): Block[] {
  if (contacts.length === 0) return [{ kind: 'text', text: 'None recorded' }];
  return contacts.flatMap((contact, at): Block[] => [
    {
      kind: 'heading',
      level: 3,
      text:
        at === 0
          ? 'Main contact: Parent or carer 1 (or young person if they are applying independently)'
          : `Main contact: Parent or carer ${at + 1}`,
    },
    pairs([
      ['Name', contact.name],
      ['Relationship', contact.relationship],
      ['Email', contact.email],
      ['Telephone number', contact.telephone],
      [at === 0 ? 'Home address' : 'Home address (if different to parent or carer 1)', contact.address],
    ]),
  ]);
}

function services(involved: ServicesInvolved): Block {
  const { educationSetting, otherProfessionals, movingFrom } = involved;
  return pairs([
    ['Education setting', [educationSetting.name, educationSetting.identifier].filter(Boolean).join(', ')],
    ['GP and key health professional', involved.gpAndKeyHealthProfessional],
    ['NHS Number (if available)', involved.nhsNumber],
    ['Known to social care', yesNo(involved.knownToSocialCare)],
    ['Other professionals involved', otherProfessionals.join('\n')],
    ['Currently a looked after child?', yesNo(involved.lookedAfterNow)],
    ['Has been a looked after child?', yesNo(involved.lookedAfterBefore)],
    ['Is there a one page profile received?', yesNo(involved.onePageProfileReceived)],
    [
      'Child or young person moving to area with EHCP from a different LA?',
      movingFrom === null ? 'No' : `Yes, from ${movingFrom}`,
    ],
  ]);
}
