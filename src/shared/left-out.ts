/** What stands in a text in place of what says how to reach somebody else on the file. */
export const LEFT_OUT = '[left out: how to reach somebody else]';

/** What a paper that was drawn without it says of itself. */
export const LEAVES_OUT = 'This copy leaves out how to reach somebody';
