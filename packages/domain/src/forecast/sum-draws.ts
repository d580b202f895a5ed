import { bandOf, type Band } from "./quantiles.ts";

/** Adds one village's draws to an area's: the same draw of every village is one possible city. */
export function addDraws(sum: Uint32Array, draws: Uint32Array): void {
  for (let at = 0; at < sum.length; at += 1) sum[at]! += draws[at]!;
}

/** One band a month ahead. `draws`: draw after draw, each with all `ahead` months. */
export function bandsOf(draws: Uint32Array, ahead: number): Band[] {
  const count = draws.length / ahead;
  const column = new Uint32Array(count);
  return Array.from({ length: ahead }, (_, at) => {
    for (let draw = 0; draw < count; draw += 1) column[draw] = draws[draw * ahead + at]!;
    return bandOf(column);
  });
}
