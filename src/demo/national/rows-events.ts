import type { Value } from '../../shared/copy-line.ts';
import type { Day } from './calendar.ts';
import type { Ids } from './ids.ts';
import type { Person } from './people.ts';
import { at, BY, type Of, type Written } from './table.ts';

/** The most that is told of one case. */
const MOST = 4;

/** The history of each case, one row for each thing that happened. */
export function eventRows({ authority: { code }, people, ids }: Of): Written {
  return {
    table: 'events',
    columns: [
      ...['authority_id', 'id', 'recorded_at', 'child_id', 'actor_kind', 'actor_name', 'kind', 'subject'],
      ...['subject_id', 'data'],
    ],
    rows: events(people, (one, place, { on, kind, subject, id }) => [
      ...[code, ids('event', one.number * MOST + place), at(on), ids('child', one.number)],
      ...['staff', BY, kind, subject, id, '{}'],
    ]),
  };

  function* events(
    all: readonly Person[],
    row: (one: Person, place: number, event: Event) => readonly Value[],
  ): Generator<readonly Value[]> {
    for (const one of all)
      for (const [place, event] of happened(one, ids).entries())
        if (event !== null) yield row(one, place, event);
  }
}

type Event = { on: Day; kind: string; subject: string; id: string };

function happened({ number, request, assessed, plan }: Person, ids: Ids): (Event | null)[] {
  const event = (subject: 'request' | 'assessment' | 'plan', kind: string, on: Day): Event => ({
    ...{ on, kind, subject, id: ids(subject, number) },
  });
  const decision = request?.decision;
  const ended = request?.withdrawn;
  return [
    request && event('request', 'request received', request.receivedOn),
    decision
      ? event('request', decision.assess ? 'decided to assess' : 'decided not to assess', decision.on)
      : ended
        ? event(
            'request',
            ended.kind === 'withdrawn' ? 'request withdrawn' : 'moved out of the area',
            ended.on,
          )
        : null,
    assessed &&
      event('assessment', assessed.issue ? 'decided to issue' : 'decided not to issue', assessed.on),
    plan?.issuedOn == null || request === null ? null : event('plan', 'plan issued', plan.issuedOn),
  ];
}
