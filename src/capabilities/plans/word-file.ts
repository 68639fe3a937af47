import type { FastifyReply } from 'fastify';

/** What a Word file says it is. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function sendWord(reply: FastifyReply, name: string, bytes: Buffer) {
  return reply.header('content-disposition', `attachment; filename="${name}.docx"`).type(WORD).send(bytes);
}
