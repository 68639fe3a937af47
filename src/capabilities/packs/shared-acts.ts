import type { FamilyAct } from './act.ts';

/** Acts of a family on pages that it shares with staff and organisations. */
export const SHARED_ACTS: readonly FamilyAct[] = [
  {
    what: 'Add what the child or young person says',
    online: '/children/:childId/voice',
    byStaff: '/children/:childId/voice',
    form: {
      title: 'What the child or young person says',
      asks: [
        'Write their own words, or put in a picture they made and say here what it shows',
        'How they said it, and who helped them',
        'The day they said it',
      ],
      lines: 4,
    },
  },
  {
    what: 'Say that the child has seen what was written of what they say, and that it is what they mean',
    online: '/children/:childId/voice/:voiceId/confirmation',
    byStaff: '/children/:childId/voice/:voiceId/confirmation',
    // The paper for what the child says has room for it.
    form: null,
  },
  {
    what: 'Send us papers',
    online: '/children/:childId/documents',
    byStaff: '/children/:childId/documents',
    form: {
      title: 'Papers you send us',
      asks: ['What each paper is, who wrote it and when', 'Write “send them back” if you want them back'],
      lines: 3,
    },
  },
  {
    what: 'Take the request back',
    online: '/requests/:requestId/withdrawal',
    byStaff: '/requests/:requestId/ending',
    form: {
      title: 'Taking the request back',
      asks: [
        'Only whoever asked can take it back, and they can ask again later. Write “I take the request back”',
        'Why you take it back',
      ],
      lines: 3,
    },
    whileOpen: true,
  },
];
