import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { DocumentStore } from './document-store.ts';
import {
  A_PDF,
  aDiskStore,
  aFilm,
  anOgg,
  aPhotograph,
  aWebm,
  aZip,
  contentTypes,
  OFFICE,
} from './examples.ts';
import { MAX_DOCUMENT_BYTES } from './formats.ts';
import { ACCEPT_ATTRIBUTE, ACCEPTED_IN_WORDS, receiveContent } from './index.ts';

async function receive(bytes: Buffer, name = 'file.pdf', store?: DocumentStore) {
  const documents = store ?? (await aDiskStore());
  const result = await receiveContent(documents, Readable.from([bytes]), { authorityId: 801, name });
  const kept = result.ok ? await documents.open(result.value.storageKey) : null;
  return { result, bytes: kept === null ? Buffer.alloc(0) : await buffer(kept), documents };
}

async function message(bytes: Buffer, name?: string): Promise<string> {
  const { result } = await receive(bytes, name);
  return result.ok ? `kept as ${result.value.mediaType}` : result.message;
}

test('what is kept is what was sent, under a random key, readable by the service alone', async () => {
  const { result, bytes, documents } = await receive(A_PDF, 'Advice for Amira.pdf');
  expect(bytes).toEqual(A_PDF);
  expect(result).toMatchObject({
    ok: true,
    value: { mediaType: 'application/pdf', title: 'Advice for Amira.pdf' },
  });
  if (!result.ok) return;
  expect(result.value.storageKey).toMatch(/^801\/[0-9a-f-]{36}$/);
  expect(await readdir(documents.incoming)).toEqual([]);
  const folder = join(documents.incoming, '..', 'kept');
  const [, file = ''] = (await readdir(folder, { recursive: true })).filter((name) => name.length > 30);
  expect((await stat(folder)).mode & 0o077).toBe(0);
  if (file !== '') expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
});

describe('the type is found by the content', () => {
  test.each([
    ['a PDF called a picture', A_PDF, 'photo.jpg', 'application/pdf'],
    ['plain text', Buffer.from('Amira reads.\r\n\tShe likes it.'), 'notes.txt', 'text/plain'],
    ['text from an old program', Buffer.from('Si\xe2n\x92s notes', 'latin1'), 'notes.txt', 'text/plain'],
    ['a sum of less-thans', Buffer.from('if 3 < 4 and 5 > 2'), 'notes.txt', 'text/plain'],
    ['rich text', Buffer.from('{\\rtf1\\ansi Hello}'), 'notes.rtf', 'application/rtf'],
    ['MP3', Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(2000)]), 'a.mp3', 'audio/mpeg'],
    [
      'Word',
      aZip('[Content_Types].xml', contentTypes(`${OFFICE}.wordprocessingml.document`)),
      'a.docx',
      `${OFFICE}.wordprocessingml.document`,
    ],
    [
      'Excel',
      aZip('[Content_Types].xml', contentTypes(`${OFFICE}.spreadsheetml.sheet`)),
      'a.xlsx',
      `${OFFICE}.spreadsheetml.sheet`,
    ],
    [
      'OpenDocument',
      aZip('mimetype', 'application/vnd.oasis.opendocument.text'),
      'a.odt',
      'application/vnd.oasis.opendocument.text',
    ],
    [
      'WAV',
      Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(64)]),
      'a.wav',
      'audio/wav',
    ],
    ['Ogg', anOgg('OpusHead'), 'voice.ogg', 'audio/ogg'],
    ['Ogg Vorbis', anOgg('\x01vorbis'), 'voice.oga', 'audio/ogg'],
    ['WebM', aWebm('webm'), 'voice.webm', 'video/webm'],
    ['a film', aFilm(), 'a.mp4', 'video/mp4'],
    ['a film from a phone', aFilm('qt  '), 'a.mov', 'video/quicktime'],
    ['a voice memo', aFilm('M4A '), 'a.m4a', 'audio/mp4'],
  ])('%s', async (_what, bytes, name, mediaType) => {
    expect(await message(bytes, name)).toBe(`kept as ${mediaType}`);
  });

  test('a text named as a program is kept as text and named so', async () => {
    const { result } = await receive(Buffer.from('echo hello'), 'run.bat');
    expect(result).toMatchObject({ value: { mediaType: 'text/plain', title: 'run.bat.txt' } });
  });
});

