import { demoPeople, loadDemo } from '../app.ts';
import { type Command, UnusableInput } from '../platform/command.ts';
import { resetDemo } from './reset.ts';

/** `demo reset`: the demonstration as on its first day. `demo national`: all England, in a database of its own. */
export const demo: Command = async (args, io) => {
  if (args[0] === 'national') return (await import('./national/cli.ts')).national(args.slice(1), io);
  if (args.length !== 1 || args[0] !== 'reset')
    throw new UnusableInput('say what: opensend demo reset, or opensend demo national --people 640000');
  io.progress('Making the demonstration anew');
  await resetDemo(io.config, io.now(), loadDemo);
  io.out('The demonstration is as on its first day. Sign in as:');
  for (const line of demoPeople()) io.out(`  ${line}`);
  return 0;
};
