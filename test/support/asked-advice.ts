/* Advice asked for and given as people do it, for tests of what is made of it. */
export {
  ASK,
  anAskedAdvice,
  anAssessment,
  anOrganisation,
  sign,
  write,
} from '../../src/capabilities/assessments/examples.ts';
