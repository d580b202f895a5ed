import { assert, dictionary, integer, option, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { month, shiftMonth } from "#time";
import {
  bottleneckOf,
  cohortLines,
  coveredAtPace,
  furthestBehind,
  isTold,
  medianDays,
  monthlyPace,
  mostImproved,
  neededPace,
  onTimeShare,
  outlookOf,
  reachedOf,
  stageNames,
  stuckOf,
  sumStages,
} from "./index.ts";

const waits = dictionary(integer({ min: 0, max: 400 }).map(String), integer({ min: 1, max: 50 }));

const row = (joined: number, at: number, covered: number) => ({
  joinedMonth: month(`2026-0${joined}`),
  month: month(`2026-0${at}`),
  covered,
});

const village = (code: string, covered: number, of: number, before: number | null) => ({
  code,
  covered,
  of,
  before,
});

describe("pace", () => {
  const months = [
    { month: month("2026-07"), covered: 100 },
    { month: month("2026-08"), covered: 130 },
    { month: month("2026-09"), covered: 160 },
    { month: month("2026-10"), covered: 220 },
  ];

  test("people a month over the last three complete months, and nothing where fewer were counted", () => {
    expect(monthlyPace(months, month("2026-10"))).toBe(40);
    expect(monthlyPace(months, month("2026-09"))).toBeNull();
  });

  test("whoever keeps the needed pace arrives in time, and with one person less a month does not", () => {
    assert(
      property(
        integer({ min: 0, max: 50_000 }),
        integer({ min: 0, max: 50_000 }),
        integer({ min: 1, max: 12 }),
        (covered, aim, months) => {
          const pace = neededPace({
            covered,
            aim,
            from: month("2026-01"),
            until: shiftMonth(month("2026-01"), months),
          });
          if (covered >= aim) return pace === 0;
          return covered + pace! * months >= aim && covered + (pace! - 1) * months < aim;
        },
      ),
    );
    expect(neededPace({ covered: 1, aim: 2, from: month("2026-01"), until: month("2026-01") })).toBeNull();
  });
});

describe("what is told of a month ahead", () => {
  const [from, until] = [month("2026-10"), month("2029-12")];

  test("its direction always agrees with its number, whatever the pace does while a forecast is told", () => {
    const people = integer({ min: 0, max: 9000 });
    assert(
      property(people, people, option(people), integer({ min: -300, max: 300 }), (a, b, median, pace) => {
        const [covered, everyone] = [Math.min(a, b), Math.max(a, b, 1)];
        const told = outlookOf({ covered, everyone, median, pace, from, until })!;
        const now = Math.round((covered / everyone) * 100);
        const direction = told.percent > now ? "more" : told.percent < now ? "fewer" : "same";
        const byPace = Math.min(everyone, coveredAtPace({ covered, pace, from, until }));
        return (
          told.direction === direction &&
          told.basis === (median === null ? "pace" : "forecast") &&
          told.covered === (median === null ? byPace : Math.min(everyone, median))
        );
      }),
    );
  });

  test("a forecast of 13 % is more than 9 % now though the last months lost sixteen people each", () => {
    const of = { covered: 2466, everyone: 27_000, pace: -16, from, until };
    expect(outlookOf({ ...of, median: 3510 })).toMatchObject({
      basis: "forecast",
      percent: 13,
      direction: "more",
    });
    expect(outlookOf({ ...of, median: null })).toMatchObject({
      basis: "pace",
      covered: 2466 - 16 * 38,
      direction: "fewer",
    });
  });
});

describe("stages", () => {
  test("stuck is who has waited longer than 14 days, and the median is a wait that somebody has", () => {
    assert(
      property(waits, (of) => {
        const people = Object.values(of).reduce((sum, n) => sum + n, 0);
        const stage = { people, waits: of };
        const stuck = stuckOf(stage);
        const middle = medianDays(stage);
        return stuck <= people && (people === 0 ? middle === null : Object.hasOwn(of, String(middle)));
      }),
    );
    expect(stuckOf({ people: 3, waits: { "14": 2, "15": 1 } })).toBe(1);
    expect(medianDays({ people: 3, waits: { "2": 1, "9": 1, "30": 1 } })).toBe(9);
  });

  test("summing villages loses nobody, and whoever is beyond a stage has reached it", () => {
    const one = { listed: { people: 2, waits: { "3": 2 } }, covered: { people: 5, waits: {} } };
    const two = { listed: { people: 1, waits: { "3": 1 } }, arrears: { people: 4, waits: {} } };
    const sum = sumStages([one, two]);
    expect(sum.listed).toEqual({ people: 3, waits: { "3": 3 } });
    expect(stageNames.map((name) => reachedOf(sum, name))).toEqual([12, 9, 9, 9, 9, 9, 9]);
  });

  test("the bottleneck is where most are stuck before cover; nobody stuck, none", () => {
    expect(bottleneckOf({ covered: { people: 9, waits: { "99": 9 } } })).toBeNull();
    expect(
      bottleneckOf({ eligible: { people: 5, waits: { "20": 5 } }, sent: { people: 9, waits: { "3": 9 } } }),
    ).toEqual({ stage: "eligible", stuck: 5 });
  });
});

test("a line of joiners starts at all of them and waits until its youngest month has had the time", () => {
  const cohorts = [row(1, 1, 10), row(1, 2, 9), row(1, 3, 8), row(1, 4, 8), row(3, 3, 10), row(3, 4, 7)];
  expect(cohortLines(cohorts, month("2026-04"))).toEqual([
    {
      from: month("2026-01"),
      until: month("2026-03"),
      members: 20,
      points: [
        { after: 0, share: 1 },
        { after: 1, share: 0.8 },
      ],
    },
  ]);
});

test("on time is of those who owed; nobody owed, nothing is said; a small count is told to those who see persons only", () => {
  expect(onTimeShare({ onTime: 6, covered: 8, due: 1, grace: 1 })).toBe(60);
  expect(onTimeShare({ onTime: 0, covered: 0, due: 0, grace: 0 })).toBeNull();
  expect([isTold(9, false), isTold(10, false), isTold(1, true)]).toEqual([false, true, true]);
});

test("whom to help first has the smallest part covered; small villages are not ranked", () => {
  const all = [
    village("a", 10, 100, 5),
    village("b", 0, 9, 0),
    village("c", 50, 100, 20),
    village("d", 10, 100, 10),
  ];
  expect(furthestBehind(all, 20, 2).map(({ code }) => code)).toEqual(["a", "d"]);
  expect(mostImproved(all, 20, 3)).toEqual([
    { code: "c", points: 30 },
    { code: "a", points: 5 },
  ]);
});
