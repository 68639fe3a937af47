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
