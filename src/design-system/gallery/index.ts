import type { VNode } from 'preact';
import { caseFile, caseList } from './case.tsx';
import { questions } from './questions.tsx';
import { confirmation, tracker } from './statements.tsx';

/** Pages that between them show every component, in the frames they are used in. */
export const GALLERY: Readonly<Record<string, () => VNode>> = {
  questions: () => questions({ wrong: false }),
  'questions with errors': () => questions({ wrong: true }),
  tracker,
  confirmation,
  'case list': caseList,
  'case file': caseFile,
};
