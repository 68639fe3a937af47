import { AsTyped, SummaryList } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Voice, Way } from '../voice.ts';

export const WAY_WORDS = {
  words: 'In words',
  photograph: 'A photograph',
  drawing: 'A drawing',
  sound: 'A recording of sound',
  video: 'A video',
} as const satisfies Record<Way, string>;

/** What a child said for themself, each with how it was gathered, and whether they have seen it. */
export function VoicesView({ voices }: { voices: readonly Voice[] }) {
  return (
    <>
      {voices.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: `${WAY_WORDS[one.way]}, ${sayDate(one.gatheredOn)}` } }}
          rows={rowsOf(one)}
        />
      ))}
    </>
  );
}

function rowsOf(one: Voice) {
  const typed = (text: string) => <AsTyped>{text}</AsTyped>;
  return [
    ...(one.document === null
      ? []
      : [
          {
            key: 'The file',
            value: (
              <a class="govuk-link" href={`/documents/${one.document.id}`} dir="auto">
                {one.document.title}
              </a>
            ),
          },
        ]),
    {
      key: one.way === 'words' ? 'What they said' : 'What it shows or says',
      value: one.words === '' ? 'Nobody has described it yet' : typed(one.words),
    },
    { key: 'How it was gathered', value: typed(one.howGathered) },
    { key: 'Who helped', value: one.helpedBy === '' ? 'Nobody' : typed(one.helpedBy) },
    { key: 'Recorded by', value: one.recordedBy },
    {
      key: 'Have they seen it?',
      value:
        one.confirmed === null
          ? 'Not yet'
          : typed(`Yes, ${sayDate(one.confirmed.on)}: ${one.confirmed.how} (${one.confirmed.by})`),
    },
  ];
}
