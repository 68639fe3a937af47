/* A plan drafted, consulted on and issued as people do it, for tests of what comes after it. */
export { anIssuedPlan } from '../../src/capabilities/plans/amending/examples.ts';
export {
  aPlan,
  aSetting,
  type Browser,
  CAN,
  later,
  onDay,
  send,
  serve,
} from '../../src/capabilities/plans/plan-examples.ts';
