/** Gives numbers from 0 (included) to 1 (not included). */
export type Random = () => number;

/** A generator of its own that gives the same numbers for the same seed everywhere (sfc32; seeded by FNV-1a of the text). */
export function seededRandom(seed: string): Random {
  let a = 0x811c_9dc5;
  for (let at = 0; at < seed.length; at += 1) a = Math.imul(a ^ seed.charCodeAt(at), 0x0100_0193);
  let b = 0x9e37_79b9;
  let c = 0x243f_6a88;
  let counter = 1;
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

/**
 * How many of `people` do what each does with the given chance; `logStay` is log(1 - chance), so that tight loops compute it once.
 * Exact by inversion up to a mean of thirty, beyond it the rounded normal law held within 0 and everyone.
 */
export function howMany(random: Random, people: number, chance: number, logStay: number): number {
  if (people <= 0 || chance <= 0) return 0;
  if (chance >= 1) return people;
  const mean = people * chance;
  if (mean > 30) return aboutNormal(random, people, mean, chance);
  const odds = chance / (1 - chance);
  let at = Math.exp(people * logStay);
  let left = random();
  let count = 0;
  while (left > at && count < people) {
    left -= at;
    count += 1;
    at *= (odds * (people - count + 1)) / count;
  }
  return count;
}

function aboutNormal(random: Random, people: number, mean: number, chance: number): number {
  const spread = Math.sqrt(mean * (1 - chance));
  const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(people, Math.max(0, Math.round(mean + spread * z)));
}
