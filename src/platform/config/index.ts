import { isAbsolute, join } from 'node:path';
import { z } from 'zod';

/** The folder the project stands in. */
export const PROJECT = join(import.meta.dirname, '..', '..', '..');

const port = z.coerce.number().int().min(0).max(65535);
const minutes = z.coerce.number().int().positive();
const flag = z.enum(['true', 'false', '1', '0', '']).transform((text) => text === 'true' || text === '1');

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: z.url().optional(),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: z.string().min(1).default('.data'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SECOND_FACTOR: z.string().default('mfa,otp,hwk,swk'),
  SESSION_IDLE_MINUTES: minutes.default(30),
  SESSION_ABSOLUTE_MINUTES: minutes.default(12 * 60),
  DOCUMENTS_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('eu-west-2'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  NOTIFY_API_KEY: z.string().min(1).optional(),
  NOTIFY_BASE_URL: z.url().optional(),
  NOTIFY_EMAIL_TEMPLATE: z.string().min(1).optional(),
  NOTIFY_TEXT_TEMPLATE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  PUBLIC_FORM_LIMIT: z.coerce.number().int().positive().default(60),
});

export type Config = ReturnType<typeof parseConfig>;

/** What is wrong with the settings, in one line a person can act on. */
export class UnusableConfig extends Error {}

/**
 * Reads every setting of the service, once. Nothing else looks at the environment.
 * Refuses a setting it cannot use, by name; with a database of one's own, the owner's address is needed to migrate only.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UnusableConfig(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'cannot be used'}`);
  }
  const set = parsed.data;
  const dataDir = isAbsolute(set.DATA_DIR) ? set.DATA_DIR : join(PROJECT, set.DATA_DIR);
  const host = set.HOST ?? (set.DATABASE_URL === undefined ? '127.0.0.1' : '0.0.0.0');
  return {
    port: set.PORT,
    host,
    baseUrl: (set.BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, ''),
    trustProxy: set.TRUST_PROXY,
    dataDir,
    database: {
      /** Null: the embedded server in the data folder. */
      url: set.DATABASE_URL ?? null,
      ownerUrl: set.DATABASE_OWNER_URL ?? null,
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
    session: { idleMinutes: set.SESSION_IDLE_MINUTES, absoluteMinutes: set.SESSION_ABSOLUTE_MINUTES },
    documents: {
      directory: set.DOCUMENTS_DIR ?? join(dataDir, 'documents'),
      maxBytes: 50 * 1024 * 1024,
      s3: s3Settings(set),
    },
    notify:
      set.NOTIFY_API_KEY === undefined
        ? null
        : {
            apiKey: set.NOTIFY_API_KEY,
            baseUrl: set.NOTIFY_BASE_URL ?? null,
            emailTemplate: set.NOTIFY_EMAIL_TEMPLATE ?? null,
            textTemplate: set.NOTIFY_TEXT_TEMPLATE ?? null,
          },
    logLevel: set.LOG_LEVEL,
    /** How many times a minute one address may send a public form. */
    publicFormLimit: set.PUBLIC_FORM_LIMIT,
  };
}

function s3Settings(set: z.infer<typeof environment>) {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = set;
  if (S3_ENDPOINT === undefined) return undefined;
  if (S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined) {
    throw new UnusableConfig(
      'S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it',
    );
  }
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: set.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