describe('refused, with what to do', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['a drawing', Buffer.from(svg), /web page or a drawing.*PDF/],
    ['a drawing with a declaration', Buffer.from(`<?xml version="1.0"?>\n${svg}`), /web page or a drawing/],
    ['a web page', Buffer.from('<!DOCTYPE html><title>x</title>'), /web page/],
    ['a web page after a comment', Buffer.from('<!-- a -->\n\n <HTML><body>'), /web page/],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /'), /web page or a drawing/],
    [
      'a Windows program',
      Buffer.concat([Buffer.from('MZ'), randomBytes(200)]),
      /must be one of these: PDF, Word/,
    ],
    ['a Linux program', Buffer.concat([Buffer.from('\x7fELF'), randomBytes(200)]), /must be one of these/],
    ['nothing recognisable', Buffer.from([0, 1, 2, 3, 0, 255]), /must be one of these/],
    ['an empty file', Buffer.alloc(0), /empty/],
    ['a ZIP', aZip('anything', 'at all'), /one at a time/],
    [
      'Word with a program in it',
      aZip('[Content_Types].xml', contentTypes('application/vnd.ms-word.document.macroEnabled')),
      /without macros/,
    ],
    ['a phone’s HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /JPEG.*HEIC/],
    [
      'a scan in TIFF',
      Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(64)]),
      /PDF.*TIFF/,
    ],
    [
      'an old Word file',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      /Save this file as a PDF/,
    ],
    [
      'a broken picture',
      Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(200)]),
      /damaged or too large/,
    ],
    ['a film whose boxes lie', aFilm().fill(0xff, 20, 24), /damaged/],
  ])('%s', async (_what, bytes, expected) => {
    expect(await message(bytes, 'harmless.pdf')).toMatch(expected);
  });

  test('a small picture that would fill the memory', async () => {
    const huge = await sharp({
      create: { width: 16_000, height: 8_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    expect(huge.length).toBeLessThan(2_000_000);
    expect(await message(huge)).toMatch(/too large to open/);
  }, 60_000);

  test('nothing refused leaves anything behind', async () => {
    const store = await aDiskStore();
    await receive(Buffer.from(svg), 'x.svg', store);
    await receive(Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(200)]), 'x.jpg', store);
    expect(await readdir(store.incoming)).toEqual([]);
    expect(await readdir(join(store.incoming, '..', 'kept'), { recursive: true })).toEqual([]);
  });
});

test('a form says, and lets be chosen, what is taken and nothing else', () => {
  expect(ACCEPTED_IN_WORDS).toMatch(/^PDF, Word \(\.docx\), .* WebM or MOV$/);
  expect(ACCEPT_ATTRIBUTE.split(',')).toEqual(
    expect.arrayContaining(['.pdf', '.docx', '.jpg', '.mp3', '.mov']),
  );
  expect(ACCEPT_ATTRIBUTE).not.toMatch(/svg|html|exe|zip|heic/);
});

describe('50 MB', () => {
  async function* text(bytes: number) {
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    for (let left = bytes; left > 0; left -= chunk.length)
      yield chunk.subarray(0, Math.min(left, chunk.length));
  }
  const receiveText = async (bytes: number) =>
    receiveContent(await aDiskStore(), Readable.from(text(bytes)), {
      authorityId: 801,
      name: 'long.txt',
      field: 'evidence',
    });

  test('is taken, and one byte more is not', async () => {
    expect(await receiveText(MAX_DOCUMENT_BYTES)).toMatchObject({ ok: true });
    expect(await receiveText(MAX_DOCUMENT_BYTES + 1)).toEqual({
      ok: false,
      field: 'evidence',
      message: 'The file must be smaller than 50 MB',
    });
  });

  test('is not taken when a form’s reader stopped at its own limit', async () => {
    const cut = Object.assign(Readable.from([A_PDF]), { truncated: true });
    const result = await receiveContent(await aDiskStore(), cut, { authorityId: 801, name: 'cut.pdf' });
    expect(result).toMatchObject({ ok: false, message: 'The file must be smaller than 50 MB' });
  });

  test('a file that breaks off leaves nothing behind', async () => {
    const store = await aDiskStore();
    const broken = Readable.from(
      (async function* () {
        yield A_PDF;
        throw new Error('the connection went');
      })(),
    );
    await expect(receiveContent(store, broken, { authorityId: 801, name: 'a.pdf' })).rejects.toThrow('went');
    expect(await readdir(store.incoming)).toEqual([]);
  });
});

describe('where it was made is forgotten', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'by a photograph in %s, which is turned the right way up',
    async (kind) => {
      const photograph = await aPhotograph(kind);
      expect(await sharp(photograph).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) });
      const { bytes } = await receive(photograph, `p.${kind}`);
      const after = await sharp(bytes).metadata();
      expect(after).toMatchObject({ format: kind, width: 20, height: 40 });
      expect([after.exif, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined]);
      expect(bytes.includes('Invented Camera')).toBe(false);
    },
  );

  test('by what is hidden after the end of a photograph', async () => {
    const carrier = Buffer.concat([await aPhotograph(), Buffer.from('<script>hidden</script>')]);
    expect((await receive(carrier, 'p.jpg')).bytes.includes('hidden')).toBe(false);
  });

  test('by a film, whose sound and pictures stay where they were', async () => {
    const film = aFilm('qt  ');
    const { bytes } = await receive(film, 'f.mov');
    expect(bytes.length).toBe(film.length);
    expect(bytes.indexOf('the sound and the pictures')).toBe(film.indexOf('the sound and the pictures'));
    for (const secret of ['+51.5073', 'named street', 'ISO6709']) expect(bytes.includes(secret)).toBe(false);
  });
});
