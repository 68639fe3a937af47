import { dateOf } from './calendar.ts';
import type { Asked } from './cases.ts';
import type { Person } from './people.ts';
import { each, type Of, type Written } from './table.ts';

/**
 * The rows of the caseworker's list, as the view of every case's step has them: a test holds them to it. They are not taken from the
 * view here, since PostgreSQL knows nothing of tables so newly filled, and would be hours about it.
 */
export function caseRows({ authority: { code }, people, ids }: Of): Written {
  return {
    table: 'case_rows',
    columns: [
      ...['authority_id', 'request_id', 'child_id', 'reference', 'received_on', 'step', 'due_on'],
      ...['assessment_id', 'plan_id', 'decided_on', 'issue_decided_on', 'issued_on'],
      ...['file_id', 'child_name', 'born_on'],
    ],
    rows: each(
      people,
      (one) => one.request,
      (one, request) => [
        ...[code, ids('request', one.number), ids('child', one.number), one.reference],
        ...[dateOf(request.receivedOn), stepOf(one, request)],
        dateOf(request.receivedOn + (request.decision === null ? SIX_WEEKS : TWENTY_WEEKS)),
        request.decision?.assess === true ? ids('assessment', one.number) : null,
        one.plan === null ? null : ids('plan', one.number),
        request.decision && dateOf(request.decision.on),
        one.assessed && dateOf(one.assessed.on),
        one.plan?.issuedOn == null ? null : dateOf(one.plan.issuedOn),
        ...[ids('child', one.number), `${one.given} ${one.family}`, dateOf(one.bornOn)],
      ],
    ),
  };
}

const SIX_WEEKS = 42;
const TWENTY_WEEKS = 140;

function stepOf({ assessed, plan }: Person, { decision, withdrawn }: Asked): string {
  if (withdrawn !== null || decision?.assess === false || assessed?.issue === false) return 'closed';
  if (decision === null) return 'decide whether to assess';
  if (assessed === null) return 'assess';
  return plan?.issuedOn == null ? 'make the plan' : 'plan issued';
}
