/* What may be sent, as data: what content is found to be, what people call it, and how a file of it may be named. */

export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

export type Format = {
  mediaType: string;
  words: string;
  /** The ways its name may end; the first is given to a name that ends otherwise. */
  endings: readonly [string, ...string[]];
  /** What is done to it before it is kept: photographs, recordings and films say where they were taken. */
  cleaning?: 'image' | 'recording';
  /** What the sniffer calls it, where that is not `mediaType`. */
  sniffedAs?: readonly string[];
};

export const FORMATS: readonly Format[] = [
  { mediaType: 'application/pdf', words: 'PDF', endings: ['pdf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word (.docx)',
    endings: ['docx'],
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    words: 'OpenDocument text (.odt)',
    endings: ['odt'],
  },
  { mediaType: 'application/rtf', words: 'rich text (.rtf)', endings: ['rtf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'Excel (.xlsx)',
    endings: ['xlsx'],
  },
  { mediaType: 'text/plain', words: 'plain text', endings: ['txt', 'csv'] },
  { mediaType: 'image/jpeg', words: 'JPEG', endings: ['jpg', 'jpeg'], cleaning: 'image' },
  { mediaType: 'image/png', words: 'PNG', endings: ['png'], cleaning: 'image', sniffedAs: ['image/apng'] },
  { mediaType: 'image/webp', words: 'WebP', endings: ['webp'], cleaning: 'image' },
  { mediaType: 'audio/mpeg', words: 'MP3', endings: ['mp3'] },
  { mediaType: 'audio/wav', words: 'WAV', endings: ['wav'] },
  {
    mediaType: 'audio/mp4',
    words: 'M4A',
    endings: ['m4a'],
    cleaning: 'recording',
    sniffedAs: ['audio/x-m4a'],
  },
  {
    mediaType: 'video/mp4',
    words: 'MP4',
    endings: ['mp4', 'm4v'],
    cleaning: 'recording',
    sniffedAs: ['video/x-m4v'],
  },
  {
    mediaType: 'audio/ogg',
    words: 'Ogg',
    endings: ['ogg', 'oga', 'opus'],
    sniffedAs: ['audio/ogg; codecs=opus'],
  },
  { mediaType: 'video/webm', words: 'WebM', endings: ['webm'] },
  { mediaType: 'video/quicktime', words: 'MOV', endings: ['mov'], cleaning: 'recording' },
];

/** Content people often send that is refused, with what to do instead. */
export const REFUSED_FORMATS: Readonly<Record<string, string>> = {
  'image/heic': asJpeg('HEIC'),
  'image/heif': asJpeg('HEIF'),
  'image/tiff': 'Save this scan as a PDF and choose it again. This service cannot take TIFF',
  'application/x-cfb': 'Save this file as a PDF, or in Word or Excel’s current format, and choose it again',
  'application/vnd.ms-word.document.macroenabled.12':
    'Save this file as a Word document without macros (.docx), or as a PDF, and choose it again',
  'application/zip': 'Choose the files one at a time. This service cannot take a ZIP file',
};

export const ACCEPTED_IN_WORDS = `${FORMATS.slice(0, -1)
  .map((format) => format.words)
  .join(', ')} or ${FORMATS.at(-1)?.words ?? ''}`;

/** For the `accept` attribute of a file input: a convenience for people, never a check. */
export const ACCEPT_ATTRIBUTE = FORMATS.flatMap((format) =>
  format.endings.map((ending) => `.${ending}`),
).join(',');

/** The format content was found to be, or null when this service does not take it. */
export function formatOf(sniffed: string): Format | null {
  return (
    FORMATS.find((format) => format.mediaType === sniffed || format.sniffedAs?.includes(sniffed) === true) ??
    null
  );
}

function asJpeg(format: string): string {
  return `Save this photo as a JPEG and choose it again. This service cannot take photos in ${format}. On an iPhone, choose Settings, Camera, Formats, Most Compatible, and take the photo again`;
}
