import { randomUUID } from 'node:crypto';
import { browser, type TestApp } from '../../../../test/support/app.ts';
import { ownerPool } from '../../../../test/support/database.ts';
import { aProfessional } from '../../../../test/support/people.ts';
import { aPlan, type Browser, rowsOn, send } from '../plan-examples.ts';

/* A draft that rests on the signed advice of an organisation, and somebody who acts for it. */

/** An organisation that gives advice, and somebody there, signed in. */
export async function anAdviser(test: TestApp, name = 'Northgate Psychology') {
  const organisationId = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'educational psychology', $2)`,
    [organisationId, name],
  );
  const adviser = browser(test);
  adviser.signInWith(await aProfessional(test, organisationId, 'David Lindqvist'));
  return { organisationId, adviser };
}

/** Says that the advice a plan was drawn from is that of an organisation. */
export async function advisedBy(planId: string, organisationId: string): Promise<void> {
  await ownerPool().query(
    `update advice_requests set organisation_id = $2
     where assessment_id = (select assessment_id from plans where id = $1)`,
    [planId, organisationId],
  );
}

/** A plan drawn from one organisation's advice, of which nothing is shown to it yet. */
export async function anAdvisedPlan(test: TestApp, authority: number) {
  const plan = await aPlan(test, authority);
  const { organisationId, adviser } = await anAdviser(test);
  await advisedBy(plan.planId, organisationId);
  const at = `/plans/${plan.planId}`;
  const area = `${at}/sections/cognition-and-learning`;
  const [need = '', provision = ''] = await rowsOn(plan.staff, area);
  return { ...plan, organisationId, adviser, at, area, need, provision, rowId: need.slice(-36) };
}

/** Shows an organisation the lines that rest on its advice; answers where it reads them. */
export async function show(
  staff: Browser,
  { planId, organisationId }: { planId: string; organisationId: string },
): Promise<string> {
  await send(staff, `/plans/${planId}/contributors`, {
    organisation: organisationId,
    words: 'Is this right?',
  });
  const { rows } = await ownerPool().query(
    'select id from plan_showings where plan_id = $1 and organisation_id = $2 and ended_on is null',
    [planId, organisationId],
  );
  return `/shown-lines/${rows[0]?.id}`;
}
