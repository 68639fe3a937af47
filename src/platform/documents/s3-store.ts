import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { privateFolder } from './disk-store.ts';
import { checkedKey, type DocumentStore, isKey } from './document-store.ts';

export type S3Settings = {
  /** `https://s3.eu-west-2.amazonaws.com`, or wherever the store answers. The bucket is put after it as a path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/**
 * Keeps documents in a bucket of any store that speaks S3. Requests are signed with Signature Version 4, the body's
 * hash among what is signed, so the store refuses bytes altered on the way. Nothing is ever made public and no address
 * in the bucket is given to anyone. `directory` holds what is on its way.
 */
export async function s3Store(settings: S3Settings, directory: string): Promise<DocumentStore> {
  const incoming = await privateFolder(join(directory, 'incoming'));
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const bucket = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`;
  const at = (key: string) => `${bucket}/${checkedKey(key)}`;
  return {
    incoming,
    async put(key, file) {
      const body = await openAsBlob(file.path);
      const headers = { 'x-amz-content-sha256': file.sha256, 'content-type': 'application/octet-stream' };
      await expectOk(await client.fetch(at(key), { method: 'PUT', body, headers }), 'keep');
      await rm(file.path, { force: true });
    },
    async open(key) {
      const response = await client.fetch(at(key));
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok) await expectOk(response, 'open');
      return response.body === null ? Readable.from([]) : Readable.from(response.body);
    },
    async remove(key) {
      const response = await client.fetch(at(key), { method: 'DELETE' });
      if (response.status !== 404) await expectOk(response, 'remove');
    },
    list: (authorityId) => listBucket(client, bucket, authorityId),
  };
}

async function* listBucket(client: AwsClient, bucket: string, authorityId: number) {
  let after: string | null = null;
  do {
    const address = new URL(bucket);
    address.searchParams.set('list-type', '2');
    address.searchParams.set('prefix', `${authorityId}/`);
    if (after !== null) address.searchParams.set('continuation-token', after);
    const response: Response = await client.fetch(address);
    if (!response.ok) await expectOk(response, 'list');
    const page: string = await response.text();
    // Our own keys hold nothing that XML would escape, so the two elements wanted are read as they stand.
    for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const key = element(entry, 'Key');
      const keptAt = element(entry, 'LastModified');
      if (key !== null && keptAt !== null && isKey(key)) yield { key, keptAt: new Date(keptAt) };
    }
    after = element(page, 'NextContinuationToken');
  } while (after !== null);
}

function element(xml: string, name: string): string | null {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  if (text === undefined) return null;
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

// The answer's body may name the key or the account, so it goes nowhere.
async function expectOk(response: Response, act: string): Promise<void> {
  await response.body?.cancel();
  if (!response.ok)
    throw new Error(`The document store would not ${act} a document: it answered ${response.status}`);
}
