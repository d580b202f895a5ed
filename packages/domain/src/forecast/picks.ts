import { seededRandom } from "./random.ts";

/** How often a month goes on as the one before. */
const tried = [0, 0.2, 0.4, 0.6, 0.8, 0.95] as const;

/**
 * How likely each of `tried` is, by how well it would have told each month's change of the city from the months before it: the last one
 * and their mean, of which older months fade. All alike where fewer than three months could be told.
 */
export function howMonthsGoOn(changes: readonly number[], halfLife: number): readonly number[] {
  const errors = tried.map(() => 1);
  const fade = 0.5 ** (1 / halfLife);
  let [sum, weight] = [0, 0];
  for (const [at, change] of changes.entries()) {
    if (at > 1)
      for (const [index, stays] of tried.entries())
        errors[index]! += (change - stays * changes[at - 1]! - (1 - stays) * (sum / weight)) ** 2;
    sum = sum * fade + change;
    weight = weight * fade + 1;
  }
  const told = Math.max(0, changes.length - 2);
  if (told < 3) return tried.map(() => 1 / tried.length);
  const least = Math.min(...errors);
  const likely = errors.map((error) => (least / error) ** (told / 2));
  const all = likely.reduce((total, one) => total + one, 0);
  return likely.map((one) => one / all);
}

type Picking = {
  readonly draws: number;
  readonly ahead: number;
  /** Of the months behind, oldest first. */
  readonly weights: readonly number[];
  readonly goOn: readonly number[];
};

/**
 * Each draw first takes about as many months behind as they are worth, some twice and some not at all: what the pace truly is stays
 * unknown, and the band opens with time. Each month ahead then goes on as the one before or repeats one of them.
 */
export function drawPicks(seed: string, { draws, ahead, weights, goOn }: Picking): Uint8Array {
  const random = seededRandom(`${seed}|months`);
  const picks = new Uint8Array(draws * ahead);
  const behind = weights.length;
  if (behind === 0) return picks;
  const one = chooser(weights, random);
  const stay = chooser(goOn, random);
  const worth = total(weights) ** 2 / total(weights.map((weight) => weight ** 2));
  const own = new Uint8Array(Math.max(1, Math.round(worth) - 1));
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < own.length; at += 1) own[at] = one();
    const stays = tried[stay()]!;
    let last = behind - 1;
    for (let at = 0; at < ahead; at += 1) {
      if (random() >= stays) last = own[Math.floor(random() * own.length)]!;
      picks[draw * ahead + at] = last;
    }
  }
  return picks;
}

const total = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** Gives a place in `weights`, each as often as it weighs. */
function chooser(weights: readonly number[], random: () => number): () => number {
  const all = total(weights);
  let sum = 0;
  const reached = weights.map((weight) => (sum += weight / all));
  return () => {
    const at = random();
    const found = reached.findIndex((until) => at < until);
    return found < 0 ? weights.length - 1 : found;
  };
}
