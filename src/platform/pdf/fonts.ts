import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * DejaVu Sans has Latin, Greek, Cyrillic and Hebrew letters; the others are those of England's larger languages. Arabic letters
 * are Vazirmatn's: DejaVu lacks some of Urdu, a word is joined within one font alone, and Noto's dots are glyphs of their own,
 * which are read back as letters twice.
 */
const FILES = [
  import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-gujarati/700Bold/NotoSansGujarati_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-gurmukhi/700Bold/NotoSansGurmukhi_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-tamil/700Bold/NotoSansTamil_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf'),
];

// Vazirmatn is asked for these alone (`letters.typ`), whatever else it has.
const VAZIRMATN = 'Vazirmatn_';
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/;

/** The fonts, read once, and every character that one of them is asked for and can draw. */
export function loadFonts(): { files: Buffer[]; drawable: ReadonlySet<number> } {
  const fonts = FILES.map((url) => ({ url, file: readFileSync(fileURLToPath(url)) }));
  const asked = fonts.flatMap(({ url, file }) => {
    const has = charactersOf(file);
    return url.includes(VAZIRMATN) ? has.filter((one) => ARABIC.test(String.fromCodePoint(one))) : has;
  });
  return { files: fonts.map(({ file }) => file), drawable: new Set(asked) };
}

/** Reads a TrueType file's character map (`cmap` formats 4 and 12, which these fonts use). */
function charactersOf(font: Buffer): number[] {
  const cmap = tableOffset(font, 'cmap');
  const characters: number[] = [];
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) characters.push(...segments(font, at));
    if (format === 12) characters.push(...groups(font, at));
  }
  return characters;
}

function tableOffset(font: Buffer, name: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`a font has no ${name} table`);
}

function segments(font: Buffer, at: number): number[] {
  const length = font.readUInt16BE(at + 6);
  const characters: number[] = [];
  for (let i = 0; i < length; i += 2) {
    const last = font.readUInt16BE(at + 14 + i);
    const first = font.readUInt16BE(at + 16 + length + i);
    const delta = font.readUInt16BE(at + 16 + length * 2 + i);
    const rangeAt = at + 16 + length * 3 + i;
    const range = font.readUInt16BE(rangeAt);
    for (let c = first; c <= last && c !== 0xffff; c++) {
      const listed = range === 0 ? c : font.readUInt16BE(rangeAt + range + (c - first) * 2);
      const glyph = listed === 0 ? 0 : range === 0 ? (c + delta) & 0xffff : listed;
      if (glyph !== 0) characters.push(c);
    }
  }
  return characters;
}

function groups(font: Buffer, at: number): number[] {
  const characters: number[] = [];
  for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
    const group = at + 16 + i * 12;
    const last = font.readUInt32BE(group + 4);
    for (let c = font.readUInt32BE(group); c <= last; c++) characters.push(c);
  }
  return characters;
}
