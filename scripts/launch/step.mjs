// One line per step, with its seconds; the same on a terminal and in a log.

/**
 * Prints the label, does the work, prints how long it took.
 * @template T
 * @param {string} label
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const from = performance.now();
  process.stdout.write(`${label} … `);
  try {
    const result = await work();
    process.stdout.write(`${secondsSince(from)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("gagal · failed\n");
    throw error;
  }
}

/** @param {number} from a performance.now() */
export function secondsSince(from) {
  return ((performance.now() - from) / 1000).toFixed(1);
}
