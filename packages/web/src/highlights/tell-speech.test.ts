import { month } from "@tuwai/domain/time";
import { expect, test } from "vitest";
import { speechOf } from "./tell-speech.ts";

const dashboard = {
  promises: [{ year: 2027, need: 9, promised: 0, budgeted: 0, paid: 0, heads: 1, isBudgeted: false }],
  waits: { budget: { count: 62, since: null } },
  villages: Array.from({ length: 71 }),
};
const basis = { percentAimed: 100, until: month("2029-12"), year: 2029 };
const coverage = {
  month: month("2026-10"),
  citationCode: "TWK-2026-10",
  numerator: 2465,
  denominator: 27_000,
  percent: 9.1,
};

test("a speech says the released numbers with what they are of, and nothing where nothing is released", () => {
  const of = { basis, coverage, city: "Kota Contoh" };
  expect(speechOf({ dashboard, language: "id" }, of)).toEqual([
    "Per Oktober 2026, 2.465 dari perkiraan 27.000 pekerja rentan di Kota Contoh terlindungi, 9,1%.",
    "Agar semua terlindungi pada akhir 2029 kita perlu tambahan 646 orang setiap bulan.",
    "62 dari 71 desa dan kelurahan belum menganggarkan iuran 2027.",
    "Angka pekerja dari rilis Oktober 2026 (TWK-2026-10), dihitung dari iuran yang diterima BPJS Ketenagakerjaan.",
  ]);
  expect(speechOf({ dashboard, language: "id" }, { ...of, coverage: { ...coverage, month: null } })).toEqual(
    [],
  );
});
