import { type EasyBlock, type EasyLine, type PictureName, say } from '../../../../design-system/index.ts';
import type { TrackerProps } from '../tracker.tsx';

/** What they can do: the usual page’s own list, each with its picture and easier words; one that has none yet keeps its own. */
export function acts({
  childId,
  step,
  todo,
  invited,
}: Pick<TrackerProps, 'childId' | 'step' | 'todo' | 'invited'>): EasyBlock[] {
  const easier: Readonly<Record<string, { picture: PictureName; lines: EasyLine[]; text: EasyLine }>> = {
    messages: {
      picture: 'a speech bubble',
      lines: ['You can write to us.'],
      text: 'Write to us',
    },
    views: {
      picture: 'a thinking face',
      lines: ['You can tell us your views.'],
      text: 'Tell us your views',
    },
    professionals: {
      picture: 'people who help',
      lines: ['You can tell us who helps.'],
      text: 'Tell us who helps',
    },
    voice: {
      picture: 'a child',
      lines: ['You can say it or show it.', 'You can use words, pictures or sounds.'],
      text: 'Say it or show it',
    },
    advice: { picture: 'people', lines: ['You can see who told us what.'], text: 'See the advice' },
    invitations: {
      picture: 'people who help',
      lines: ['You can ask somebody to help you.'],
      text: 'Ask somebody to help you',
    },
    'pack.pdf': {
      picture: 'a printer',
      lines: ['You can print this.'],
      text: 'Print this',
    },
    'large-print-pack.pdf': {
      picture: 'a printer',
      lines: ['You can print this with big words.'],
      text: 'Print this with big words',
    },
    updates: {
      picture: 'a bell',
      lines: ['You can choose how often we tell you things.'],
      text: 'Choose how often',
    },
    experience: {
      picture: 'a star',
      lines: ['You can tell us how it went.'],
      text: 'Tell us how it went',
    },
    plan: { picture: 'a paper', lines: ['You can look at the plan.'], text: 'See the plan' },
    mine: {
      picture: 'a notepad',
      lines: ['You can have a plan in your own words.'],
      text: 'My plan',
    },
    placement: {
      picture: 'a school',
      lines: ['You can see where you learn.', 'You can say if you do not get your help.'],
      text: 'See where you learn',
    },
    amendment: {
      picture: 'a bell',
      lines: ['We want to change the plan.', 'You can say what you think.'],
      text: 'See the changes',
    },
    'contact-details': {
      picture: 'a letter',
      lines: ['You can choose how we write to you.'],
      text: 'Choose how we write',
    },
    consents: {
      picture: 'a lock',
      lines: ['You can say who we may tell.'],
      text: 'See who we may tell',
    },
    withdrawal:
      step === 'closed'
        ? { picture: 'a folder', lines: ['You can see how this ended.'], text: 'See how it ended' }
        : { picture: 'a stop sign', lines: ['You can ask us to stop.'], text: 'Ask us to stop' },
  };
  const blocks = todo.map(({ href, text }): EasyBlock => {
    const easy = easier[href.slice(href.lastIndexOf('/') + 1)];
    if (easy === undefined)
      return {
        picture: 'an arrow forward',
        lines: ['There is more you can do.'],
        link: { href, text: say`${text}` },
      };
    return { picture: easy.picture, lines: easy.lines, link: { href, text: easy.text } };
  });
  return invited ? blocks : [sendPapers(childId), ...blocks, readers(childId)];
}

function sendPapers(childId: string): EasyBlock {
  return {
    picture: 'a paper',
    lines: ['You can send us papers.', 'You can do this on any day.'],
    link: { href: `/children/${childId}/documents/new`, text: 'Send papers' },
  };
}

function readers(childId: string): EasyBlock {
  return {
    picture: 'eyes',
    lines: ['You can see who looked at the papers.'],
    link: { href: `/family/${childId}/readers`, text: 'See who looked' },
  };
}
