import { Tag, type TagColour } from '../../../design-system/index.ts';
import { checkOf, type Placed } from '../checking.ts';
import type { Severity } from '../checks/check.ts';

const SEVERITY_TAG = {
  blocking: { text: 'Stops it', colour: 'red' },
  warning: { text: 'Probably wrong', colour: 'orange' },
  advice: { text: 'Worth a look', colour: 'grey' },
} as const satisfies Record<Severity, { text: string; colour: TagColour }>;

type Props = { findings: readonly Placed[]; at?: (finding: Placed) => { href: string; text: string } | null };

/** What the rules found, the gravest first: the words they mean, why, what to do, and the law. */
export function Findings({ findings, at }: Props) {
  return (
    <ul class="govuk-list opensend-findings">
      {findings.map((finding) => {
        const place = at?.(finding) ?? null;
        return (
          <li key={`${finding.rule} ${finding.row} ${finding.span.join(' ')} ${finding.why}`}>
            <Tag colour={SEVERITY_TAG[finding.severity].colour}>{SEVERITY_TAG[finding.severity].text}</Tag>{' '}
            {place !== null && (
              <>
                <a class="govuk-link" href={place.href}>
                  {place.text}
                </a>
                :{' '}
              </>
            )}
            <strong class="govuk-!-font-weight-bold">{sentence(finding.why)}</strong>{' '}
            <Words finding={finding} />
            {sentence(finding.suggestion)} <Law finding={finding} />
          </li>
        );
      })}
    </ul>
  );
}

/** With a full stop, where it does not end in one or in a question. */
export function sentence(words: string): string {
  return /[.?]$/.test(words) ? words : `${words}.`;
}

function Law({ finding }: { finding: Placed }) {
  const cite = checkOf(finding)?.cite;
  if (cite === undefined) return null;
  return (
    <a class="govuk-link" href={cite.url}>
      {finding.provision}
    </a>
  );
}

const AROUND = 40;

// A finding about the whole of a text marks nothing in it: the text is beside it.
function Words({ finding: { text, span } }: { finding: Placed }) {
  const [from, to] = span;
  if (from === 0 && to >= text.length) return null;
  const begin = Math.max(0, text.indexOf(' ', from - AROUND - 1) + 1);
  const before = from <= AROUND ? text.slice(0, from) : text.slice(Math.min(begin, from), from);
  const after = text.slice(to, to + AROUND);
  return (
    <>
      “{from > AROUND && '…'}
      {before}
      <mark>{text.slice(from, to)}</mark>
      {after.length < text.length - to ? `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))}…` : after}”.{' '}
    </>
  );
}
