import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  chooseBestPerRight,
  chooseOneToOne,
  clusterRecords,
  pickEdges,
  sortEdges,
  withDecisions,
  type Edges,
} from "./index.ts";

type Pair = [left: number, right: number];
const scored = (pairs: [...Pair, number][]): Edges =>
  sortEdges({
    left: Int32Array.from(pairs, (p) => p[0]),
    right: Int32Array.from(pairs, (p) => p[1]),
    bits: Float64Array.from(pairs, (p) => p[2]),
  });
const numbered = (pairs: Pair[]) => ({
  left: Int32Array.from(pairs, (p) => p[0]),
  right: Int32Array.from(pairs, (p) => p[1]),
});
const edge = fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: -5, max: 30 })) as fc.Arbitrary<
  [...Pair, number]
>;
const edges = fc.uniqueArray(edge, { selector: ([l, r]) => `${l} ${r}`, maxLength: 40 });
const someDecisions = fc.record({
  together: fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: ([l]) => l, maxLength: 4 }),
  apart: fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: (p) => p.join(" "), maxLength: 6 }),
}) as fc.Arbitrary<{ together: Pair[]; apart: Pair[] }>;
const has = (pairs: Edges, [left, right]: Pair): boolean =>
  pairs.left.some((l, i) => l === left && pairs.right[i] === right);
const rows = { left: 10, right: 10 };

test("whatever the scores, best and one-to-one keep every pair held together and none kept apart", () => {
  fc.assert(
    fc.property(edges, someDecisions, (pairs, { together, apart }) => {
      const oneEach = together.filter(([, r], i) => together.findIndex((p) => p[1] === r) === i);
      const free = apart.filter(([l, r]) => !oneEach.some((p) => p[0] === l && p[1] === r));
      const decided = withDecisions(scored(pairs), { together: numbered(oneEach), apart: numbered(free) });
      for (const choose of [chooseOneToOne, chooseBestPerRight]) {
        const links = pickEdges(decided, choose(decided, rows));
        for (const pair of oneEach) expect(has(links, pair)).toBe(true);
        for (const pair of free) expect(has(links, pair)).toBe(false);
      }
    }),
  );
});

test("whatever the scores, clusters hold together and keep apart what people decided", () => {
  fc.assert(
    fc.property(
      edges,
      someDecisions,
      fc.constantFrom(0, 0.3, 1),
      (pairs, { together, apart }, leastLinked) => {
        const held = clusterRecords(scored([]), 10, 0, { together: numbered(together), apart: numbered([]) });
        const free = apart.filter(([l, r]) => held[l] !== held[r]);
        const decided = { together: numbered(together), apart: numbered(free) };
        const clusters = clusterRecords(withDecisions(scored(pairs), decided), 10, leastLinked, decided);
        for (const [l, r] of together) expect(clusters[l]).toBe(clusters[r]);
        for (const [l, r] of free) expect(clusters[l]).not.toBe(clusters[r]);
      },
    ),
  );
});

test("without decisions clusters are what they were", () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      const none = { together: numbered([]), apart: numbered([]) };
      expect(clusterRecords(withDecisions(scored(pairs), none), 10, 0.3, none)).toEqual(
        clusterRecords(scored(pairs), 10, 0.3),
      );
    }),
  );
});
