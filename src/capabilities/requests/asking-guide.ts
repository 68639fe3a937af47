import { type Citation, VARIANT_LAW } from '../../law/index.ts';

/* The guide to asking: what help there is, what the law's test is, and that anyone may ask now. It is words and nothing
   else: no answer is kept, none of them leads anywhere that does not end with asking. */

export const SITUATIONS = ['baby', 'early-years', 'school', 'college', 'home', 'custody'] as const;
export type Situation = (typeof SITUATIONS)[number];

export const ANSWERS = ['yes', 'unsure', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

export type SituationWords = {
  /** As one of a list of answers to "Who are you worried about?". */
  choice: string;
  title: string;
  /** The help there is without a plan, and who must give it. */
  help: readonly string[];
};

/** Where somebody may be, and the help the law already expects there. */
export const SITUATION_WORDS = {
  baby: {
    choice: 'A child under 2',
    title: 'Help for a child under 2',
    help: [
      'Health visitors, therapists and portage workers can help at home.',
      'You can ask for an assessment from the day a child is born. Nobody has to be at a nursery first.',
    ],
  },
  'early-years': {
    choice: 'A child at nursery, with a childminder or at home',
    title: 'Help in the early years',
    help: [
      'A nursery or pre-school that gets public money must look out for children who find things hard. It must plan help with you, try it, and look again at how it went.',
      'You can ask us what help there is near you.',
    ],
  },
  school: {
    choice: 'A child at school',
    title: 'Help at school',
    help: [
      'A school must do all it can to give a pupil the help they need. This is called SEN support. It does not need a plan or a diagnosis.',
      'The school finds out what is hard, plans help with you, gives it, and looks again at how it went. It should meet you at least three times a year.',
      'The person in charge of this is the SEN co-ordinator. You can ask to meet them.',
    ],
  },
  college: {
    choice: 'A young person at college, in training or neither',
    title: 'Help after 16',
    help: [
      'A college or sixth form must do all it can to give a student the help they need.',
      'From 16 the young person usually asks for themself. You can help them.',
      'They can ask up to the age of 25, and also when they are not learning anywhere now.',
    ],
  },
  home: {
    choice: 'A child taught at home',
    title: 'Help when a child is taught at home',
    help: [
      'You have the same right to ask as anybody else. You do not have to go back to school to ask.',
      'You can ask the SEND team and the advice service what help there is near you.',
    ],
  },
  custody: {
    choice: 'Somebody in custody',
    title: 'Help in custody',
    help: [
      'A parent, a young person, or the person in charge of the place can ask. You ask the authority where the young person lives when they are not in custody.',
      'The assessment looks at what help they will need when they leave.',
    ],
  },
} as const satisfies Record<Situation, SituationWords>;

export function isSituation(text: string): text is Situation {
  return SITUATIONS.some((one) => one === text);
}

/** Where the law of a situation is, for whoever wants to read it. */
export function lawOf(situation: Situation): readonly { text: string; cite: Citation }[] {
  const variant = {
    baby: 'under 2',
    'early-years': 'early years',
    school: 'school',
    college: 'post-16',
    home: 'home educated',
    custody: 'custody',
  } as const satisfies Record<Situation, string>;
  return VARIANT_LAW[variant[situation]].says;
}

/**
 * What to say to two answers about the law's test (Children and Families Act 2014, s36(8)). Whatever they are, it says
 * that they may ask, and never that they should not or that they should wait: the authority decides, and not this page.
 */
export function sayOf(hasNeeds: Answer, needsMore: Answer): { title: string; paragraphs: readonly string[] } {
  if (hasNeeds === 'yes' && needsMore === 'yes') {
    return {
      title: 'What you say is what the law asks about',
      paragraphs: [
        'You have said yes to both of the questions we have to answer. You can ask now, and tell us in your own words.',
      ],
    };
  }
  if (hasNeeds === 'no') {
    return {
      title: 'You can ask us to look',
      paragraphs: [
        'You do not have to be sure of anything to ask. The law says “has or may have” special educational needs: it is for us to find out.',
        'If something worries you, say what you see. You can also talk to the nursery, school or college, and to the free advice service, at the same time.',
      ],
    };
  }
  if (needsMore === 'no') {
    return {
      title: 'You can ask, and get help now too',
      paragraphs: [
        'The help in place may be working, and you may still ask: the law’s question is whether a plan may be needed, now or as things change.',
        'Keep talking to the nursery, school or college about what helps.',
      ],
    };
  }
  return {
    title: 'You do not have to be sure',
    paragraphs: [
      'The law says “may have” and “may be necessary”. It is for us to find out, and for you to tell us what you see.',
    ],
  };
}

/** What people are told that is not so, and what is. */
export const NOT_SO: readonly { heard: string; so: string }[] = [
  {
    heard: '“You need a diagnosis first.”',
    so: 'You do not. The test is about what is hard and what help is needed.',
  },
  { heard: '“The school has to agree.”', so: 'It does not. A parent or a young person can ask by themself.' },
  {
    heard: '“They have to be far behind.”',
    so: 'No. There is no mark or level in the test. Worry, illness, behaviour and getting about count too.',
  },
  {
    heard: '“The school has to try for longer, or spend more, first.”',
    so: 'No amount of time or money is in the test. What has been tried is part of what we look at.',
  },
  { heard: '“You can only ask once.”', so: 'You can ask again.' },
];
