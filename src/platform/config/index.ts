import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type PlainDate, parsePlainDate, plainDate, sayDate } from '../../shared/plain-date.ts';
import { JOINING } from '../identity/joining.ts';
import { Refused } from '../refused.ts';

/** The folder the project stands in. */
export const PROJECT = join(import.meta.dirname, '..', '..', '..');

const whole = (least: number, most: number) => {
  const say = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(say).int(say).min(least, say).max(most, say);
};
const minutes = whole(1, 7 * 24 * 60);
const flag = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((text) => text === 'true' || text === '1');
const web = z.url({ protocol: /^https?$/, error: 'must be an address that begins https://' });
const postgres = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address like postgres://user:password@host:5432/name',
});

const environment = z.object({
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: web.optional(),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_APP_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  DATABASE_POOL: whole(2, 200).default(10),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: flag.default(true),
  OPEN_DATA_DIR: z
    .string()
    .min(1)
    .default(join('..', 'shared', 'data')),
  OIDC_ISSUER: web.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SECOND_FACTOR: z.string().default('mfa,otp,hwk,swk'),
  /** How people join their organisation by a sign-in that names it, as DfE Sign-in's does. */
  ORGANISATION_JOINING: z.enum(JOINING, 'must be off, approved or told').optional(),
  SESSION_IDLE_MINUTES: minutes.default(30),
  SESSION_ABSOLUTE_MINUTES: minutes.default(12 * 60),
  /** The authority's own promise: working days to the answer to a family's message. */
  ANSWER_WORKING_DAYS: z.coerce.number().int().min(1).max(30).default(5),
  /** A promise it may make: working days to the check of who came with a request about a child already on file. */
  CHECK_WORKING_DAYS: whole(1, 60).optional(),
  /** How far ahead families are told that the rights will pass to a young person: no provision sets a time. */
  RIGHTS_NOTICE_WEEKS: whole(1, 104).default(26),
  /** The first day of a school year, where it is not 1 September: as many as are known. */
  SCHOOL_YEARS_BEGIN: z.string().default(''),
  /** The authority's own promise too: days without news until a family is told that nothing has changed, and why. */
  QUIET_DAYS: whole(1, 60).default(14),
  /** Days after a stage has ended until those who were part of it are asked how it went: never in the week they hear of it. */
  SURVEY_AFTER_DAYS: whole(7, 28).default(7),
  /** After how many days what a setting says of its places is ageing, and stale; and the rest of what it says of itself. */
  SETTING_PLACES_AGEING_DAYS: whole(1, 3660).default(30),
  SETTING_PLACES_STALE_DAYS: whole(1, 3660).default(90),
  SETTING_FACTS_AGEING_DAYS: whole(1, 3660).default(365),
  SETTING_FACTS_STALE_DAYS: whole(1, 3660).default(730),
  /** Weeks after a placement starts, or a plan is issued, until it is asked whether provision is in place: no provision sets a time. */
  PLACEMENT_CHECK_WEEKS: whole(1, 26).default(6),
  /** Days a setting and a family are given to say so. */
  PLACEMENT_ANSWER_DAYS: whole(3, 60).default(14),
  /** The authority's own promise: working days to put right what a family says is not happening. */
  PROVISION_WORKING_DAYS: whole(1, 60).default(5),
  /** The school terms in which settings say what they provided, each its first day and its last; none are asked without. */
  SCHOOL_TERMS: z.string().default(''),
  /** Who decides on travel to school, to whom a child's needs on the way are handed on. */
  TRAVEL_TEAM: z.string().min(1).max(200).optional(),
  TRAVEL_TEAM_EMAIL: z.email('must be an email address').optional(),
  /** When people with learning disabilities tested the Easy Read pages, and who they were. */
  EASY_READ_TESTED_ON: z.iso.date('must be a day like 2026-11-28').optional(),
  EASY_READ_TESTED_BY: z.string().min(1).max(200).optional(),
  /** What anybody may see of counts of people: no source gives one number, so these are the authority's own, within bounds. */
  DISCLOSURE_THRESHOLD: whole(3, 30).default(5),
  DISCLOSURE_ROUNDING: z.enum(['1', '5', '10'], 'must be 1, 5 or 10').transform(Number).default(5),
  DISCLOSURE_MINIMUM_DENOMINATOR: whole(5, 100).default(10),
  DISCLOSURE_ZEROS: z.enum(['shown', 'withheld'], 'must be shown or withheld').default('shown'),
  DOCUMENTS_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: web.optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('eu-west-2'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The authority's own words for when a document may be withheld from a family, with semicolons between them. */
  WITHHOLDING_GROUNDS: z.string().max(4000, 'must be 4,000 characters or fewer').default(''),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(\/.+|[^\s/:]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})$/i, 'must be host:port, or the path of a socket')
    .optional(),
  NOTIFY_API_KEY: z.string().min(1).optional(),
  NOTIFY_BASE_URL: web.optional(),
  NOTIFY_EMAIL_TEMPLATE: z.string().min(1).optional(),
  NOTIFY_TEXT_TEMPLATE: z.string().min(1).optional(),
  /** A server that speaks OSRM's HTTP protocol; without one nothing is said of roads but an estimate. */
  ROUTING_URL: web.optional(),
  /**
   * How much longer a road is taken to be than the straight line, for an estimate; `none` for none. 1.4 is ours: some 5,500 journeys
   * between places at random in Great Britain were on average 1.35 times it or more (D. Olner, "How Wiggly is Britain?", 2015).
   */
  ROAD_FACTOR: z
    .string()
    .transform((text) => (text === 'none' ? null : Number(text)))
    .refine(
      (factor) => factor === null || (factor >= 1 && factor <= 3),
      'must be a number from 1 to 3, or none',
    )
    .default(1.4),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .default('warn'),
  PUBLIC_FORM_LIMIT: whole(1, 100_000).default(60),
  /** Longer than two calls to GOV.UK Notify may take, so that what a killed worker may have sent has arrived there. */
  WORKER_GONE_SECONDS: whole(2, 3600).default(60),
});

