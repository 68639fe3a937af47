const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const ENGLISH_TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
});

/** `3 February 2025`: the day an instant fell on in England. */
export function sayDayOf(instant: Date): string {
  return ENGLISH_DAY.format(instant);
}

/** `3 February 2025 at 9:05am`. */
export function sayMoment(instant: Date): string {
  return `${sayDayOf(instant)} at ${sayTimeOf(instant)}`;
}

/** `9:05am`: the time it was in England. */
export function sayTimeOf(instant: Date): string {
  return ENGLISH_TIME.format(instant).replace(/\s/gu, '');
}
