import { expect, test } from "vitest";
import { rupiah } from "#money";
import { month } from "#time";
import { waivedMonths } from "./waived-months.ts";

test("what is written off is of the batch's month first, then of the months it was carried from", () => {
  const of = {
    month: month("2026-12"),
    own: rupiah(8400),
    carriedFrom: [
      { month: month("2026-11"), own: rupiah(8400) },
      { month: month("2026-10"), own: rupiah(8400) },
    ],
  };
  expect(waivedMonths({ ...of, missing: rupiah(5000) })).toEqual([{ month: "2026-12", amount: 5000 }]);
  expect(waivedMonths({ ...of, missing: rupiah(20_000) })).toEqual([
    { month: "2026-12", amount: 8400 },
    { month: "2026-11", amount: 8400 },
    { month: "2026-10", amount: 3200 },
  ]);
  expect(waivedMonths({ ...of, carriedFrom: [], missing: rupiah(20_000) })).toHaveLength(1);
});
