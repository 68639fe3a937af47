import type { FastifyReply } from 'fastify';
import type { Services } from '../services.ts';
import { SESSION_COOKIE } from './session.ts';

/** Gives the browser a session's token: for this site alone, out of reach of scripts, over TLS wherever the service is. */
export function setSessionCookie(reply: FastifyReply, services: Services, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.config.baseUrl.startsWith('https:'),
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
