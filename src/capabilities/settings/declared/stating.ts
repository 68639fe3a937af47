import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Refusal, refused } from '../../../shared/result.ts';

type Speaking = { name: string; closed: boolean; closedOn: PlainDate | null; othersSpeak: boolean };

/** Why nothing may be said of a setting here: the register says that it closed; or, of staff, that its own people say it. */
export function barOf({ name, closed, closedOn, othersSpeak }: Speaking): Refusal | null {
  if (closed) {
    const when = closedOn === null ? '' : ` on ${sayDate(closedOn)}`;
    return refused(
      'barred',
      `The register says that ${name} closed${when}. Say it of the setting that came after it`,
    );
  }
  if (!othersSpeak) return null;
  return refused(
    'barred',
    `Somebody signs in for ${name} and can say this here. Ask them to say it themselves`,
  );
}

/** Refuses a statement of a day to come, and one told on a day before what stands was said. */
export function mayDate(saidOn: PlainDate, latest: PlainDate | null, today: PlainDate): Refusal | null {
  if (saidOn > today) return refused('saidOn', 'The day they told you must be today or before');
  if (latest !== null && saidOn < latest)
    return refused(
      'saidOn',
      `Something later stands, said on ${sayDate(latest)}. Check the day they told you`,
    );
  return null;
}
