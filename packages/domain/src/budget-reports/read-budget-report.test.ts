import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  uniqueArray,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { readBudgetReport } from "./index.ts";
import { type Activity, linesOf, type Print, writeReport } from "./testing-write-report.ts";

const amount = integer({ min: 0, max: 900_000_000 });
const activities = uniqueArray(
  record({
    code: record({
      a: integer({ min: 1, max: 5 }),
      b: integer({ min: 1, max: 4 }),
      c: integer({ min: 1, max: 12 }),
    }).map(({ a, b, c }) => [a, b, c] as const),
    accounts: uniqueArray(
      record({
        code: record({
          b: integer({ min: 1, max: 4 }),
          c: integer({ min: 1, max: 5 }),
          d: integer({ min: 1, max: 99 }),
        }).map(({ b, c, d }) => [5, b, c, d] as const),
        initial: amount,
        changed: amount,
      }),
      { minLength: 1, maxLength: 4, selector: ({ code }) => code.join() },
    ).map((all) => all.toSorted((x, y) => (key(x.code) < key(y.code) ? -1 : 1))),
  }),
  { minLength: 1, maxLength: 6, selector: ({ code }) => code.join() },
).map((all): readonly Activity[] => all.toSorted((x, y) => (key(x.code) < key(y.code) ? -1 : 1)));
const key = (code: readonly number[]) => code.map((part) => String(part).padStart(3, "0")).join();
const print: Arbitrary<Print> = record({
  codes: constantFrom("pair" as const, "joined", "split"),
  amounts: constantFrom("number" as const, "dots", "rupiah"),
  hasChange: boolean(),
  page: integer({ min: 2, max: 20 }),
  isDotted: boolean(),
});

describe("a village budget written as a report", () => {
  it("is read again with the same lines, first and changed amount apart, and the same totals", () => {
    assert(
      property(activities, print, (budget, how) => {
        const written = linesOf(budget);
        const answer = readBudgetReport(writeReport(written, how));
        if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.problems));
        const { report } = answer;
        const expected = written.map(({ changed, ...line }) => ({
          ...line,
          changed: how.hasChange ? changed : null,
        }));
        expect(
          report.lines.map(({ activity, account, name, initial, changed }) => ({
            activity,
            account,
            name,
            initial,
            changed,
          })),
        ).toEqual(expected);
        const sum = (of: "initial" | "changed") =>
          report.leaves.reduce((all, leaf) => all + (leaf[of] ?? 0), 0);
        expect(sum("initial")).toBe(written[0]!.initial);
        if (how.hasChange) expect(sum("changed")).toBe(written[0]!.changed);
        expect(report.leaves).toHaveLength(budget.flatMap(({ accounts }) => accounts).length);
        expect([report.years, report.villages]).toEqual([[2027], ["NARAS I"]]);
      }),
      { numRuns: 60 },
    );
  });

  it("tells the difference of one wrong leaf where it is, once, and computes nothing away", () => {
    assert(
      property(
        activities,
        print,
        integer({ min: 1, max: 5_000_000 }),
        array(integer(), { minLength: 1, maxLength: 1 }),
        (budget, how, off, [pick = 0]) => {
          const lines = linesOf(budget);
          const leaves = lines.filter(({ account }) => account?.split(".").length === 4);
          const wrong = leaves[Math.abs(pick) % leaves.length]!;
          const broken = lines.map((line) =>
            line === wrong ? { ...line, initial: line.initial + off } : line,
          );
          const answer = readBudgetReport(writeReport(broken, how));
          if (answer.outcome === "read") throw new Error("read");
          const [problem] = answer.problems;
          if (problem?.problem !== "totals-broken") throw new Error(JSON.stringify(answer.problems));
          expect(problem.differences).toHaveLength(1);
          const [difference] = problem.differences;
          expect(difference).toMatchObject({ activity: wrong.activity, column: "initial" });
          expect(wrong.account!.startsWith(difference!.account!)).toBe(true);
          expect(difference!.counted - difference!.printed).toBe(off);
        },
      ),
      { numRuns: 40 },
    );
  });
});
