import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { drawPage, type PageContext } from '../../design-system/index.ts';
import type { Actor } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { mayUse, onlyReads } from './access.ts';
import { easyReadContext } from './easy-read.ts';
import type { ServerOptions } from './types.ts';

/** Gives replies `page` and requests `pageContext`: what every page's frame needs, and no page looks up for itself. */
export function renderPages(app: FastifyInstance, services: Services, options: ServerOptions): void {
  app.decorateReply('page', function (this: FastifyReply, page: VNode, status = 200) {
    return this.code(status).type('text/html; charset=utf-8').send(drawPage(page));
  });
  app.decorateRequest('pageContext', function (this: FastifyRequest, audience?: PageContext['audience']) {
    const shown = audience ?? audienceOf(this.actor);
    return {
      authorityName: services.authority.name,
      serviceName: 'Special educational needs and disabilities',
      demo: services.authority.demo,
      feedbackEmail: services.authority.email,
      signedIn: signedIn(this.actor),
      navigation: options.navigation(this.actor),
      path: this.url.split('?')[0] ?? '/',
      audience: shown,
      worksOnCases: mayUse(['caseworker', 'manager'], this.actor),
      onlyReads: shown === 'family' && onlyReads(this),
      easyRead: shown === 'public' || shown === 'family' ? easyReadContext(app, this, services) : undefined,
    };
  });
}

function audienceOf(actor: Actor | null): PageContext['audience'] {
  if (actor === null || actor.kind === 'visitor' || actor.kind === 'system') return 'public';
  return actor.kind;
}

function signedIn(actor: Actor | null): PageContext['signedIn'] {
  if (actor === null || actor.kind === 'visitor' || actor.kind === 'system') return null;
  const description = { staff: 'SEND team', organisation: 'Organisation', family: 'Family' }[actor.kind];
  return { name: actor.name, description };
}
