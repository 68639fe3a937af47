import type { VNode } from 'preact';
import type { z } from 'zod';
import type { NavigationItem, PageContext } from '../../design-system/index.ts';
import type { Refusal } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Actor, Tx } from '../lens/index.ts';
import type { Access } from './access.ts';

/** A child's file, as a page that shows any of it must name it. */
export type ChildFile = {
  authorityId: number;
  childId: Uuid;
  /** What it is read for, where that is more than the case itself: kept with the reading. */
  readFor?: { subject: string; id: Uuid };
};

/** What an act comes to: the address to go to next, or a refusal to show. */
export type Outcome<R extends Refusal = Refusal> = { ok: true; value: string } | R;

/** How an API route is described in the published OpenAPI file. */
export type ApiDescription = {
  summary: string;
  tag: string;
  /** What may be asked after the `?`. */
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
};

export type ServerOptions = {
  /** What the header offers whoever is signed in: chosen by the composition root, which knows the capabilities. */
  navigation: (actor: Actor | null) => readonly NavigationItem[];
};

/** A route as it was registered, for whoever must look at them all. */
export type ListedRoute = { method: string; url: string; access: Access; api?: ApiDescription };

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the service, in the order they were registered. */
    listedRoutes: readonly ListedRoute[];
    /** The Easy Read address of one of our own pages, or the address itself where it has none. */
    easyAddress(href: string): string;
  }
  interface FastifyContextConfig {
    access: Access;
    /**
     * The page shows part of a child's file: it must name the child, and the reading is recorded. `once it is on one`: what it
     * shows is on nobody's file at first.
     */
    childFile?: true | 'once it is on one';
    api?: ApiDescription;
    /**
     * What somebody whom the family invited may do here, on a page about a child. Unsaid: those invited to the whole file
     * read it. `follows`: those who see the tracker and messages alone read it too. `writes`: all of them do so as well.
     */
    invited?: 'follows' | 'writes' | 'nothing';
  }
  interface FastifyRequest {
    actor: Actor | null;
    sessionId: Uuid | null;
    /** A form from somebody who is signed in no longer: it is read, given back, and handled by nothing. */
    signedOutMidForm: boolean;
    childFileRead: ChildFile | null;
    /** The reading was recorded in the transaction that read. */
    readingRecorded: boolean;
    /** The answer is to be in Easy Read, if the page has a twin. */
    readingEasily: boolean;
    /** Runs `work` through the lens of whoever is signed in. */
    act<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
    /** As `act`, for an unsafe form or call: the same idempotency key a second time is answered as the first was. */
    once<R extends Refusal>(work: (tx: Tx) => Promise<Outcome<R>>): Promise<Outcome<R>>;
    /** Says that this answer shows part of a child's file: the reading is recorded before it is sent. */
    readsChildFile(file: ChildFile): void;
    /** The same, recorded at once in the transaction that reads, by a page that is certain to be shown. */
    recordReading(tx: Tx, file: ChildFile): Promise<void>;
    pageContext(audience?: PageContext['audience']): PageContext;
  }
  interface FastifyReply {
    /** Renders a page. */
    page(page: VNode, status?: number): FastifyReply;
  }
}
