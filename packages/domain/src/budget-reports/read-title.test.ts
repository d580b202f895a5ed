import { expect, it } from "vitest";
import { readTitle } from "./read-title.ts";
import { toRows } from "./testing-write-report.ts";

it.each([
  [["PEMERINTAH DESA NARAS I KECAMATAN PARIAMAN UTARA", "TAHUN ANGGARAN 2027"], ["NARAS I"], [2027]],
  [["ANGGARAN PENDAPATAN DAN BELANJA DESA", "DESA : 2001 - NARAS HILIR", "TA 2027"], ["NARAS HILIR"], [2027]],
  [
    ["PERATURAN DESA TENTANG APBDES DESA PAUH TIMUR TAHUN 2027 NOMOR 5 TAHUN 2026"],
    ["PAUH TIMUR"],
    [2027, 2026],
  ],
  [["LAMPIRAN PERATURAN NAGARI KURAI TAJI NOMOR 3 TAHUN 2026"], ["KURAI TAJI"], [2026]],
  [["BELANJA DESA TAHUN ANGGARAN 2027", "KOTA PARIAMAN"], [], [2027]],
])("above a table %j stands the village and the year as it is written", (lines, villages, years) => {
  const title = readTitle(toRows(lines.map((line) => [line])));
  expect([title.villages, title.years]).toEqual([villages, years]);
});

const said = (line: string) => {
  const { isDraft, isRealisation } = readTitle(toRows([[line]]));
  return [isDraft, isRealisation];
};

it("a draft and a report of what was spent call themselves so", () => {
  expect(said("RANCANGAN APBDES")).toEqual([true, false]);
  expect(said("RAPBDes Naras I")).toEqual([true, false]);
  expect(said("LAPORAN REALISASI APBDES")).toEqual([false, true]);
  expect(said("PERATURAN DESA TENTANG APBDES")).toEqual([false, false]);
});
