import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../design-system/index.ts';
import { typedIn } from '../../platform/http/forms.ts';
import type { Refusal } from '../../shared/result.ts';

/** What a form was sent with, to be shown again, and what is wrong with it. */
export type Sent = {
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

export function form(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

export function again(request: FastifyRequest, { field, message }: Refusal): Sent {
  return { typed: typedIn(request.body), errors: { [field]: message } };
}
