import * as fc from "fast-check";
import { civilDate, month, monthAtIndex, monthIndex } from "#time";
import { describe, expect, test } from "vitest";
import { findDouble, type OtherCover, type OwedPart, readCoverLines } from "./index.ts";

const january = monthIndex(month("2026-01"));
const aMonth = fc.integer({ min: 0, max: 23 }).map((n) => monthAtIndex(january + n));
const programme = fc.constantFrom("jkk" as const, "jkm" as const);
const owedParts = fc.uniqueArray(
  fc.record({ programme, month: aMonth, rupiah: fc.constantFrom(5000, 3400) }),
  {
    maxLength: 20,
    selector: ({ programme: of, month: on }) => `${of} ${on}`,
  },
);
const other: fc.Arbitrary<OtherCover> = fc.record({
  programmes: fc.constantFrom(["jkk"] as const, ["jkm"] as const, ["jkk", "jkm"] as const),
  fromMonth: aMonth,
  lastMonth: fc.option(aMonth, { nil: null }),
});

const part = (of: "jkk" | "jkm", on: string, rupiah: number): OwedPart => ({
  programme: of,
  month: month(on),
  rupiah,
});
const province = (programmes: OtherCover["programmes"], last: string | null): OtherCover => ({
  programmes,
  fromMonth: month("2026-11"),
  lastMonth: last === null ? null : month(last),
});

describe("double cover", () => {
  test("never counts a month or a rupiah twice, however many others pay and however often they are listed", () => {
    fc.assert(
      fc.property(owedParts, fc.array(other, { maxLength: 4 }), aMonth, (owed, others, from) => {
        const once = findDouble(owed, others, from);
        expect(findDouble(owed, [...others, ...others], from)).toEqual(once);
        expect(new Set(once.months).size).toBe(once.months.length);
        const all = owed.reduce((sum, { rupiah }) => sum + rupiah, 0);
        expect(once.rupiah).toBeLessThanOrEqual(all);
        expect(once.months.every((each) => owed.some((part) => part.month === each))).toBe(true);
        expect(findDouble(owed, [], from)).toEqual({ months: [], rupiah: 0, freesRupiah: 0 });
      }),
    );
  });

  test("is found by programme and month; what ending ours frees is the price of the latest month", () => {
    const owed = ["2026-10", "2026-11"].flatMap((on) => [part("jkk", on, 5000), part("jkm", on, 3400)]);
    const from = month("2026-12");
    expect(findDouble(owed, [province(["jkk", "jkm"], null)], from)).toEqual({
      months: ["2026-11"],
      rupiah: 8400,
      freesRupiah: 8400,
    });
    expect(findDouble(owed, [province(["jkm"], null)], from)).toMatchObject({
      rupiah: 3400,
      freesRupiah: 3400,
    });
    expect(findDouble(owed, [province(["jkk", "jkm"], "2026-11")], from)).toMatchObject({
      rupiah: 8400,
      freesRupiah: 0,
    });
  });
});

describe("lines of another payer's list", () => {
  const on = civilDate("2026-11-21");
  test("are read with tabs or semicolons, months as people and spreadsheets write them, without their header", () => {
    const text = [
      "NIK\tNama\tDari\tSampai\tPenanggung",
      "1377900107800001\tSyafril Amri\t2026-01\t\tProvinsi Sumatera Barat",
      "'1377900107800002; Yusnidar ;1/2026;31-12-2026;Provinsi",
      "1377900107800003;Amran;2026-03-01;12/2026;Provinsi",
      "",
    ].join("\n");
    const { lines, problems } = readCoverLines(text, on);
    expect(lines.map(({ line, fromMonth, lastMonth, payer }) => [line, fromMonth, lastMonth, payer])).toEqual(
      [
        [2, "2026-01", null, "Provinsi Sumatera Barat"],
        [4, "2026-03", "2026-12", "Provinsi"],
      ],
    );
    expect(problems).toEqual([{ line: 3, problem: "month-unclear" }]);
  });

  test("say by their number what is wrong with them", () => {
    const text = [
      "1377900107800001;Syafril;2026-01;2025-12;Provinsi",
      "12345;Syafril;2026-01;;Provinsi",
      "1377900107800001;Syafril;2026-01",
      "1377900107800001;Syafril;2026-01;;",
    ].join("\r\n");
    expect(readCoverLines(text, on).problems).toEqual([
      { line: 1, problem: "ends-before-it-begins" },
      { line: 2, problem: "nik-unclear" },
      { line: 3, problem: "columns-missing" },
      { line: 4, problem: "payer-missing" },
    ]);
  });
});
