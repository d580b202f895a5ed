import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { templateColumns } from "@tuwai/domain/columns";
import { type CheckContext, type FieldName, type ImportKind, importKinds } from "@tuwai/domain/intake";
import { civilDate } from "@tuwai/domain/time";
import { toCsv, writeWorkbook } from "@tuwai/server/exports";
import { checkFile, templateSheets } from "@tuwai/server/imports";
import { afterAll, describe, expect, test } from "vitest";
import { importTemplateTexts } from "#language/import-template.ts";

const folder = mkdtempSync(join(tmpdir(), "tuwai-template-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context: CheckContext = {
  today: civilDate("2026-11-29"),
  region: "13.77",
  identityNumbers: "synthetic",
};

/** Three people as somebody types them into the template. */
const people: Readonly<Partial<Record<FieldName, readonly [string, string, string]>>> = {
  nik: ["1377920105790001", "1377920205700002", "1377924309600003"],
  familyCard: ["1377920101100001", "1377920101100002", "1377920101100003"],
  name: ["SYAFRIL", "ALI AKBAR", "CITRA DEWI"],
  birthPlace: ["Pariaman", "Pariaman", "Padang"],
  birthDate: ["01/05/1979", "02/05/1970", "03/09/1960"],
  diedOn: ["18/11/2026", "19/11/2026", "20/11/2026"],
  sex: ["L", "L", "P"],
  occupation: ["Nelayan", "Tukang ojek", "Petani"],
  address: ["Jl. Diponegoro 1", "Jl. Sudirman 2", "Jl. Imam Bonjol 3"],
  rt: ["001", "002", "003"],
  rw: ["001", "001", "002"],
  phone: ["081234567890", "081234567891", "081234567892"],
  motherName: ["ROSMANIAR", "NURHAYATI", "SALMA"],
  heirName: ["ERNI", "YULIA", "BUDI"],
  heirRelation: ["istri", "istri", "anak"],
  income: ["1500000", "1200000", "900000"],
  decile: ["1", "2", "3"],
  pkh: ["ya", "tidak", "ya"],
  bpnt: ["tidak", "tidak", "ya"],
  kpj: ["12345678901", "12345678902", "12345678903"],
  memberStatus: ["aktif", "aktif", "tidak aktif"],
  segment: ["BPU", "BPU", "PU"],
  programmes: ["JKK, JKM", "JKK, JKM", "JKK, JKM"],
  startsOn: ["01/02/2026", "01/03/2026", "01/04/2026"],
  paidThrough: ["10/2026", "10/2026", "06/2026"],
  nip: ["197905012005011001", "197005021998031002", "196009031990032003"],
  rank: ["III/a", "III/b", "IV/a"],
  position: ["Kepala Dusun", "Kaur Umum", "Kasi Pelayanan"],
  unit: ["Bidang Sosial", "Bidang Umum", "Sekretariat"],
  office: ["Dinas Sosial", "Dinas Sosial", "Dinas Sosial"],
  servantStatus: ["PNS", "PNS", "PNS"],
  decree: ["141/01/2024", "141/02/2024", "141/03/2024"],
  decreeOn: ["15/01/2024", "15/01/2024", "15/01/2024"],
  result: ["diterima", "diterima", "ditolak"],
  reason: ["", "", "NIK tidak padan"],
  resultOn: ["20/11/2026", "20/11/2026", "20/11/2026"],
  month: ["10/2026", "10/2026", "10/2026"],
  amount: ["16800", "16800", "16800"],
  paidOn: ["05/11/2026", "05/11/2026", "05/11/2026"],
};

function filled(kind: ImportKind, language: "id" | "en") {
  const [list, guide] = templateSheets({ kind, words: importTemplateTexts[language] });
  const rows = [0, 1, 2].map((at) => templateColumns(kind).map(({ field }) => people[field]?.[at] || null));
  return [{ ...list, rows }, guide] as const;
}

async function check(kind: ImportKind, fileName: string, bytes: Uint8Array | string) {
  const path = join(folder, `${kind}-${fileName}`);
  writeFileSync(path, bytes);
  const fates: string[] = [];
  const found = await checkFile({
    path,
    fileName,
    kind,
    context,
    remembered: [],
    chosen: null,
    onRow: ({ outcome, issues }) =>
      Promise.resolve(
        void fates.push(
          [outcome, ...issues.map(({ code }) => code).filter((code) => code.startsWith("E"))].join(" "),
        ),
      ),
  });
  const remarks = found.outcome === "refused" ? [found.refusal] : found.remarks;
  return { outcome: found.outcome, remarks: remarks.map(({ code }) => code), fates };
}

const stamp = { title: "Daftar", writtenAt: Date.UTC(2026, 10, 29) };
const wanted = {
  outcome: "checked",
  remarks: [],
  fates: ["header", "accepted", "accepted", "accepted"],
};

describe.each(importKinds)("the template of %s", (kind) => {
  test("explains every column it has", () => {
    const { howTo } = importTemplateTexts.id;
    const unexplained = templateColumns(kind).filter(({ field }) => !(field in howTo));
    expect(unexplained).toEqual([]);
  });

  test.each(kind === "village-list" ? (["id", "en"] as const) : (["id"] as const))(
    "filled with three people comes in whole, and its guide in %s is taken for no list",
    { timeout: 120_000 },
    async (language) => {
      const bytes = await writeWorkbook(filled(kind, language), stamp);
      const found = await check(kind, `${language}.xlsx`, bytes);
      expect(found, "the rows formatted in advance are no rows").toEqual(wanted);
    },
  );
});

test(
  "a template sent back empty is said to be empty, whatever its guide says",
  { timeout: 60_000 },
  async () => {
    const bytes = await writeWorkbook(
      templateSheets({ kind: "village-list", words: importTemplateTexts.id }),
      stamp,
    );
    expect(await check("village-list", "kosong.xlsx", bytes)).toMatchObject({
      outcome: "refused",
      remarks: ["E-EMPTY"],
    });
  },
);

test("the template as csv, filled with three people, comes in whole too", { timeout: 120_000 }, async () => {
  const text = toCsv(filled("village-list", "id")[0], { separator: ";", hasMark: true });
  expect(await check("village-list", "x.csv", text)).toEqual(wanted);
});