export type Config = ReturnType<typeof parseConfig>;

/** The settings this process was started with. Nothing else looks at the environment. */
export function readConfig(): Config {
  return parseConfig(process.env);
}

/**
 * Reads every setting of the service from the given environment.
 * Refuses a setting it cannot use, by name; with a database of one's own, the owner's address is needed to migrate only.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Refused(`${issue?.path.join('.') ?? 'a setting'} ${issue?.message ?? 'cannot be used'}`);
  }
  const set = parsed.data;
  const dataDir = resolve(PROJECT, set.DATA_DIR);
  const host = set.HOST ?? (set.DATABASE_URL === undefined ? '127.0.0.1' : '0.0.0.0');
  return {
    port: set.PORT,
    host,
    baseUrl: (set.BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, ''),
    trustProxy: set.TRUST_PROXY,
    dataDir,
    /** Whether a new embedded database is made for the demonstration. One that is there already stays what it is. */
    demo: set.DEMO,
    /** Where published data is, such as the national register of schools: `schools/…` in it. Need not be there. */
    openDataDir: resolve(PROJECT, set.OPEN_DATA_DIR),
    database: {
      /** Null: the embedded server in the data folder. */
      url: set.DATABASE_URL ?? null,
      ownerUrl: set.DATABASE_OWNER_URL ?? null,
      /** Given to the role `service` when migrating. */
      appPassword: set.DATABASE_APP_PASSWORD ?? null,
      pool: set.DATABASE_POOL,
    },
    oidc:
      set.OIDC_ISSUER === undefined
        ? null
        : {
            issuer: set.OIDC_ISSUER,
            clientId: set.OIDC_CLIENT_ID ?? 'opensend',
            clientSecret: set.OIDC_CLIENT_SECRET ?? null,
          },
    /** The `acr` or `amr` values by which the issuer says that a second factor was used. */
    secondFactor: set.OIDC_SECOND_FACTOR.split(',').map((value) => value.trim()),
    /** Null where nothing was said: then nobody joins by themself outside the demonstration. */
    organisationJoining: set.ORGANISATION_JOINING ?? null,
    answerWorkingDays: set.ANSWER_WORKING_DAYS,
    /** Null where the authority promises nothing. */
    checkWorkingDays: set.CHECK_WORKING_DAYS ?? null,
    rightsNoticeWeeks: set.RIGHTS_NOTICE_WEEKS,
    schoolYears: schoolYears(set.SCHOOL_YEARS_BEGIN),
    quietDays: set.QUIET_DAYS,
    surveyAfterDays: set.SURVEY_AFTER_DAYS,
    /** Since when what a setting says of itself is old: no source gives one, so these are the installation's own. */
    settingShelves: {
      places: shelf('SETTING_PLACES', set.SETTING_PLACES_AGEING_DAYS, set.SETTING_PLACES_STALE_DAYS),
      rest: shelf('SETTING_FACTS', set.SETTING_FACTS_AGEING_DAYS, set.SETTING_FACTS_STALE_DAYS),
    },
    placements: {
      checkWeeks: set.PLACEMENT_CHECK_WEEKS,
      answerDays: set.PLACEMENT_ANSWER_DAYS,
      problemWorkingDays: set.PROVISION_WORKING_DAYS,
      terms: schoolTerms(set.SCHOOL_TERMS),
      /** Null where nobody was said: what is needed is then written down and handed on by hand. */
      travelTeam: travelTeam(set),
    },
    easyReadTest: easyReadTest(set),
    /** A count from 1 to one below the threshold is withheld; the others are shown to the nearest `rounding`. */
    disclosure: {
      threshold: set.DISCLOSURE_THRESHOLD,
      rounding: set.DISCLOSURE_ROUNDING,
      minimumDenominator: set.DISCLOSURE_MINIMUM_DENOMINATOR,
      zeros: set.DISCLOSURE_ZEROS,
    },
    session: { idleMinutes: set.SESSION_IDLE_MINUTES, absoluteMinutes: set.SESSION_ABSOLUTE_MINUTES },
    documents: {
      directory: set.DOCUMENTS_DIR ?? join(dataDir, 'documents'),
      maxBytes: 50 * 1024 * 1024,
      s3: s3Settings(set),
    },
    withholdingGrounds: set.WITHHOLDING_GROUNDS.split(';')
      .map((ground) => ground.trim())
      .filter((ground) => ground !== ''),
    /** The virus scanner; null without one, and the pages then say that files are not scanned. */
    clamd: clamdAddress(set.CLAMD_ADDRESS),
    notify:
      set.NOTIFY_API_KEY === undefined
        ? null
        : {
            apiKey: set.NOTIFY_API_KEY,
            baseUrl: set.NOTIFY_BASE_URL ?? null,
            emailTemplate: set.NOTIFY_EMAIL_TEMPLATE ?? null,
            textTemplate: set.NOTIFY_TEXT_TEMPLATE ?? null,
          },
    travel: { server: set.ROUTING_URL ?? null, factor: set.ROAD_FACTOR },
    logLevel: set.LOG_LEVEL,
    /** How many times a minute one address may send a public form. */
    publicFormLimit: set.PUBLIC_FORM_LIMIT,
    /** After how long a job whose worker is gone is taken up by another. */
    workerGoneSeconds: set.WORKER_GONE_SECONDS,
  };
}

