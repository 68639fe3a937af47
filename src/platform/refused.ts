/** The service declines to start, in one line that says what to do. */
export class Refused extends Error {}
