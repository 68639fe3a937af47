/** What was asked cannot be done, as one line that says what to do about it. */
export class Refused extends Error {}
