import type { Logger } from 'pino';
import type { Config } from './config/index.ts';
import type { Database } from './database/index.ts';
import type { DocumentStore } from './documents/document-store.ts';

/** The authority whose front door this is, as families are told how to reach it. Read once at start-up. */
export type HomeAuthority = {
  code: number;
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  sendiass: string | null;
  mediationAdviser: string | null;
  /** Whom to tell at once of a worry about a child's safety, as the authority states it. */
  safeguarding: string | null;
  /** What stands at the head of a translated plan; null for the service's own plain words. */
  translationNotice: string | null;
  /** Behind the authority's name on every page: `#` and six hexadecimal figures. */
  brandColour: string | null;
  /** Made for the demonstration: shown on every page. */
  demo: boolean;
};

/** Everything a capability may lean on, made once at start-up and passed by hand. */
export type Services = {
  config: Config;
  database: Database;
  /** For the job runner, which keeps its own connections. */
  databaseUrl: string;
  authority: HomeAuthority;
  documents: DocumentStore;
  logger: Logger;
  /** The only clock. Rules are passed the day it gives, and never read it. */
  now: () => Date;
};
