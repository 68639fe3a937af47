import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { WhereToTurn, Words } from './letters.ts';
import { NOTICE_LAW, type Notice, OFFICE_WORDS, type Office } from './notice.ts';
import type { Outcome } from './request.ts';

/* What is written to those whom the law has told beside the family: who the child is, and what was decided. No more. */

export const NOTICE_TEMPLATES = {
  considering: 'notice that an assessment is considered',
  decision: 'notice of the decision whether to assess',
} as const satisfies Record<Notice, string>;

type About = {
  notice: Notice;
  office: Office;
  childName: string;
  bornOn: PlainDate;
  decideBy: PlainDate;
  outcome: Outcome | null;
  /** The family has not been told, because that may not be safe or nobody could be written to. */
  familyUntold: boolean;
};

/** The notice to one of them: the least that says which child it is of. */
export function noticeToOthers(about: About, turn: WhereToTurn): Words {
  const { notice, office, childName, bornOn } = about;
  const who = `${childName}, born on ${sayDate(bornOn)}`;
  const what =
    notice === 'considering'
      ? `${turn.authority} is considering whether to assess the education, health and care needs of ${who}. It must decide by ${sayDate(about.decideBy)}.`
      : `${turn.authority} has decided ${about.outcome === 'assess' ? 'to assess' : 'not to assess'} the education, health and care needs of ${who}.`;
  return {
    subject:
      notice === 'considering'
        ? `An assessment is being considered: ${childName}`
        : `Whether we assess: ${childName}`,
    body: [
      what,
      `We must tell you as ${OFFICE_WORDS[office]} (${NOTICE_LAW[notice]}). You do not have to answer. If we need advice from you, we ask for it separately.`,
      ...(about.familyUntold
        ? [
            'We have not told the family of this. It may not be safe. Do not speak of it to the child, the family or anybody who may tell them: contact us first.',
          ]
        : []),
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}
