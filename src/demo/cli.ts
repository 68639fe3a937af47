import { demoPeople, loadDemo } from '../app.ts';
import { type Command, UnusableInput } from '../platform/command.ts';
import { resetDemo } from './reset.ts';

/** `demo reset`: the demonstration as on its first day. */
export const demo: Command = async (args, io) => {
  if (args.length !== 1 || args[0] !== 'reset') throw new UnusableInput('say what: opensend demo reset');
  io.progress('Making the demonstration anew');
  await resetDemo(io.config, io.now(), loadDemo);
  io.out('The demonstration is as on its first day. Sign in as:');
  for (const line of demoPeople()) io.out(`  ${line}`);
  return 0;
};
