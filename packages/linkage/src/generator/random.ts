/** A seeded source of chance: the same seed and label give the same choices on every machine. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** The key of a table of weights, drawn in proportion to them. */
  readonly draw: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key;
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
};

/** Streams with different labels do not influence each other, so one part can change without moving all others. */
export function randomOf(seed: number, label: string): Random {
  const next = sfc32(hashes(`${seed}/${label}`));
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    draw: (weights) => drawKey(weights, next()),
    shuffle: (items) => shuffled(items, int),
  };
}

function drawKey<Key extends string>(weights: Readonly<Record<Key, number>>, point: number): Key {
  let all = 0;
  for (const key in weights) all += weights[key];
  let left = point * all;
  let last: Key | undefined;
  for (const key in weights) {
    last = key;
    left -= weights[key];
    if (left < 0) return key;
  }
  if (last === undefined) throw new RangeError("no weights to draw from");
  return last;
}

function shuffled<Item>(items: readonly Item[], int: (low: number, high: number) => number): Item[] {
  const copy = [...items];
  for (let place = copy.length - 1; place > 0; place -= 1) {
    const other = int(0, place);
    [copy[place], copy[other]] = [copy[other] as Item, copy[place] as Item];
  }
  return copy;
}

/** Four 32-bit seeds of a text (FNV-1a with four offsets). */
function hashes(text: string): [number, number, number, number] {
  const seeds: [number, number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let place = 0; place < text.length; place += 1) {
    for (let lane = 0; lane < 4; lane += 1) {
      seeds[lane] = Math.imul((seeds[lane] ?? 0) ^ (text.charCodeAt(place) + lane), 0x01000193);
    }
  }
  return seeds;
}

/** Chris Doty-Humphrey's small fast counter generator, 32 bits; good enough for names, not for secrets. */
function sfc32([first, second, third, fourth]: [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first | 0, second | 0, third | 0, fourth | 0];
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) step();
  return step;
}
