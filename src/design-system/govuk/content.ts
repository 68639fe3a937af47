import type { ComponentChildren, VNode } from 'preact';

/** What a component may show: text or elements, never a string of HTML. */
export type Content = VNode | string | number | bigint | boolean | null | undefined | readonly Content[];

/** Attributes beyond those a component sets itself, such as `data-*` or `lang`. They win over the component's own. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Content with its own classes and attributes; `text` may be elements. */
export type Options = {
  text: Content;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Lists may hold `condition && item`; what is left out keeps its place in the numbering, as in the macros. */
export type Item<T> = T | null | undefined | false | '';

/** Whether a part was given as an object of options rather than as the content alone. */
export function isOptions<O extends { text: Content }>(part: Content | O): part is O {
  return typeof part === 'object' && part !== null && 'text' in part;
}

/** Whether there is anything to show. An empty string is nothing; an object of options is something. */
export function isGiven<T>(part: T): part is Exclude<T, null | undefined | false | ''> {
  return part !== undefined && part !== null && part !== false && part !== '';
}

/** Joins the class names there are; undefined when there are none. */
export function classNames(...names: (string | false | null | undefined)[]): string | undefined {
  let joined: string | undefined;
  for (const name of names) {
    if (isGiven(name)) joined = joined === undefined ? name : `${joined} ${name}`;
  }
  return joined;
}

/** Joins the ids of what describes a field, for `aria-describedby`; undefined when nothing does. */
export function describedBy(...ids: (string | false | null | undefined)[]): string | undefined {
  return classNames(...ids);
}

/** Whether it is words alone, which some components put in a paragraph of their own. */
export function isPlainText(content: ComponentChildren | Content): boolean {
  if (Array.isArray(content)) return content.length > 0 && content.every((part) => isPlainText(part));
  return typeof content === 'number' || (typeof content === 'string' && content !== '');
}
