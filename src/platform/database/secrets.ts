import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refused } from '../refused.ts';

export type Secrets = { owner: string; app: string };

/** The passwords kept beside a database already made. Refuses when they are lost or unreadable. */
export async function readSecrets(directory: string): Promise<Secrets> {
  const kept = parse(await readFile(fileIn(directory), 'utf8').catch(() => ''));
  if (kept !== null) return kept;
  throw new Refused(
    `${fileIn(directory)} is lost or damaged: restore it, or move ${directory} away to begin anew`,
  );
}

/** Random passwords for a database about to be made, which only the folder's owner can read. */
export async function makeSecrets(directory: string): Promise<Secrets> {
  const secrets = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  await writeFile(fileIn(directory), JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function fileIn(directory: string): string {
  return join(directory, 'passwords.json');
}

function parse(text: string): Secrets | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('owner' in value) || !('app' in value)) return null;
    const { owner, app } = value;
    return typeof owner === 'string' && typeof app === 'string' ? { owner, app } : null;
  } catch {
    return null;
  }
}
