/* A plan issued as people make one, for tests of what comes after it. */
export { anIssuedPlan } from '../../src/capabilities/plans/amending/examples.ts';
export { aSetting, type Browser, later, onDay, send } from '../../src/capabilities/plans/plan-examples.ts';
