import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkedFunctions } from "./checked-functions.ts";
import { expectedResults } from "./check-engine.ts";
import { textPairs } from "./text-pairs.ts";

test("over a thousand different pairs, among them missing, empty, very long and foreign ones", () => {
  const pairs = textPairs();
  expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBeGreaterThan(1000);
  expect(pairs.some(([a, b]) => a === null && b !== null)).toBe(true);
  expect(pairs.some(([a]) => (a?.length ?? 0) > 80)).toBe(true);
  expect(pairs.some(([a]) => /[^ -~]/.test(a ?? ""))).toBe(true);
});

test("the reference itself stays what it is: one changed value among forty thousand shows", () => {
  const results = checkedFunctions.map((checked) =>
    expectedResults(
      checked.expression,
      textPairs().filter((pair) => checked.fits?.(pair) ?? true),
    ),
  );
  expect(results.flat().length).toBeGreaterThan(40_000);
  expect(createHash("sha256").update(JSON.stringify(results)).digest("hex")).toMatchInlineSnapshot(
    `"0f0c35ee62b9ba64c64592f44dcb0670142acb793b2115ed16f0514f0cc06c44"`,
  );
});

test("every checked function tells pairs apart: none gives one value for all", () => {
  for (const checked of checkedFunctions) {
    const pairs = textPairs().filter((pair) => checked.fits?.(pair) ?? true);
    const different = new Set(expectedResults(checked.expression, pairs));
    expect(different.size, JSON.stringify(checked.expression)).toBeGreaterThan(1);
  }
});
