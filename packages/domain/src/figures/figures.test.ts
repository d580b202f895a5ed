import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainCover } from "#cover";
import { civilDate, listMonths, month, monthIndex, type Month } from "#time";
import { lastCompleteMonth, usuallyArrived } from "./complete-month.ts";
import { figureNames, foldMonths, sumByMonth, type MonthFigure, type WorkerMonths } from "./month-figures.ts";

const worker = (over: Partial<WorkerMonths>): WorkerMonths => ({
  villageCode: "13.77.01.2001",
  kecamatanCode: "13.77.01",
  group: "worker",
  listedFrom: month("2026-01"),
  leftIn: null,
  from: month("2026-01"),
  letters: "",
  fullMonths: [],
  ...over,
});

const paid = (of: string, on: string) => ({ type: "paid", month: month(of), on: civilDate(on) }) as const;

const at = (figures: readonly MonthFigure[], of: string) => figures.find((figure) => figure.month === of)!;

describe("foldMonths", () => {
  it("follows one worker from the list over payment, arrears and the end to the return", () => {
    const { figures, cohorts } = foldMonths(
      [worker({ letters: "wpCc123eeC", fullMonths: [month("2026-10")] })],
      month("2026-10"),
    );
    expect(at(figures, "2026-01")).toMatchObject({ listed: 1, covered: 0, waitingFirstPayment: 0 });
    expect(at(figures, "2026-02")).toMatchObject({ waitingFirstPayment: 1 });
    expect(at(figures, "2026-03")).toMatchObject({ covered: 1, onTime: 1, joined: 1, fullCover: 0 });
    expect(at(figures, "2026-04")).toMatchObject({ covered: 1, onTime: 0, joined: 0 });
    expect(at(figures, "2026-06")).toMatchObject({ covered: 0, grace: 1 });
    expect(at(figures, "2026-08")).toMatchObject({ ended: 1, lapsed: 1 });
    expect(at(figures, "2026-09")).toMatchObject({ ended: 1, lapsed: 0 });
    expect(at(figures, "2026-10")).toMatchObject({ covered: 1, returned: 1, joined: 0, fullCover: 1 });
    expect(cohorts.map(({ joinedMonth, month: of }) => `${joinedMonth} ${of}`)).toEqual([
      "2026-03 2026-03",
      "2026-03 2026-04",
      "2026-03 2026-10",
    ]);
  });

  it("counts nobody from the month of leaving on, and says that a member left", () => {
    const { figures } = foldMonths([worker({ letters: "CC", leftIn: month("2026-03") })], month("2026-05"));
    expect(at(figures, "2026-02")).toMatchObject({ listed: 1, covered: 1 });
    expect(at(figures, "2026-03")).toMatchObject({ listed: 0, covered: 0, left: 1 });
    expect(figures.some(({ month: of }) => of > "2026-03")).toBe(false);
  });

  it("never sums officers with workers, and keeps no cohort of theirs", () => {
    const { figures, cohorts } = foldMonths(
      [worker({ letters: "C" }), worker({ letters: "C", group: "officer" })],
      month("2026-01"),
    );
    expect(sumByMonth(figures, "worker").map(({ covered }) => covered)).toEqual([1]);
    expect(cohorts).toHaveLength(1);
  });

  it("a list of new people changes nobody who is covered", () => {
    const covered = worker({ letters: "CCC" });
    const before = foldMonths([covered], month("2026-03")).figures;
    const added = Array.from({ length: 45 }, () => worker({ from: null, listedFrom: month("2026-03") }));
    const after = foldMonths([covered, ...added], month("2026-03")).figures;
    expect(at(after, "2026-03")).toEqual({ ...at(before, "2026-03"), listed: 46 });
  });

  it("whoever the workers are, a month's states never exceed its list, and covered people move only by what the flows say", () => {
    const letters = fc.stringMatching(/^[wp]{0,3}[Cc123evdl]{0,20}$/);
    const some = fc.array(fc.record({ letters, leftAfter: fc.option(fc.nat(20), { nil: null }) }), {
      minLength: 1,
      maxLength: 30,
    });
    const first = monthIndex(month("2025-01"));
    fc.assert(
      fc.property(some, (people) => {
        const workers = people.map(({ letters: marks, leftAfter }) =>
          worker({
            listedFrom: month("2025-01"),
            from: month("2025-01"),
            letters: marks,
            leftIn:
              leftAfter === null
                ? null
                : (listMonths(month("2025-01"), month("2026-12"))[leftAfter] as Month),
          }),
        );
        const sums = sumByMonth(foldMonths(workers, month("2026-12")).figures, "worker");
        for (const sum of sums) {
          const stands =
            sum.covered + sum.due + sum.grace + sum.waitingFirstPayment + sum.listOnly + sum.ended;
          expect(stands).toBeLessThanOrEqual(sum.listed);
          expect(sum.onTime).toBeLessThanOrEqual(sum.covered);
          for (const name of figureNames) expect(sum[name]).toBeGreaterThanOrEqual(0);
          expect(monthIndex(sum.month)).toBeGreaterThanOrEqual(first);
        }
        const everCovered = workers.filter(({ letters: marks, leftIn }) => {
          const until = leftIn === null ? marks.length : monthIndex(leftIn) - first;
          return /[Cc]/.test(marks.slice(0, Math.min(24, until)));
        });
        expect(sums.reduce((total, { joined }) => total + joined, 0)).toBe(everCovered.length);
      }),
    );
  });
});

describe("marks of the clock", () => {
  it("tell a payment in time from a late one, what is due and what is owed", () => {
    const events = [
      { type: "registered", on: civilDate("2026-01-05") },
      { type: "accepted", on: civilDate("2026-01-10") },
      paid("2026-01", "2026-01-14"),
      paid("2026-02", "2026-02-27"),
    ] as const;
    const marksOn = (on: string) =>
      explainCover({ segment: "bpu", person: {}, events: [...events] }, civilDate(on)).marks;
    expect(marksOn("2026-03-10")).toEqual({ from: "2026-01", letters: "Ccd" });
    expect(marksOn("2026-06-20")).toEqual({ from: "2026-01", letters: "Cc123e" });
  });
});

describe("lastCompleteMonth", () => {
  it.each([
    ["2026-12-01", "2026-10"],
    ["2026-12-15", "2026-10"],
    ["2026-12-16", "2026-11"],
    ["2026-11-16", "2026-09"],
    ["2026-11-17", "2026-10"],
  ])("on %s is %s: a pay-by day on a Sunday moves to Monday", (today, complete) => {
    expect(lastCompleteMonth(civilDate(today))).toBe(complete);
  });
});

describe("usuallyArrived", () => {
  const arrivals = ["2026-03", "2026-04", "2026-05"].flatMap((of) => [
    { month: month(of), day: 14, payments: 60 },
    { month: month(of), day: 40, payments: 40 },
  ]);

  it("says how much of a month had come in by the same day in earlier months", () => {
    expect(usuallyArrived(arrivals, month("2026-11"), civilDate("2026-11-29"))).toEqual({
      share: 0.6,
      months: 3,
    });
    expect(usuallyArrived(arrivals, month("2026-10"), civilDate("2026-11-29"))).toEqual({
      share: 1,
      months: 3,
    });
  });

  it("says nothing from fewer than three months", () => {
    expect(usuallyArrived(arrivals.slice(0, 4), month("2026-11"), civilDate("2026-11-29"))).toBeNull();
  });
});
