import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chooseBestPerRight,
  chooseOneToOne,
  clusterRecords,
  competingProbabilities,
  pickEdges,
  sortEdges,
  type Edges,
} from "./index.ts";

const edgesOf = (...pairs: [left: number, right: number, bits: number][]): Edges =>
  sortEdges({
    left: Int32Array.from(pairs, (p) => p[0]),
    right: Int32Array.from(pairs, (p) => p[1]),
    bits: Float64Array.from(pairs, (p) => p[2]),
  });
const rows = { left: 10, right: 10 };

const chosenPairs = (order: [number, number, number][]): (number | undefined)[][] => {
  const edges = edgesOf(...order);
  const links = pickEdges(edges, chooseOneToOne(edges, rows));
  return [...links.left].map((left, i) => [left, links.right[i]]);
};

describe("choosing links", () => {
  test("one to one gives a record to its strongest partner and leaves the weaker one without", () => {
    const edges = edgesOf([1, 1, 9], [1, 2, 8], [2, 1, 7]);
    expect([...pickEdges(edges, chooseOneToOne(edges, rows)).right]).toEqual([1]);
  });

  test("best per right lets one left record serve two right ones", () => {
    const edges = edgesOf([1, 1, 9], [1, 2, 8], [2, 1, 7]);
    expect([...pickEdges(edges, chooseBestPerRight(edges, rows)).left]).toEqual([1, 1]);
  });

  test("ties are settled by number, so shuffled input gives the same links", () => {
    const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(1, 2, 3)) as fc.Arbitrary<
      [number, number, number]
    >;
    const someEdges = fc.uniqueArray(pair, { selector: ([l, r]) => `${l}-${r}`, maxLength: 30 });
    fc.assert(
      fc.property(someEdges, (pairs) => {
        const links = chosenPairs(pairs);
        expect(chosenPairs(pairs.toReversed())).toEqual(links);
        expect(new Set(links.map(([left]) => left)).size).toBe(links.length);
        expect(new Set(links.map(([, right]) => right)).size).toBe(links.length);
      }),
    );
  });
});

describe("competing candidates", () => {
  test("two equally strong candidates share the probability", () => {
    const q = competingProbabilities(edgesOf([1, 1, 20], [2, 1, 20]), { rows, repeats: 0 });
    expect(q[0]).toBeCloseTo(0.5, 5);
    expect(q[1]).toBeCloseTo(0.5, 5);
  });

  test("a candidate alone keeps its own probability", () => {
    expect(competingProbabilities(edgesOf([1, 1, 0]), { rows, repeats: 0 })[0]).toBeCloseTo(0.5, 9);
  });

  test("a left record that is surely somebody else is left with the chance of a repeat", () => {
    const edges = edgesOf([1, 1, 30], [1, 2, 3]);
    const q = competingProbabilities(edges, { rows, repeats: 0.01 });
    expect(q[0]).toBeGreaterThan(0.99);
    expect(q[1]).toBeCloseTo(0.08 / 1.08, 3);
  });
});

describe("clusters", () => {
  test("a chain of links makes one cluster, named by its smallest record", () => {
    expect([...clusterRecords(edgesOf([3, 4, 5], [4, 7, 5]), 9)]).toEqual([0, 1, 2, 3, 3, 5, 6, 3, 8]);
  });

  test("one link between two whole families is not enough to join them", () => {
    const families = edgesOf([0, 1, 9], [2, 3, 9], [1, 2, 4]);
    expect([...clusterRecords(families, 4)]).toEqual([0, 0, 0, 0]);
    expect([...clusterRecords(families, 4, 0.5)]).toEqual([0, 0, 2, 2]);
  });

  test("two links of four are enough to join two pairs at a half", () => {
    expect([...clusterRecords(edgesOf([0, 1, 9], [2, 3, 9], [1, 2, 4], [0, 3, 3]), 4, 0.5)]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
