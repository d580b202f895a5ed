/** Shares whole people out in proportion to `room`, the largest remainders first, nobody beyond their room; sums to the least of both. */
export function spreadPeople(people: number, room: readonly number[]): number[] {
  const total = room.reduce((sum, each) => sum + each, 0);
  const given = Math.min(people, total);
  if (total === 0) return room.map(() => 0);
  const exact = room.map((each) => (given * each) / total);
  const whole = exact.map((share) => Math.floor(share));
  const left = given - whole.reduce((sum, each) => sum + each, 0);
  const order = exact
    .map((share, at) => ({ at, rest: share - whole[at]! }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, left)) whole[at]! += 1;
  return whole;
}
