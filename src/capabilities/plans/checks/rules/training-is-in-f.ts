import { si } from '../../../../law/index.ts';
import { type Check, provisionsOf } from '../check.ts';
import { plainLine, spanOf, words } from '../parts/line.ts';

// Speech and language therapy is to be in F as a rule (Code 9.74); any other where its words teach or train the child.
const EDUCATES = words(
  'speech and language therap(?:y|ist|ists)',
  '(?:occupational therap|physiotherap)\\w*[^.;]* (?:teach|practise|learn|develop)[^.;]*',
  '(?:teach|train) (?:him|her|them) to',
  'in (?:every|each) lesson',
);

export const trainingIsInF: Check = {
  id: 'training-is-in-f',
  name: 'Health and social care that educates or trains is in Section F',
  severity: 'warning',
  cite: si('ukpga/2014/6/section/21', 'Children and Families Act 2014, s. 21(5)'),
  suggestion: 'Move it to Section F if it educates or trains the child or young person',
  find: (plan) =>
    provisionsOf(plan)
      .filter(({ section }) => section !== 'F')
      .flatMap(({ id, section, line }) => {
        const span = spanOf(plainLine(line), EDUCATES);
        const why = 'This seems to educate or train, and is then special educational provision';
        return span === null ? [] : [{ section, row: id, text: line, span, why }];
      }),
};
