import { registerOf } from '../../src/capabilities/settings/held-register.ts';
import { within } from '../../src/capabilities/settings/nearby.ts';
import { factsOf } from '../../src/capabilities/tailored-lists/facts.ts';
import { tailoredList } from '../../src/capabilities/tailored-lists/tailored-list.ts';
import { placesOfEngland, settingsOfEngland } from './england.ts';
import { aChildFor } from './transfer.ts';

/* Makes the lists of its share of a national phase transfer, and says how many settings they considered. */

const [first = 0, count = 0, all = 0] = process.argv.slice(2).map(Number);
const register = registerOf(await settingsOfEngland());
const facts = factsOf(register, []);
const places = await placesOfEngland(all);
process.send?.('ready');
process.once('message', () => {
  const started = performance.now();
  const before = process.cpuUsage();
  let considered = 0;
  for (let number = first; number < first + count; number += 1) {
    const place = places[number % places.length];
    if (place === undefined) throw new Error('no places');
    considered += tailoredList(facts, within(register, place, 50), aChildFor(number)).size;
  }
  const { user, system } = process.cpuUsage(before);
  process.send?.({ considered, seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 });
  process.disconnect?.();
});
