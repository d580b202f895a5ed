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
 * How many of `people` do what each does with the given chance. Exact by inversion up to a mean of thirty, beyond it the rounded normal law held within 0 and everyone.
 */
export function howMany(random: Random, people: number, chance: number): number {
  if (people <= 0 || chance <= 0) return 0;
  if (chance >= 1) return people;
  const mean = people * chance;
  if (mean > 30) return aboutNormal(random, people, mean, chance);
  let left = random();
  if (left < 1 - mean) return 0; // nobody at all is at least as likely as this
  const odds = chance / (1 - chance);
  let at = Math.exp(people * Math.log1p(-chance));
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
  const z = normal(random);
  return Math.min(people, Math.max(0, Math.round(mean + spread * z)));
}

/** Mean 0, variance 1 (Box and Muller 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export type GammaLaw = { readonly shape: number; readonly rate: number };

/** Never negative, with the mean shape / rate (Marsaglia and Tsang 2000). */
export function gamma(random: Random, { shape, rate }: GammaLaw): number {
  if (shape < 1) return gamma(random, { shape: shape + 1, rate }) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}
