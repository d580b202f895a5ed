import { assert, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { spreadPromise } from "./spread-promise.ts";

const groups = [
  { group: "bpd", unprotected: 7 },
  { group: "kader", unprotected: 8 },
  { group: "rt-rw", unprotected: 0 },
] as const;
const heads = (answer: ReturnType<typeof spreadPromise>) =>
  answer.outcome === "spread" ? answer.lines.map((line) => line.heads) : answer;

test("people fall to the groups in their order, and what is beyond them to the last", () => {
  expect(heads(spreadPromise(9, groups))).toEqual([7, 2, 0]);
  expect(heads(spreadPromise(20, groups))).toEqual([7, 8, 5]);
});

test("what was typed for a group stands, and the others share the rest", () => {
  expect(heads(spreadPromise(10, groups, { bpd: 2 }))).toEqual([2, 8, 0]);
  expect(heads(spreadPromise(2, groups, { bpd: 2 }))).toEqual([2, 0, 0]);
});

test("numbers of groups that do not come to the number of people are refused", () => {
  expect(spreadPromise(5, groups, { kader: 6 })).toEqual({ outcome: "refused", sum: 6 });
  expect(spreadPromise(9, groups, { bpd: 2, kader: 3, "rt-rw": 1 })).toEqual({ outcome: "refused", sum: 6 });
});

test("nobody is lost and nobody is counted twice", () => {
  const typed = record(
    { bpd: integer({ min: 0, max: 40 }), kader: integer({ min: 0, max: 40 }) },
    { requiredKeys: [] },
  );
  assert(
    property(integer({ min: 0, max: 60 }), constantFrom(1, 2, 3), typed, (total, many, said) => {
      const answer = spreadPromise(total, groups.slice(0, many), said);
      if (answer.outcome === "refused") return true;
      return answer.lines.reduce((sum, line) => sum + line.heads, 0) === total;
    }),
  );
});
