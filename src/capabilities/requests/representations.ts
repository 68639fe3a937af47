import { isAboutTheChild } from './questions.ts';

type Stated = readonly { question: string; answer: string }[];

/**
 * What a request said of the child, in its own words: what whoever advises is given a copy of. Who wrote it, where they live
 * and how to reach them is nobody's evidence, and is left out; so is what was said of telling the family.
 */
export function representationsIn(stated: Stated): { question: string; answer: string }[] {
  return stated
    .filter(({ question, answer }) => answer !== '' && isAboutTheChild(question))
    .map(({ question, answer }) => ({ question: question.replace(' (optional)', ''), answer }));
}
