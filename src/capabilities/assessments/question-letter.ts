import type { WhereToTurn } from '../requests/index.ts';
import { type Paragraph, sayParagraph } from './paragraphs.ts';

/** The words staff send to an author who works for no organisation here, by whichever way they were asked. */
export function questionToSend(
  about: { childName: string; paragraph: Paragraph; adviserName: string; question: string },
  turn: WhereToTurn,
): string {
  return [
    `Dear ${about.adviserName}`,
    `Your advice about ${about.childName} (${sayParagraph(about.paragraph)}): what we ask`,
    `${turn.authority} has read your advice. A plan must say exactly what is provided, so we ask you:`,
    about.question,
    'Answer in your own words. If you cannot say it more exactly, tell us why. What you gave us stays on the file, and the family reads both.',
    `Contact us: ${turn.reach}`,
  ].join('\n\n');
}
