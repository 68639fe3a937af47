import { expect } from 'vitest';
import type { TestApp } from '../../../../test/support/app.ts';
import { ownerPool } from '../../../../test/support/database.ts';
import { aSetting, type Browser, later, onDay, readyToIssue, send } from '../plan-examples.ts';

/* A plan that was issued, and how staff amend it, as tests do. */

export type Issued = Awaited<ReturnType<typeof anIssuedPlan>>;

/** A plan issued on 2 June 2025, naming the setting the family asked for. */
export async function anIssuedPlan(
  test: TestApp,
  authority: number,
  name: string,
  changes: Parameters<typeof readyToIssue>[3] = {},
) {
  test.clock.now = new Date('2025-05-12T10:00:00Z');
  const setting = await aSetting(test, name);
  const plan = await readyToIssue(test, authority, setting, changes);
  await later(test, authority, plan, '2025-06-02');
  const issued = await send(plan.staff, `/plans/${plan.planId}/final`, {
    ...plan.final,
    recipients: plan.recipients,
  });
  expect(issued.status, issued.body).toBe(303);
  return { ...plan, setting };
}

export const AFTER_REVIEW = {
  basis: 'review',
  ...onDay('reviewMeetingOn', '2026-03-03'),
  why: 'Robin now reads to others',
};

/** Begins an amendment after a review meeting, as a caseworker does. */
export async function begin({ staff, planId }: Pick<Issued, 'staff' | 'planId'>, fields = AFTER_REVIEW) {
  const begun = await send(staff, `/plans/${planId}/amendments`, fields);
  expect(begun.to, begun.body).toBe(`/plans/${planId}`);
}

/** Writes the history anew, in the draft as it stands; only a draft with the family is changed for a reason. */
export async function write(staff: Browser, planId: string, a1: string, because = '') {
  const page = (await staff.get(`/plans/${planId}/sections/a1`)).body;
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  return send(staff, `/plans/${planId}/sections/a1`, { a1, version, because });
}

export const NOTICE = {
  sectionIMayChange: 'no',
  restsOn: 'What was said at the review meeting',
};

/** Sends the notice on the day the clock shows. */
export async function notify(test: TestApp, { staff, planId }: Pick<Issued, 'staff' | 'planId'>) {
  const on = test.clock.now.toISOString().slice(0, 10);
  const sent = await send(staff, `/plans/${planId}/amendment/notice`, {
    ...NOTICE,
    ...onDay('servedOn', on),
  });
  expect(sent.to, sent.body).toBe(`/plans/${planId}`);
}

/** Each version with its words and hash, as the tables have them. */
export async function versionsOf(planId: string) {
  const { rows } = await ownerPool().query(
    `select kind, number, content ->> 'a1' as a1, content::text as words, content_hash as hash, document_id as paper
     from plan_versions where plan_id = $1 order by kind, number`,
    [planId],
  );
  return rows;
}
