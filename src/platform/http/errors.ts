import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { Services } from '../services.ts';
import { sentIn } from './forms.ts';
import { NOT_THERE, NOT_UNDERSTOOD, ourFault, problemPage, TOO_MUCH, TOO_OFTEN } from './problem-page.tsx';
import { recordRefusal } from './refusals.ts';
import { signedOutPage, signedOutWithFilesPage } from './signed-out-page.tsx';

/* Errors that are part of the conversation. Everything else that is thrown is a defect. */

/** Nothing there that this person may see: not found, and the look-up is recorded. */
export class NotTheirs extends Error {
  readonly statusCode = 404;
}

/** Has to sign in first; the address is kept for afterwards. */
export class NotSignedIn extends Error {
  readonly statusCode = 401;
}

/** Sent a form and is signed in no longer: what was typed is given back. */
export class SignedOutMidForm extends NotSignedIn {}

/** Sent files and is signed in no longer: files cannot be given back, so the person is told, and where to choose them again. */
export class SignedOutWithFiles extends NotSignedIn {}

/** Returns what was found, or answers 404. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new NotTheirs();
  return value;
}

/** Answers what went wrong in plain words: signed out, not there, too much, or our fault with a number to quote. */
export function answerErrors(app: FastifyInstance, services: Services): void {
  app.setNotFoundHandler({ preHandler: [] }, async (request, reply) => notThere(request, reply));
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof NotTheirs) await recordRefusal(services, request);
    if (wantsJson(request)) return problem(error, request, reply, services);
    // A page and no redirect: a browser would not follow one from a form to another site's sign-in.
    if (error instanceof SignedOutMidForm)
      return reply.page(signedOutPage(request, sentIn(request.body)), 401);
    if (error instanceof SignedOutWithFiles)
      return reply.page(signedOutWithFilesPage(request, returnAddress(request)), 401);
    if (error instanceof NotSignedIn) {
      return reply.redirect(`/sign-in?to=${encodeURIComponent(returnAddress(request))}`, 303);
    }
    const status = statusOf(error);
    if (status === 404) return notThere(request, reply);
    if (status === 413) return reply.page(problemPage(request, TOO_MUCH), 413);
    if (status === 429) return reply.page(problemPage(request, TOO_OFTEN), 429);
    if (status < 500) return reply.page(problemPage(request, NOT_UNDERSTOOD), status);
    services.logger.error(
      { requestId: request.id, route: request.routeOptions.url, stack: framesOf(error) },
      'defect',
    );
    return reply.page(problemPage(request, ourFault(request.id)), 500);
  });
}

// After signing in, a person comes back to the page they were on; a form's own address is the page that shows it.
function returnAddress(request: FastifyRequest): string {
  return request.url.startsWith('/') && !request.url.startsWith('//') ? request.url : '/';
}

// What was sent is not what the form or the address sends: nobody's page does it, and it is no defect of ours.
function statusOf(error: FastifyError): number {
  return error instanceof ZodError ? 400 : (error.statusCode ?? 500);
}

function notThere(request: FastifyRequest, reply: FastifyReply) {
  return reply.page(problemPage(request, NOT_THERE), 404);
}

function problem(error: FastifyError, request: FastifyRequest, reply: FastifyReply, services: Services) {
  const status = statusOf(error);
  if (status >= 500) {
    services.logger.error(
      { requestId: request.id, route: request.routeOptions.url, stack: framesOf(error) },
      'defect',
    );
  }
  const title = { 401: 'Sign in first', 404: 'Not found', 413: 'Too large', 429: 'Too many requests' }[
    status
  ];
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      status,
      title: title ?? (status < 500 ? 'Not understood' : 'Something went wrong'),
    });
}

function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

// Where it broke, without the message: a message may quote what somebody typed.
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
}
