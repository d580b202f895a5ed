import { expect, test } from "vitest";
import { evaluateClusters, evaluateLinks, linkCurve } from "./index.ts";

const link = (left: string, right: string, probability?: number) => ({
  left,
  right,
  ...(probability ? { probability } : {}),
});

test("precision counts wrong links, recall counts missed ones", () => {
  const result = evaluateLinks(
    [link("a", "1"), link("b", "9")],
    [link("a", "1"), link("b", "2"), link("c", "3")],
  );
  expect(result).toMatchObject({ found: 2, right: 1, true: 3, precision: 0.5 });
  expect(result.recall).toBeCloseTo(1 / 3, 10);
});

test("with probabilities the curve says what a higher threshold would have kept", () => {
  const { curve } = evaluateLinks([link("a", "1", 0.99), link("b", "9", 0.6)], [link("a", "1")]);
  expect(curve?.find((point) => point.threshold === 0.9)).toMatchObject({ found: 1, precision: 1 });
});

test("the curve at every threshold is what evaluating the links from there on gives", () => {
  const predicted = Array.from({ length: 50 }, (_, i) =>
    link(`a${i}`, `${i % 3 === 0 ? "x" : "b"}${i}`, i / 50 + 0.01),
  );
  const truth = Array.from({ length: 60 }, (_, i) => link(`a${i}`, `b${i}`));
  const points = linkCurve(predicted, truth);
  expect(points).toHaveLength(105);
  for (const point of points) {
    const kept = predicted.filter((one) => (one.probability ?? 0) >= point.threshold);
    const { found, right, precision, recall } = evaluateLinks(kept, truth);
    expect(point).toMatchObject({ found, right, precision, recall });
  }
});

test("no link and nothing to find is no fault", () => {
  expect(evaluateLinks([], [])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
});

test("clusters are judged by pairs and by record (B³)", () => {
  const predicted = new Map([
    ["a", "1"],
    ["b", "1"],
    ["c", "1"],
    ["d", "2"],
  ]);
  const truth = new Map([
    ["a", "x"],
    ["b", "x"],
    ["c", "y"],
    ["d", "y"],
  ]);
  const { pairs, bCubed } = evaluateClusters(predicted, truth);
  expect(pairs).toMatchObject({ found: 3, true: 2, right: 1 });
  expect(bCubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 10);
  expect(bCubed.recall).toBeCloseTo((1 + 1 + 0.5 + 0.5) / 4, 10);
});
