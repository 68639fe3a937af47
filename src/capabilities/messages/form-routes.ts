import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import type { Refusal } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';

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

export function childIdOf(request: FastifyRequest): Uuid {
  const { childId } = z.object({ childId: z.string() }).parse(request.params);
  if (!isUuid(childId)) throw new NotTheirs();
  return childId;
}
