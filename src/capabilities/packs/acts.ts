import type { FamilyAct } from './act.ts';
import { SHARED_ACTS } from './shared-acts.ts';

/* Everything a family does online, and how the same is done by telephone or on paper and written down by staff. */

/** Each act of a family with its twin: a test holds the list to the routes, so that none is without. */
export const FAMILY_ACTS: readonly FamilyAct[] = [
  {
    what: 'Write to the SEND team',
    online: '/family/:childId/messages',
    byStaff: '/cases/:childId/messages/heard',
    form: { title: 'A message to the SEND team', asks: ['Your message'], lines: 10 },
  },
  {
    what: 'Give your own views and advice',
    online: '/family/:childId/views',
    byStaff: '/assessments/:assessmentId/advice-requests/:adviceRequestId/advice',
    form: {
      title: 'Your views',
      asks: ['What you want us to know', 'What you want to happen'],
      lines: 8,
    },
  },
  {
    what: 'Say if advice given before is enough',
    online: '/family/:childId/existing-advice/:existingAdviceId',
    byStaff: '/assessments/:assessmentId/existing-advice/:existingAdviceId/agreements',
    form: {
      title: 'Advice given before',
      asks: ['Whose advice it is', 'Is it enough? Write yes or no'],
      lines: 1,
    },
  },
  {
    what: 'Say what you think of a draft plan',
    online: '/family/:childId/plan/comments',
    byStaff: '/plans/:planId/comments',
    form: {
      title: 'What you think of the draft plan',
      asks: ['Which part of the draft', 'What you think'],
      lines: 6,
    },
  },
  {
    what: 'Say more about a comment of yours, or that it is settled',
    online: '/family/:childId/plan/comments/:commentId/replies',
    byStaff: '/plans/:planId/comments/:commentId/replies',
    // What is said of the draft on paper has room for it.
    form: null,
  },
  {
    what: 'Suggest other words for a draft plan',
    online: '/family/:childId/plan/suggestions',
    byStaff: '/plans/:planId/suggestions',
    // What is said of the draft on paper has room for it.
    form: null,
  },
  {
    what: 'Ask to meet about a draft plan',
    online: '/family/:childId/plan/meetings',
    byStaff: '/plans/:planId/meetings',
    form: { title: 'Asking to meet', asks: ['When and where suits you'], lines: 3 },
  },
  {
    what: 'Ask for a nursery, school or college',
    online: '/family/:childId/plan/preference',
    byStaff: '/plans/:planId/preference',
    form: {
      title: 'The nursery, school or college you want',
      asks: ['Its name and where it is', 'Why you want it'],
      lines: 3,
    },
  },
  {
    what: 'Add a setting to the tailored list',
    online: '/family/:childId/tailored-list/additions',
    byStaff: '/plans/:planId/tailored-lists/additions',
    // What is said of the setting wanted has room for it.
    form: null,
  },
  {
    what: 'Say that you want no tailored list',
    online: '/family/:childId/tailored-list/decline',
    byStaff: '/plans/:planId/tailored-lists/decline',
    form: null,
  },
  {
    what: 'Keep a note of your own about a setting',
    online: '/family/:childId/tailored-list/settings/:settingId',
    // Nobody else reads a note: what staff are to know of a setting is said with adding it.
    byStaff: '/plans/:planId/tailored-lists/additions',
    form: null,
  },
  {
    what: 'Say that you have finished with a draft plan',
    online: '/family/:childId/plan/finished',
    byStaff: '/plans/:planId/finished',
    form: null,
  },
  {
    what: 'Write My plan in the child’s own words',
    online: '/family/:childId/plan/mine',
    byStaff: '/plans/:planId/mine',
    form: {
      title: 'My plan, in the child’s own words',
      asks: [
        'What is good',
        'What is hard',
        'What helps me',
        'What I want',
        'How we wrote it, and who helped',
      ],
      lines: 3,
    },
  },
  {
    what: 'Say that My plan is what the child means',
    online: '/family/:childId/plan/mine/confirmation',
    byStaff: '/plans/:planId/mine/confirmation',
    form: null,
  },
  {
    what: 'Say that help in the plan is not happening',
    online: '/family/:childId/placement/lines/:rowId',
    byStaff: '/cases/:childId/placements/problems/new',
    form: {
      title: 'Help in the plan that is not happening',
      asks: ['Which part of the plan', 'What is not happening, and since when'],
      lines: 4,
    },
  },
  {
    what: 'Say that help in the plan is still not happening',
    online: '/family/:childId/placement/problems/:problemId/reopening',
    byStaff: '/cases/:childId/placements/problems/:problemId/reopening',
    // The paper for what is not happening has room for it.
    form: null,
  },
  {
    what: 'Say whether each part of the plan is in place',
    online: '/family/:childId/placement/checks/:checkId',
    byStaff: '/cases/:childId/placements/checks/:checkId',
    form: {
      title: 'Is the help in the plan in place?',
      asks: ['For each part: write its name, and yes, partly or no', 'What is not happening'],
      lines: 6,
    },
  },
  {
    what: 'Invite somebody to help you',
    online: '/family/:childId/invitations',
    byStaff: '/cases/:childId/invitations',
    form: {
      title: 'Inviting somebody to help you',
      asks: [
        'Their name and email address',
        'Who they are to you',
        'Write “everything”, or “only where things are, and messages”',
        'The last day they may see it',
      ],
      lines: 1,
    },
  },
  {
    what: 'Take an invitation back',
    online: '/family/:childId/invitations/:invitationId/end',
    byStaff: '/cases/:childId/invitations/:invitationId/end',
    form: null,
  },
  {
    what: 'Choose how often we tell you',
    online: '/family/:childId/updates',
    byStaff: '/cases/:childId/updates',
    form: {
      title: 'How often we tell you',
      asks: [
        'Write “each change”, “once a day”, “once a week” or “only letters the law says you must send”',
        'Write how it should come: “as my letters do”, “email”, “text” or “post”',
      ],
      lines: 1,
    },
  },
  {
    what: 'Tell us how it went',
    online: '/family/:childId/experience/:invitationId',
    byStaff: '/cases/:childId/experience/:invitationId',
    form: {
      title: 'How it went',
      asks: [
        'What you are telling us about: the request, the assessment, the plan or the place',
        'How far you agree (a lot, agree, neither, disagree, a lot): I knew what would happen next; I was listened to',
        'Write “count my answers” if we may count them with other people’s',
      ],
      lines: 3,
    },
  },
  {
    what: 'Say that you do not want to tell us how it went',
    online: '/family/:childId/experience/:invitationId/declining',
    byStaff: '/cases/:childId/experience/:invitationId/declining',
    form: null,
  },
  {
    what: 'Say whether you want to be asked how it went',
    online: '/family/:childId/experience/choice',
    byStaff: '/cases/:childId/experience/choices',
    form: null,
  },
  {
    what: 'Agree to share something',
    online: '/family/:childId/consents/new',
    byStaff: '/cases/:childId/consents/new',
    form: {
      title: 'Agreeing to share something',
      asks: ['Whom we may share with', 'What we may share'],
      lines: 3,
    },
  },
  {
    what: 'Take back your agreement to share',
    online: '/family/:childId/consents/:consentId/withdrawal',
    byStaff: '/cases/:childId/consents/:consentId/withdrawal',
    form: {
      title: 'Taking back your agreement to share',
      asks: ['Whom we may no longer share with, and what'],
      lines: 3,
    },
  },
  {
    what: 'Tell us how to reach you',
    online: '/family/:childId/contact-details',
    byStaff: '/cases/:childId/people/:contactId/details',
    form: {
      title: 'How to reach you',
      asks: [
        'Your address and postcode',
        'Your telephone number and email address',
        'How we should write to you, and in what form',
      ],
      lines: 2,
    },
  },
  {
    what: 'Tell us who knows the child or young person',
    online: '/family/:childId/professionals',
    byStaff: '/assessments/:assessmentId/professionals',
    form: {
      title: 'Who knows the child or young person',
      asks: ['Their name, and what they do', 'Where they work'],
      lines: 4,
    },
  },
  {
    what: 'Take somebody off the list of who knows the child or young person',
    online: '/family/:childId/professionals/:professionalId/removal',
    byStaff: '/assessments/:assessmentId/professionals/:professionalId/removal',
    form: null,
  },
  {
    what: 'Say that the list of who knows the child or young person is right',
    online: '/family/:childId/professionals/confirmation',
    byStaff: '/assessments/:assessmentId/professionals/questions/:questionId/answer',
    form: null,
  },
  ...SHARED_ACTS,
];
