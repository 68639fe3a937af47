import type { Variant } from '../../law/index.ts';
import type { NextAct } from '../../shared/act.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { mayDecide, type RequestFacts, stageOf } from './request.ts';

const ACT = 'https://www.legislation.gov.uk/ukpga/2014/6/section/';
const TEST = { text: 'Children and Families Act 2014, s. 36(8)', url: `${ACT}36` };
const IN_CUSTODY = { text: 'Children and Families Act 2014, s. 71(3)', url: `${ACT}71` };

/** What may be done next on a request, until it is decided or has ended. */
export function actsOnRequest(request: RequestFacts & { id: Uuid; variant: Variant }): NextAct[] {
  const stage = stageOf(request);
  if (stage !== 'file to open' && stage !== 'awaiting decision') return [];
  const href = `/requests/${request.id}`;
  const decidable = mayDecide(request);
  return [
    ...(stage === 'file to open'
      ? [
          {
            what: 'Settle whose file this is',
            href,
            provision: request.variant === 'custody' ? IN_CUSTODY : TEST,
            notYet: [],
          },
        ]
      : []),
    {
      what: 'Decide whether to assess',
      href: `${href}/decision`,
      provision: request.variant === 'custody' ? IN_CUSTODY : TEST,
      notYet: decidable.ok ? [] : [decidable.message],
    },
  ];
}
