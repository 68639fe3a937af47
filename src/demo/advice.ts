/* What the demonstration's professionals say: for each thing that is hard for a child, one need, its outcome and provision. */

type Said = {
  /** What is hard, as the request says it: “finds it hard …”. */
  hard: string;
  area:
    | 'communication and interaction'
    | 'cognition and learning'
    | 'social, emotional and mental health'
    | 'sensory and/or physical';
  strengths: string;
  need: string;
  evidence: string;
  outcome: string;
  steps: string;
  what: string;
  who: string;
  ratio: string;
  frequency: string;
  durationEachTime: string;
  review: string;
};

export const SAID: readonly [Said, ...Said[]] = [
  {
    hard: 'understanding what is said in a busy classroom',
    area: 'communication and interaction',
    strengths: 'listens closely to stories, and remembers what was shown in pictures.',
    need: 'Finds it hard to follow spoken instructions of more than two steps.',
    evidence: 'Followed two of ten three-step instructions in class; understood eight of ten with pictures.',
    outcome: 'Will follow three-step spoken instructions in class on eight days of ten.',
    steps: 'Two steps with pictures by the end of the first term.',
    what: 'A language programme with picture prompts',
    who: 'a teaching assistant trained and supervised by a speech and language therapist',
    ratio: '1 to 1',
    frequency: 'three times a week in term time',
    durationEachTime: '20 minutes',
    review: 'every term, by the therapist',
  },
  {
    hard: 'managing big feelings when plans change',
    area: 'social, emotional and mental health',
    strengths: 'is kind to younger children, and says sorry without being asked.',
    need: 'Becomes very distressed when the day changes without warning, and cannot settle by being told to.',
    evidence:
      'Left the classroom on 14 of 20 days watched; 11 of them after a change nobody had told of before.',
    outcome: 'Will tell an adult of a worry before leaving the room, on four days of five.',
    steps: 'Uses a card to ask for a break by the end of the first term.',
    what: 'A planned start to each day, and teaching of ways to stay calm',
    who: 'a teaching assistant trained by the educational psychologist',
    ratio: '1 to 1',
    frequency: 'every school day',
    durationEachTime: '15 minutes at the start of the day, and a place to go whenever it is asked for',
    review: 'every half term, by the educational psychologist',
  },
  {
    hard: 'learning to read and write at the pace of the class',
    area: 'cognition and learning',
    strengths: 'works things out from what is in front of them, and builds models with great care.',
    need: 'Reads and spells far below what is expected for the age, and works slowly from print.',
    evidence: 'Reads 12 of the 100 first words; progress of two words in the last two terms with group help.',
    outcome: 'Will read a short unknown passage alone and answer three questions about it.',
    steps: 'Fifty of the first words by the end of the year.',
    what: 'A structured reading and spelling programme',
    who: 'a teacher with a qualification in specific learning difficulties',
    ratio: '1 adult to 2 children',
    frequency: 'four times a week in term time',
    durationEachTime: '30 minutes',
    review: 'every term, against the words read',
  },
  {
    hard: 'moving around the school safely and holding a pencil',
    area: 'sensory and/or physical',
    strengths: 'keeps trying at hard things, and loves swimming.',
    need: 'Tires quickly, is unsteady on stairs and cannot yet write for more than five minutes.',
    evidence: 'Fell four times in two weeks of playtimes; wrote one line in ten minutes with a pencil grip.',
    outcome: 'Will move between lessons safely alone, and record a paragraph by keyboard.',
    steps: 'Types the names of ten lessons and uses the handrail unprompted by the end of the first term.',
    what: 'A programme of exercises, and teaching of keyboard skills',
    who: 'a teaching assistant trained by an occupational therapist',
    ratio: '1 to 1',
    frequency: 'three times a week in term time',
    durationEachTime: '25 minutes',
    review: 'twice a year, by the occupational therapist',
  },
  {
    hard: 'making and keeping friends',
    area: 'social, emotional and mental health',
    strengths: 'knows a great deal about trains, and likes to teach it to others.',
    need: 'Wants friends but does not read other children’s signals, and is alone at most playtimes.',
    evidence: 'Played with another child for 4 of 60 minutes watched; was sent away by a group twice.',
    outcome: 'Will play a game with two others at lunch for fifteen minutes, on three days of five.',
    steps: 'Joins one adult-led game a week by the end of the first term.',
    what: 'A small social group, and adult help to join in at lunch',
    who: 'a teaching assistant trained by a speech and language therapist',
    ratio: '1 adult to 4 children',
    frequency: 'twice a week in term time',
    durationEachTime: '30 minutes',
    review: 'every term, with the family',
  },
  {
    hard: 'following the day without someone beside them',
    area: 'cognition and learning',
    strengths: 'finishes what has a clear beginning and end, and is proud to show it.',
    need: 'Cannot yet start or go on with a task alone, and loses what was said about it within minutes.',
    evidence: 'Worked alone for two minutes of a thirty-minute lesson; for eleven with a task board.',
    outcome: 'Will start and finish a ten-minute task alone from a task board, twice a day.',
    steps: 'Five minutes, with one reminder, by the end of the first term.',
    what: 'A task board made for each lesson, and teaching to use it',
    who: 'a teaching assistant trained by the educational psychologist',
    ratio: '1 adult to 3 children',
    frequency: 'in every English and mathematics lesson',
    durationEachTime: '10 minutes in each lesson',
    review: 'every half term, by the SENCO',
  },
];

