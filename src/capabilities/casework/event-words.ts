/** What happened, as a timeline says it: the event's own words, with a capital. */
export function sayEvent(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
