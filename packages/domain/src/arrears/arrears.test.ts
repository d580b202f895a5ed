import { describe, expect, test } from "vitest";
import { civilDate as d } from "#time";
import { rescueAlarms } from "./rescue-alarms.ts";
import { answerBy, cheapestRescue, judgeWay, rescueFunds, type WorkerInDanger } from "./rescue-ways.ts";

const monthly = new Map(rescueFunds.map((fund) => [fund, fund === "csr" ? 8400 : 16_800]));
const owing: WorkerInDanger = {
  cause: "not-received",
  isOver: false,
  owedMonths: 2,
  arrears: 33_600,
  isBeingRescued: false,
  monthly,
};
const orphaned: WorkerInDanger = { ...owing, cause: "payer-ended", owedMonths: 0, arrears: 0 };

describe("a way of rescue", () => {
  test("settles what is owed by the payer or by a bridging fund, and no new payer comes beside one that pays", () => {
    expect(judgeWay(owing, "payer")).toEqual({ fits: true, now: 33_600, monthly: 0 });
    expect(judgeWay(owing, "bridging")).toEqual({ fits: true, now: 33_600, monthly: 0 });
    expect(judgeWay(owing, "apbd")).toEqual({ fits: false, reasons: ["has-payer"] });
  });

  test("for whom nobody pays is a fund from this month on", () => {
    expect(judgeWay(orphaned, "csr")).toEqual({ fits: true, now: 0, monthly: 8400 });
    expect(judgeWay(orphaned, "payer")).toEqual({ fits: false, reasons: ["nothing-owed", "no-payer"] });
  });

  test("after the end is a new registration alone", () => {
    const over = { ...owing, isOver: true };
    expect(judgeWay(over, "bridging")).toEqual({ fits: false, reasons: ["membership-over"] });
    expect(judgeWay(over, "apbd")).toEqual({ fits: true, now: 0, monthly: 16_800 });
  });

  test("is refused with every reason at once", () => {
    const nothing = { ...orphaned, isBeingRescued: true, arrears: null, isOver: true };
    expect(judgeWay(nothing, "payer")).toEqual({
      fits: false,
      reasons: ["being-rescued", "membership-over", "nothing-owed", "no-payer", "no-price"],
    });
  });
});

test("the cheapest rescue is what is owed, and of new payers the one whose month costs least, a sponsor first", () => {
  const prices = new Map([
    ["asn", 8400],
    ["csr", 8400],
    ["apbd", 16_800],
  ] as const);
  expect(cheapestRescue(owing, prices)).toEqual({ now: 33_600, next: null });
  expect(cheapestRescue({ ...orphaned, owedMonths: 1, arrears: 8400 }, prices)).toEqual({
    now: 8400,
    next: { by: "asn", monthly: 8400 },
  });
  expect(cheapestRescue({ ...owing, isOver: true }, new Map([["asn", null]]))).toEqual({
    now: null,
    next: null,
  });
});

test("a rescue is waited for two weeks, but never past the day that saves", () => {
  expect(answerBy(d("2026-12-01"), d("2027-01-31"))).toBe("2026-12-15");
  expect(answerBy(d("2026-12-01"), d("2026-12-10"))).toBe("2026-12-10");
  expect(answerBy(d("2026-12-01"), d("2026-11-30"))).toBe("2026-12-04");
  expect(answerBy(d("2026-12-01"), null)).toBe("2026-12-15");
});

describe("alarms at thresholds", () => {
  const safeRescueDay = d("2027-01-31");
  const found = (since: string, on: string) =>
    rescueAlarms({ safeRescueDay, since: d(since), on: d(on) }).map(({ code, on: day }) => `${code} ${day}`);

  test("are all found by whoever looks late, each with its own day, the urgent one being told by the clock", () => {
    expect(found("2026-10-01", "2027-01-30")).toEqual([
      "lapse-in-90 2026-11-02",
      "lapse-in-60 2026-12-02",
      "lapse-in-7 2027-01-24",
    ]);
    expect(found("2026-10-01", "2026-12-01")).toEqual(["lapse-in-90 2026-11-02"]);
  });

  test("leave out what was passed before there was any danger", () => {
    expect(found("2026-12-16", "2027-01-30")).toEqual(["lapse-in-7 2027-01-24"]);
  });
});