function saidOf(hard: string, further = 0): Said {
  const place = SAID.findIndex((one) => one.hard === hard);
  return SAID[(place + further) % SAID.length] ?? SAID[0];
}

/** In which of section B's areas the child's strengths are told, and how. */
export function strengthsOf(hard: string, givenName: string): { area: string; strengths: string } {
  const { area, strengths } = saidOf(hard);
  return { area, strengths: `${givenName} ${strengths}` };
}

const OWN_WORDS = [
  {
    best: 'Say one thing at a time, show a picture of it, and wait.',
    interests: 'Swimming, drawing dragons, and the bus to town.',
    aspirations: 'To have a best friend, and to look after animals one day.',
  },
  {
    best: 'Sit side by side, ask what happened first, and write it down together.',
    interests: 'Trains, maps, and knowing how things are built.',
    aspirations: 'To go to the big school with everybody else, and to drive a train.',
  },
  {
    best: 'Use the now-and-next board, and give a choice of two.',
    interests: 'Baking with Grandma, music with a beat, and the park when it is quiet.',
    aspirations: 'To read a whole book alone, and to work in a kitchen.',
  },
] as const;

/** What a plan's Section A says of a child, and in what words: theirs, as staff sat with them. */
export function sectionAOf(hard: string, givenName: string) {
  const place = SAID.findIndex((one) => one.hard === hard);
  const { best, interests, aspirations } = OWN_WORDS[Math.max(0, place) % OWN_WORDS.length] ?? OWN_WORDS[0];
  const { strengths } = saidOf(hard);
  return {
    a1: `${givenName} lives with family in Wexcombe, and has had extra help at school for more than a year. What is hardest is ${hard}. How best to talk with ${givenName}: ${best}`,
    interests,
    strengths: `${givenName} ${strengths}`,
    aspirations,
    sat: `${givenName} drew and talked with a teaching assistant, who wrote the words down and read them back.`,
  };
}

/** What stands in one adviser's signed advice, by the paragraph of reg. 6(1) it was asked under. */
export function adviceContent(paragraph: string, hard: string, givenName: string) {
  const statement = (text: string, notKnown = false) => ({ statement: { version: 1, text, notKnown } });
  if (paragraph === 'a') return { ...statement(`We worry most about ${hard}.`), rows: [] };
  if (paragraph === 'e')
    return { ...statement('We have no record of this child or family.', true), rows: [] };
  // School, health and psychology each write of something else, so that no plan says one thing three times.
  const said = saidOf(hard, paragraph === 'b' ? 0 : paragraph === 'c' ? 1 : 2);
  return {
    ...statement(`I saw ${givenName} on two mornings, and read the records.`),
    rows: rowsOf(said, SAID.indexOf(said)),
  };
}

function rowsOf(said: Said, place: number) {
  const id = (row: number) => `0d000000-0000-4000-8000-00000000a${place}0${row}`;
  const { hard: _, strengths: __, need, evidence, outcome, steps, area, ...provision } = said;
  return [
    { kind: 'need', id: id(1), version: 1, area, text: need, evidence, noProvision: '' },
    {
      kind: 'outcome',
      id: id(2),
      version: 1,
      under: id(1),
      text: outcome,
      steps,
      byWhen: 'the end of the key stage',
    },
    {
      kind: 'provision',
      id: id(3),
      version: 1,
      under: id(2),
      ...provision,
      text: '',
      whyNotSpecified: '',
      section: '',
    },
  ];
}
