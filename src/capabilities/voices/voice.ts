import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export const WAYS = ['words', 'photograph', 'drawing', 'sound', 'video'] as const;
export type Way = (typeof WAYS)[number];

/** What a child says for themself, and how it was gathered. */
export type Voice = {
  id: Uuid;
  way: Way;
  /** The child's own words; or what a picture or recording shows or says. May be empty with one. */
  words: string;
  document: { id: Uuid; title: string } | null;
  howGathered: string;
  helpedBy: string;
  gatheredOn: PlainDate;
  recordedBy: string;
  /** The child has seen it, and said that it is what they mean. */
  confirmed: { on: PlainDate; how: string; by: string } | null;
};

export type VoiceForm = {
  way: Way | null;
  words: string;
  documentId: Uuid | null;
  /** What the content of that file was found to be; null without one. */
  mediaType: string | null;
  howGathered: string;
  helpedBy: string;
  gatheredOn: PlainDate | null;
  recordedBy: string;
};
export type NewVoice = VoiceForm & { way: Way; gatheredOn: PlainDate };

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PICTURES = { of: ['image/', 'application/pdf', WORD], words: 'a picture, a PDF or a Word document' };

/** What a file of each way may be, by how its media type begins. Telephones keep some sound as a film without a picture. */
const FILES = {
  words: { of: [''], words: 'any' },
  photograph: PICTURES,
  drawing: PICTURES,
  sound: { of: ['audio/', 'video/'], words: 'a recording of sound' },
  video: { of: ['video/'], words: 'a video' },
} as const satisfies Record<Way, { of: readonly string[]; words: string }>;

/**
 * What a child said or made. Refuses nothing said, a file that cannot be what was said, since nothing is taken back later, and
 * not how it was gathered; a description is asked for, never required.
 */
export function sayVoice(form: VoiceForm, today: PlainDate): Result<NewVoice> {
  const { way, gatheredOn } = form;
  if (way === null) return refused('way', 'Select how they said it');
  if (way === 'words' && form.words === '') return refused('words', 'Enter their words, as they said them');
  if (way !== 'words' && form.documentId === null) return refused('documentId', 'Select the file');
  const { mediaType } = form;
  if (mediaType !== null && !FILES[way].of.some((start) => mediaType.startsWith(start))) {
    return refused('documentId', `The file must be ${FILES[way].words}`);
  }
  if (form.howGathered === '') return refused('howGathered', 'Enter how it was gathered');
  if (gatheredOn === null) return refused('gatheredOn', 'Enter the day it was gathered');
  if (gatheredOn > today)
    return refused('gatheredOn', 'The day it was gathered must be today or in the past');
  if (form.recordedBy === '') return refused('recordedBy', 'Enter your name');
  return accepted({ ...form, way, gatheredOn });
}

/** The child has seen it. Refuses it without how that is known, and a second time. */
export function confirmVoice(
  voice: Pick<Voice, 'confirmed'>,
  form: { how: string; by: string },
): Result<{ how: string; by: string }> {
  if (voice.confirmed !== null) return refused('how', 'This has been confirmed already');
  if (form.how === '') return refused('how', 'Enter how the child saw it, and what they said');
  if (form.by === '') return refused('by', 'Enter your name');
  return accepted(form);
}
