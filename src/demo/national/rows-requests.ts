import { dateOf } from './calendar.ts';
import type { Person } from './people.ts';
import { at, BY, each, type Of, type Written } from './table.ts';

/** Requests, how they ended or were answered, and assessments. */
export function requestRows({ authority: { code }, people, ids }: Of): Written[] {
  const child = (one: Person) => ids('child', one.number);
  const request = (one: Person) => ids('request', one.number);
  const assessment = (one: Person) => ids('assessment', one.number);
  const decided = {
    evidence: 'The request, the school’s records and what the family told us.',
    would: 'New evidence that the help given is not enough.',
  };
  return [
    {
      table: 'requests',
      columns: [
        ...['authority_id', 'id', 'reference', 'child_id', 'received_on', 'received_how', 'source'],
        ...['requester_name', 'contact_id', 'stated', 'file_opened_at', 'recorded_at'],
      ],
      rows: each(
        people,
        (one) => one.request,
        (one, { receivedOn }) => [
          ...[code, request(one), one.reference, child(one), dateOf(receivedOn), 'online'],
          ...[one.number % 9 < 4 ? 'parent' : 'school', one.parent, ids('contact', one.number)],
          ...['[]', at(receivedOn), at(receivedOn)],
        ],
      ),
    },
    {
      table: 'request_withdrawals',
      columns: [
        ...[
          'authority_id',
          'request_id',
          'child_id',
          'withdrawn_on',
          'withdrawn_by',
          'reason',
          'recorded_at',
        ],
        'kind',
      ],
      rows: each(
        people,
        (one) => one.request?.withdrawn,
        (one, { kind, on }) => [
          ...[code, request(one), child(one), dateOf(on), one.parent],
          ...[
            kind === 'withdrawn' ? 'They asked us to stop.' : 'They told us where they live now.',
            at(on),
            kind,
          ],
        ],
      ),
    },
    {
      table: 'request_decisions',
      columns: [
        ...['authority_id', 'request_id', 'child_id', 'outcome', 'has_or_may_have_sen'],
        ...['provision_may_be_necessary', 'evidence', 'reasons', 'what_would_change', 'decided_on'],
        ...['notified_on', 'decided_by', 'recorded_at'],
      ],
      rows: each(
        people,
        (one) => one.request?.decision,
        (one, { assess, on }) => [
          ...[code, request(one), child(one), assess ? 'assess' : 'do not assess', true, assess],
          decided.evidence,
          assess
            ? `${one.given} may need more help than the setting can give by itself.`
            : `The setting can give the help ${one.given} needs from what it has already.`,
          ...[decided.would, dateOf(on), dateOf(on), BY, at(on)],
        ],
      ),
    },
    {
      table: 'request_exceptions',
      columns: [
        ...['authority_id', 'id', 'request_id', 'child_id', 'ground', 'from_on', 'until_on', 'reason'],
        ...['evidence', 'recorded_at', 'recorded_by'],
      ],
      rows: each(
        people,
        (one) => (one.request?.exception === true ? one.request : null),
        (one, { receivedOn }) => [
          ...[code, ids('exception', one.number), request(one), child(one)],
          ...['exceptional personal circumstances', dateOf(receivedOn + 80), dateOf(receivedOn + 110)],
          ...['The child was in hospital.', 'What the family told us.', at(receivedOn + 80), BY],
        ],
      ),
    },
    {
      table: 'assessments',
      columns: ['authority_id', 'id', 'request_id', 'child_id', 'opened_on', 'recorded_at'],
      rows: each(
        people,
        (one) => (one.request?.decision?.assess === true ? one.request.decision : null),
        (one, { on }) => [code, assessment(one), request(one), child(one), dateOf(on), at(on)],
      ),
    },
    {
      table: 'assessment_decisions',
      columns: [
        ...['authority_id', 'assessment_id', 'child_id', 'outcome', 'evidence', 'reasons'],
        ...['what_would_change', 'decided_on', 'notified_on', 'decided_by', 'recorded_at'],
      ],
      rows: each(
        people,
        (one) => one.assessed,
        (one, { issue, on }) => [
          ...[code, assessment(one), child(one), issue ? 'issue' : 'do not issue'],
          'All the advice, and what the family told us.',
          issue
            ? `What ${one.given} needs is more than a setting can make by itself.`
            : `The school can make what ${one.given} needs from what it has.`,
          ...['New advice.', dateOf(on), dateOf(on), BY, at(on)],
        ],
      ),
    },
  ];
}
