import type { StaffRole } from '../platform/lens/index.ts';

/** The fictional authority: its code is none of the Department's. */
export const DEMO_AUTHORITY = {
  code: 998,
  name: 'Wexcombe Council',
  email: 'send@wexcombe.example',
  phone: '01632 960 100',
  address: 'SEND team, Wexcombe Council, The Guildhall, Wexcombe WX1 1AA',
  sendiass: 'Wexcombe SENDIASS: telephone 01632 960 150, advice@wexcombe-sendiass.example',
  safeguarding: 'Wexcombe children’s services: telephone 01632 960 190, day and night',
  mediationAdviser: 'Fairway Mediation: telephone 01632 960 170, hello@fairway-mediation.example',
} as const;

export type DemoPerson = {
  id: string;
  subject: string;
  name: string;
  email: string;
  /** What they do here, as the sign-in page says it. */
  does: string;
} & (
  | { kind: 'staff'; roles: readonly StaffRole[] }
  | { kind: 'organisation'; organisationId: string; administrator: boolean }
  | { kind: 'family' }
);

/** Organisations of the demonstration that are not settings on its register. */
export const DEMO_SERVICES = [
  { id: '0d000000-0000-4000-8000-000000000101', kind: 'school or college', name: 'Larkfield Primary School' },
  {
    id: '0d000000-0000-4000-8000-000000000102',
    kind: 'educational psychology',
    name: 'Wexcombe Educational Psychology Service',
  },
  { id: '0d000000-0000-4000-8000-000000000103', kind: 'health', name: 'Wexcombe Community Health' },
  {
    id: '0d000000-0000-4000-8000-000000000104',
    kind: 'social care',
    name: 'Wexcombe Children’s Social Care',
  },
  { id: '0d000000-0000-4000-8000-000000000105', kind: 'school or college', name: 'Hollybank School' },
  { id: '0d000000-0000-4000-8000-000000000106', kind: 'school or college', name: 'Wexcombe College' },
  { id: '0d000000-0000-4000-8000-000000000107', kind: 'nursery', name: 'Little Oaks Nursery' },
  { id: '0d000000-0000-4000-8000-000000000108', kind: 'health', name: 'Wexcombe Children’s Hospital' },
] as const;

const organisation = (index: number) => DEMO_SERVICES[index]?.id ?? '';

/** Whom the local identity provider offers to sign in as. Everyone is invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    ...person(1, 'Priya Raman', 'caseworker'),
    kind: 'staff',
    roles: ['caseworker'],
    does: 'Caseworker, SEND team',
  },
  {
    ...person(2, 'Tom Ashdown', 'manager'),
    kind: 'staff',
    roles: ['manager', 'caseworker'],
    does: 'Manager, SEND team',
  },
  {
    ...person(3, 'Grace Osei', 'administrator'),
    kind: 'staff',
    roles: ['administrator'],
    does: 'Administrator, SEND team',
  },
  {
    ...person(4, 'Helen Marsh', 'senco'),
    kind: 'organisation',
    organisationId: organisation(0),
    administrator: true,
    does: 'SENCO, Larkfield Primary School',
  },
  {
    ...person(5, 'David Lindqvist', 'psychologist'),
    kind: 'organisation',
    organisationId: organisation(1),
    administrator: true,
    does: 'Educational psychologist',
  },
  {
    ...person(6, 'Amina Yusuf', 'therapist'),
    kind: 'organisation',
    organisationId: organisation(2),
    administrator: true,
    does: 'Speech and language therapist, Wexcombe Community Health',
  },
  {
    ...person(7, 'Joe Barnett', 'social-worker'),
    kind: 'organisation',
    organisationId: organisation(3),
    administrator: true,
    does: 'Social worker',
  },
  {
    ...person(8, 'Ruth Adeyemi', 'head'),
    kind: 'organisation',
    organisationId: organisation(4),
    administrator: true,
    does: 'Head teacher, Hollybank School',
  },
  { ...person(9, 'Sarah Finch', 'parent'), kind: 'family', does: 'Parent' },
  {
    ...person(10, 'Leila Haddad', 'second-caseworker'),
    kind: 'staff',
    roles: ['caseworker'],
    does: 'Caseworker, SEND team',
  },
  { ...person(11, 'Kai Wren', 'young-person'), kind: 'family', does: 'Young person of 17' },
  {
    ...person(12, 'Miriam Okafor', 'clinical-officer'),
    kind: 'organisation',
    organisationId: organisation(2),
    administrator: false,
    does: 'Designated clinical officer, Wexcombe Community Health',
  },
  {
    ...person(13, 'Owen Price', 'panel'),
    kind: 'staff',
    roles: ['panel member'],
    does: 'Panel member',
  },
  {
    ...person(14, 'Nasreen Ali', 'finance'),
    kind: 'staff',
    roles: ['finance'],
    does: 'Finance officer',
  },
  {
    ...person(15, 'Beth Rowntree', 'college'),
    kind: 'organisation',
    organisationId: organisation(5),
    administrator: true,
    does: 'Learning support manager, Wexcombe College',
  },
  {
    ...person(16, 'Carys Bevan', 'nursery'),
    kind: 'organisation',
    organisationId: organisation(6),
    administrator: true,
    does: 'Manager, Little Oaks Nursery',
  },
  {
    ...person(17, 'Jo Meredith', 'advocate'),
    kind: 'family',
    does: 'SENDIASS adviser, invited by Sarah Finch',
  },
];

/**
 * Who signs in without having been let in by anybody: their sign-in says where they work, as DfE Sign-in would. One at a
 * school that has people here, who are asked; one at a school that has none.
 */
export const DEMO_NEWCOMERS = [
  {
    ...person(18, 'Dilys Hart', 'newcomer'),
    kind: 'organisation',
    does: 'New at Hollybank School: asks its head to let her in',
    organisation: claim('Hollybank School', '990002'),
  },
  {
    ...person(19, 'Femi Okoro', 'first-comer'),
    kind: 'organisation',
    does: 'SENCO at Millbeck Primary Academy, where nobody has signed in yet',
    organisation: claim('Millbeck Primary Academy', '990007'),
  },
] as const;

/** Who at which organisation is its designated clinical officer, as its administrator said; the authority's says that they see its area. */
export const DEMO_OFFICER = {
  organisationId: organisation(2),
  accountId: '0d000000-0000-4000-8000-000000000012',
  saidBy: '0d000000-0000-4000-8000-000000000006',
  namedBy: '0d000000-0000-4000-8000-000000000003',
} as const;

function claim(name: string, urn: string) {
  return { id: `demo-${urn}`, name, urn, ukprn: null, status: { id: 1, name: 'Open' } };
}

function person(number: number, name: string, subject: string) {
  const id = `0d000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id, subject, name, email: `${subject}@wexcombe.example` };
}
