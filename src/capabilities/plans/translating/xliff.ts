import { escapeXml } from '../../../shared/xml.ts';
import type { Language } from './languages.ts';
import type { Standing } from './matching.ts';

export const XLIFF = 'application/xliff+xml';
export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

export type Written = {
  /** The version it is of, as `urn:uuid:…`. */
  of: string;
  /** `Final plan, version 1, issued …`. */
  stamp: string;
  language: Language;
  rows: readonly Standing[];
};

/** A version as a translator's software reads it (XLIFF 2.1, core alone): a unit for each piece, with what is translated already. */
export function writeXliff({ of, stamp, language, rows }: Written): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF_NAMESPACE}" version="2.1" srcLang="en-GB" trgLang="${escapeXml(language.tag)}">`,
    `  <file id="plan" original="${escapeXml(of)}" canResegment="no">`,
    '    <notes>',
    `      <note category="version">${escapeXml(stamp)}</note>`,
    '      <note category="how">Translate each target. Leave each source, and each unit, as it is.</note>',
    '    </notes>',
    ...rows.flatMap(unit),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

function unit({ key, english, where, words }: Standing): string[] {
  const target = words === null ? [] : [`        <target xml:space="preserve">${escapeXml(words)}</target>`];
  return [
    `    <unit id="${escapeXml(key)}">`,
    `      <notes><note category="where">${escapeXml(where)}</note></notes>`,
    `      <segment state="${words === null ? 'initial' : 'translated'}">`,
    `        <source xml:space="preserve">${escapeXml(english)}</source>`,
    ...target,
    '      </segment>',
    '    </unit>',
  ];
}
