import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Refusal } from '../../shared/result.ts';

/** A refusal as RFC 9457 has it, with the field it is about. */
export function problem(reply: FastifyReply, refusal: Pick<Refusal, 'field' | 'message'>) {
  const body = { type: 'about:blank', status: 422, title: refusal.message, field: refusal.field };
  return reply.code(422).type('application/problem+json').send(body);
}

/** The first thing wrong with a body. */
export function fieldOf(error: z.ZodError): { field: string; message: string } {
  const issue = error.issues[0];
  return { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'The body could not be read' };
}
