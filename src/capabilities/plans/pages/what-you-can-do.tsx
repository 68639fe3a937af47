import { InsetText } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';

type Props = {
  /** The reader was invited, and reads only. */
  onlyReads: boolean;
  childId: string;
  lastDay: PlainDate | null;
  over: boolean;
  hasPreference: boolean;
  hasFinished: boolean;
  sendiass: string | null;
  /** As the page says it that what came is called by: a draft, or what is proposed. */
  words: { still: string; lineByLine?: string; comment: string; prefer: string };
};

/** What a family may do about a plan that is put before it, each with where, and by when. */
export function WhatYouCanDo({ onlyReads, childId, lastDay, over, words, ...props }: Props) {
  const { hasPreference, hasFinished, sendiass } = props;
  const plan = `/family/${childId}/plan`;
  const list = {
    href: `/family/${childId}/tailored-list`,
    text: 'Read the list of settings that may suit, if there is one',
  };
  const says = [
    ...(words.lineByLine === undefined ? [] : [{ href: `${plan}/suggestions`, text: words.lineByLine }]),
    { href: `${plan}/comments`, text: words.comment },
    { href: `${plan}/preference`, text: hasPreference ? 'Change which setting you want' : words.prefer },
    list,
    { href: `${plan}/meetings`, text: 'Ask to meet one of our officers' },
    ...(hasFinished ? [] : [{ href: `${plan}/finished`, text: 'Say that you have nothing more to add' }]),
  ];
  const acts = onlyReads
    ? [{ href: `${plan}/suggestions`, text: 'Read it line by line, with what the family said' }, list]
    : says;
  return (
    <>
      <h2 class="govuk-heading-m">What you can do</h2>
      {lastDay !== null && (
        <InsetText>
          {over
            ? `You had until the end of ${sayDate(lastDay)}. ${words.still}`
            : `You have until the end of ${sayDate(lastDay)}.`}
        </InsetText>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {acts.map(({ href, text }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
        <li>Get free, impartial advice: {sendiass ?? 'ask us for your local service'}</li>
      </ul>
    </>
  );
}
