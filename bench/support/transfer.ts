import type { ForWhom } from '../../src/capabilities/tailored-lists/considering.ts';

/** An invented child who moves to secondary school, with ten lines of provision for needs of their own. */
export function aChildFor(number: number): ForWhom {
  const lines = Array.from({ length: 10 }, (_, line) => ({
    ref: `F${line + 1}`,
    needs: [1 << ((number + line) % 12), ...(line % 3 === 0 ? [1 << ((number * 3 + line) % 12)] : [])],
  }));
  return { age: 11, yearAge: 11, lines, wish: number % 3 === 0 ? 'special' : null };
}
