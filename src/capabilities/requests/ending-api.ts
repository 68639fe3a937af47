import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { readWithdrawal, withdrawalSchema, withdrawOnce } from './ending-routes.tsx';
import { readReferral, referOnce, referralSchema } from './referral-routes.tsx';

const authority = z.object({ code: z.int(), name: z.string() });
const withdrawal = z.object({
  /** Whether it is whoever asks' own to take back. */
  mine: z.boolean(),
  finished: z.boolean(),
  ending: z
    .object({ kind: z.enum(['withdrawn', 'moved out', 'referred']), on: day, by: z.string() })
    .nullable(),
});
const referral = z.object({
  residence: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('here') }),
    z.object({ kind: z.literal('unknown') }),
    z.object({ kind: z.literal('elsewhere'), authority }),
  ]),
  authorities: z.array(authority),
  referral: z
    .object({ toAuthority: z.int(), referredOn: day, referredBy: z.string(), arrivesAs: z.uuid().nullable() })
    .nullable(),
  over: z.boolean(),
});
const tag = 'requests';

/** Taking a request back, and passing it to the authority responsible, as JSON. */
export function endingApi(app: FastifyInstance, services: Services): void {
  const asker = { access: 'anyone signed in', childFile: true } as const;
  const backAt = '/api/requests/:requestId/withdrawal';
  const takesBack = noun(app, backAt, {
    summary: 'Whether a request is yours to take back, and whether it was',
    tag,
    may: asker,
    answer: withdrawal,
    show: (request) => readWithdrawal(request, services),
  });
  takesBack(backAt, {
    summary: 'Take back a request of your own: you may ask again on any day',
    may: asker,
    form: withdrawalSchema,
    act: (request, form) => withdrawOnce(request, services, form),
  });

  const staff = { access: ['caseworker', 'manager'], childFile: true } as const;
  const onAt = '/api/requests/:requestId/referral';
  const passesOn = noun(app, onAt, {
    summary: 'Which authority is responsible, by where somebody lives (s24)',
    tag,
    may: staff,
    answer: referral,
    show: readReferral,
  });
  passesOn(onAt, {
    summary: 'Refer a request to the authority responsible (s24)',
    may: staff,
    form: referralSchema,
    act: (request, form) => referOnce(request, services, form),
  });
}
