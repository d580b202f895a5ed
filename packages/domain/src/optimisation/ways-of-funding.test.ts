import { expect, it } from "vitest";
import { civilDate, month } from "#time";
import { waysOfGrant, waysOfRescue } from "./ways-of-funding.ts";

const horizon = { from: month("2026-12"), months: 12 };
const price = () => 16_800;

it("a new member has no full month in the first three, one after four and nine after twelve", () => {
  const ways = waysOfGrant(horizon, price);
  expect(ways.map(({ fullMonths }) => fullMonths)).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(ways[3]).toEqual({ kind: "grant", settled: 0, months: 4, cost: 67_200, fullMonths: 1 });
});

it("who is in arrears and long a member has every settled month full, and every month that is paid on", () => {
  const owing = {
    since: civilDate("2025-04-01"),
    owedFrom: month("2026-10"),
    owedMonths: 2,
    arrears: 33_600,
    isPayerGone: true,
  };
  const ways = waysOfRescue(owing, horizon, price);
  expect(ways).toHaveLength(13);
  expect(ways[0]).toEqual({ kind: "rescue", settled: 2, months: 0, cost: 33_600, fullMonths: 2 });
  expect(ways[12]).toEqual({
    kind: "rescue",
    settled: 2,
    months: 12,
    cost: 33_600 + 12 * 16_800,
    fullMonths: 14,
  });
});

it("where somebody pays on, only what is owed is settled; where nothing is owed, there is nothing to do", () => {
  const owing = {
    since: null,
    owedFrom: month("2026-10"),
    owedMonths: 1,
    arrears: 16_800,
    isPayerGone: false,
  };
  expect(waysOfRescue(owing, horizon, price)).toEqual([
    { kind: "rescue", settled: 1, months: 0, cost: 16_800, fullMonths: 0 },
  ]);
  expect(waysOfRescue({ ...owing, owedMonths: 0, arrears: 0 }, horizon, price)).toEqual([]);
});

it("nothing is paid for further than a price is known", () => {
  const known = new Map([
    [month("2026-12"), 16_800],
    [month("2027-01"), 16_800],
  ]);
  expect(waysOfGrant(horizon, (each) => known.get(each))).toHaveLength(2);
});
