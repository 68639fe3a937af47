import type { Attributes } from './content.ts';

/** A message with a form for each plural: `{ one: '%{count} word', other: '%{count} words' }`. */
export type PluralMessage = Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>
>;

/** The `data-i18n.*` attributes by which GOV.UK Frontend's script is given other words than its own. */
export function messageAttributes(
  messages: Readonly<Record<string, string | PluralMessage | undefined>>,
): Attributes {
  const attributes: Record<string, string> = {};
  for (const [key, message] of Object.entries(messages)) {
    if (message === undefined || message === '') continue;
    if (typeof message === 'string') attributes[`data-i18n.${key}`] = message;
    else {
      for (const [plural, text] of Object.entries(message)) attributes[`data-i18n.${key}.${plural}`] = text;
    }
  }
  return attributes;
}
