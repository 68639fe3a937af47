import { fttRules, regs } from '../citations.ts';
import { group, WORKING_DAYS, weeks, within } from './build.ts';

const NUMBERS = 'We have not been able to check the numbers and wording of regulations 35 to 41.';

export const MEDIATION = group('Mediation', [
  {
    id: 'T18',
    name: 'Contact the mediation adviser',
    kind: 'right',
    starts: 'the decision letter is sent',
    period: within(2, 'months'),
    stops: 'the adviser is contacted',
    cite: regs(33, 'reg. 33', {
      note: 'It does not move when it ends on a weekend. Later than this, the tribunal’s leave is needed to appeal without a certificate.',
    }),
  },
  {
    id: 'T19',
    name: 'Mediation certificate, where mediation is not wanted',
    starts: 'the adviser is told',
    period: within(3, 'working days'),
    stops: 'the certificate is issued',
    cite: regs(34, 'reg. 34', { confidence: 'medium', note: WORKING_DAYS }),
  },
  {
    id: 'T20',
    name: 'Arrange mediation',
    starts: 'the authority is told mediation is wanted (for health alone, the commissioner)',
    period: within(30, 'days'),
    stops: 'mediation takes place',
    cite: regs(36, 'regs 35 to 41', {
      confidence: 'medium',
      note: `Read as calendar days, the safe limit. ${NUMBERS}`,
    }),
  },
  {
    id: 'T20a',
    name: 'Tell the health commissioner of a mediation issue',
    starts: 'the authority is told',
    period: within(3, 'working days'),
    stops: 'each commissioner is told',
    cite: regs(35, 'reg. 35', { confidence: 'medium', note: WORKING_DAYS }),
  },
  {
    id: 'T20b',
    name: 'Certificate where mediation was not arranged',
    starts: 'the adviser is told mediation cannot be arranged',
    period: within(3, 'working days'),
    stops: 'the certificate is issued',
    cite: regs(39, 'regs 35 to 41', { confidence: 'medium', note: `${WORKING_DAYS} ${NUMBERS}` }),
  },
  {
    id: 'T21',
    name: 'Certificate after mediation',
    starts: 'mediation ends',
    period: within(3, 'working days'),
    stops: 'the certificate is issued',
    cite: regs(39, 'regs 35 to 41', { confidence: 'medium', note: `${WORKING_DAYS} ${NUMBERS}` }),
  },
  {
    id: 'R42',
    name: 'Do what was agreed in mediation, on what cannot be appealed',
    starts: 'the agreement is made',
    period: weeks(2),
    stops: 'the authority, or the health commissioner, has done it',
    fixedBy: 'agreement in writing',
    cite: regs(42, 'reg. 42(3), (5)', {
      note: 'What can be appealed is done as if the tribunal had ordered it: see the limits after an order.',
    }),
  },
  {
    id: 'R42-tell',
    name: 'Health commissioner tells the authority what was agreed',
    starts: 'the agreement is made',
    period: weeks(1),
    stops: 'the authority is told',
    fixedBy: 'agreement in writing',
    cite: regs(42, 'reg. 42(4)', {
      note: 'Where the authority was not a party to the mediation.',
    }),
  },
]);

export const APPEALS = group('Appeals', [
  {
    id: 'T22',
    name: 'Appeal to the tribunal',
    kind: 'right',
    starts: 'the decision letter is sent',
    period: within(2, 'months'),
    or: { starts: 'the mediation certificate is issued', period: within(1, 'months') },
    rolls: 'tribunal',
    fixedBy: 'tribunal’s extension',
    stops: 'the tribunal receives the appeal, by 5pm',
    cite: fttRules('rr 12 and 20(1)(c)', { note: 'The tribunal may extend the time (r. 5).' }),
  },
  {
    id: 'T23',
    name: 'Respond to an appeal',
    starts: 'the authority receives the application notice',
    period: {
      unit: 'working days',
      count: 30,
      firstDayCounts: false,
      notCounted: 'tribunal holidays',
    },
    fixedBy: 'tribunal’s direction',
    stops: 'the response is sent, by 5pm',
    cite: fttRules('rr 12(3)(b) and 21', { note: 'A date fixed by the tribunal stands instead.' }),
  },
]);
