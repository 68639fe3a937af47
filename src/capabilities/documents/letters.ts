import { type PlainDate, sayDate } from '../../shared/plain-date.ts';

/** To staff, when a withheld document is due to be looked at again. It names no child and no document. */
export function reviewDue({ name, reviewBy, href }: { name: string; reviewBy: PlainDate; href: string }) {
  return {
    subject: 'A document withheld from a family is to be looked at again',
    body: [
      `Dear ${name}`,
      `A document is withheld from a family, and was to be looked at again by ${sayDate(reviewBy)}. Decide whether it can be shown to them now.`,
      `Sign in to look at it: ${href}`,
    ].join('\n\n'),
  };
}

/** To whoever sent a file, and to staff, when it did not pass the check for viruses. It names no child and no file. */
export function harmfulFile({ name, href }: { name: string; href: string }) {
  return {
    subject: 'A file did not pass the check for viruses',
    body: [
      name === '' ? 'Hello' : `Dear ${name}`,
      'A file that was sent to a child’s file did not pass the check for viruses. Nobody can open it. It counts as received on the day it came.',
      'Whoever sent it can send the same words again: save them as a new PDF, or photograph the pages.',
      `Sign in to see which file it is: ${href}`,
    ].join('\n\n'),
  };
}

/** To staff, when a file was not opened for one of the family. It names no child, no file and nobody. */
export function keptBack({ name, href }: { name: string; href: string }) {
  return {
    subject: 'A file was kept back from somebody, to keep people safe',
    body: [
      `Dear ${name}`,
      'Somebody of a family opened a file that says how to reach somebody else on the child’s file. It was not shown to them. They may need a copy without it.',
      `Sign in to see which file it is: ${href}`,
    ].join('\n\n'),
  };
}
