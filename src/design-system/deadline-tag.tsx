import { daysBetween, type PlainDate } from '../shared/plain-date.ts';
import { Tag, type TagColour } from './govuk/tag.tsx';

export type DeadlineTagProps = {
  due: PlainDate;
  today: PlainDate;
  /** The day it was done, where it has been. */
  doneOn?: PlainDate | null | undefined;
};

/** How long is left, or how late it is. The last day itself is on time. */
export function DeadlineTag(props: DeadlineTagProps) {
  const { words, colour } = standing(props);
  return (
    <Tag colour={colour} classes="opensend-deadline-tag">
      {words}
    </Tag>
  );
}

// A week is when there is still time to act, and little of it.
const SOON_DAYS = 7;

function standing({ due, today, doneOn }: DeadlineTagProps): { words: string; colour: TagColour } {
  if (doneOn) {
    const late = daysBetween(due, doneOn);
    return late > 0
      ? { words: `Done ${days(late)} late`, colour: 'orange' }
      : { words: 'Done in time', colour: 'green' };
  }
  const left = daysBetween(today, due);
  if (left < 0) return { words: `${days(-left)} overdue`, colour: 'red' };
  if (left === 0) return { words: 'Due today', colour: 'orange' };
  return { words: `Due in ${days(left)}`, colour: left <= SOON_DAYS ? 'yellow' : 'blue' };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