function shelf(name: string, ageing: number, stale: number) {
  if (stale < ageing) throw new Refused(`${name}_STALE_DAYS must not be less than ${name}_AGEING_DAYS`);
  return { ageing, stale };
}

function schoolYears(text: string): PlainDate[] {
  const days = text.split(',').map((day) => day.trim());
  return days
    .filter((day) => day !== '')
    .map((day) => {
      const parsed = parsePlainDate(day);
      if (parsed !== null) return parsed;
      throw new Refused('SCHOOL_YEARS_BEGIN must be days like 2026-09-03, with commas between them');
    });
}

function schoolTerms(text: string): { from: PlainDate; to: PlainDate }[] {
  const terms = text.split(',').map((term) => term.trim());
  return terms
    .filter((term) => term !== '')
    .map((term) => {
      const [from, to] = term.split('/').map((day) => parsePlainDate(day.trim()));
      if (from != null && to != null && from < to) return { from, to };
      throw new Refused('SCHOOL_TERMS must be terms like 2026-09-01/2026-12-18, with commas between them');
    });
}

function travelTeam({ TRAVEL_TEAM: name, TRAVEL_TEAM_EMAIL: email }: z.infer<typeof environment>) {
  if (name === undefined && email === undefined) return null;
  if (name === undefined || email === undefined)
    throw new Refused('TRAVEL_TEAM and TRAVEL_TEAM_EMAIL are given together');
  return { name, email };
}

function clamdAddress(set: string | undefined) {
  if (set === undefined) return null;
  if (set.startsWith('/')) return { path: set };
  const colon = set.lastIndexOf(':');
  const port = Number(set.slice(colon + 1));
  if (port < 1 || port > 65535) throw new Refused('CLAMD_ADDRESS must have a port from 1 to 65535');
  return { host: set.slice(0, colon).replace(/^\[|\]$/g, ''), port };
}

function easyReadTest({ EASY_READ_TESTED_ON: on, EASY_READ_TESTED_BY: by }: z.infer<typeof environment>) {
  if (on === undefined && by === undefined) return null;
  if (on === undefined || by === undefined)
    throw new Refused('EASY_READ_TESTED_ON and EASY_READ_TESTED_BY are given together');
  return { on: sayDate(plainDate(on)), by };
}

function s3Settings(set: z.infer<typeof environment>) {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = set;
  if (S3_ENDPOINT === undefined) return undefined;
  if (S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined) {
    throw new Refused('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it');
  }
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: set.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
