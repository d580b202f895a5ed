import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readReportFile } from "./read-report-file.ts";
import { aBudget, asChangeTable, asExported, asTypedOver, reportFile } from "./testing-office-reports.ts";

const read = async (sheet: Parameters<typeof reportFile>[0]) => {
  const answer = await readReportFile(await reportFile(sheet));
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer.report;
};
const problems = async (sheet: Parameters<typeof reportFile>[0]) => {
  const answer = await readReportFile(await reportFile(sheet));
  return answer.outcome === "refused" ? answer.problems : [];
};
const insured = [
  ["1.1.03", "5.1.3.03", 220_320],
  ["1.1.03", "5.1.3.04", 1_296_000],
  ["1.1.03", "5.1.3.91", 453_600],
];

test.each([
  ["as the program exports it, page after page", asExported, true],
  ["typed over with rupiah as text and a sum that is a formula", asTypedOver, false],
  ["as an office's own change table with codes that stand alone", asChangeTable, true],
] as const)("a budget is read %s", async (_how, write, hasChange) => {
  const budget = aBudget();
  const report = await read(write(budget));
  expect(report.lines).toHaveLength(budget.lines.length);
  const leaves = report.leaves.filter(({ account }) => account?.startsWith("5") === true);
  expect(leaves.map(({ activity, account, initial }) => [activity, account, initial])).toEqual([
    ...insured,
    ["2.3.10", "5.3.5", 300_000_000],
    ["5.1.00", "5.4.1", 10_000_000],
  ]);
  expect(report).toMatchObject({ hasChange, isDraft: true });
  expect([report.years.includes(2027), report.villages.includes("NARAS I")]).toEqual([true, true]);
  expect(leaves.map(({ changed }) => changed)).toContain(hasChange ? 310_000_000 : null);
});

test("a leaf that was changed by hand is told where it stands, and neither sum is put right", async () => {
  const budget = aBudget();
  const lines = budget.lines.map((line) =>
    line[1] === "5.1.3.04." ? ([line[0], line[1], line[2], 129_600, 129_600] as const) : line,
  );
  expect(await problems(asTypedOver({ ...budget, lines }))).toEqual([
    {
      problem: "totals-broken",
      differences: [
        {
          sheet: 1,
          row: 12,
          activity: "1.1.03",
          account: "5.1.3",
          name: "Jaminan Sosial Kepala Desa dan Perangkat Desa",
          column: "initial",
          printed: 1_969_920,
          counted: 803_520,
        },
      ],
    },
  ]);
});

const of = async (rows: readonly (readonly (string | number | null)[])[]) =>
  (await problems({ rows })).map(({ problem }) => problem);

test("what is no whole budget says which: realisation, a list, a page without its total, an amount that nobody can read", async () => {
  const budget = aBudget();
  expect(await of([["LAPORAN REALISASI APB DESA"], ...asTypedOver(budget).rows.slice(1).map((row) => row.map(String))])).toEqual(["is-realisation"]); // oxfmt-ignore
  expect(
    await of([
      ["Nama", "NIK"],
      ["Syafril", null],
    ]),
  ).toEqual(["not-a-budget"]);
  const head = ["Kode", "Uraian", "Anggaran"];
  expect(await of([head, ["1.", "BIDANG", 5], ["1.1.03 5.1.3.03", "Jaminan", 5]])).toEqual(["no-total"]);
  expect(await of([head, ["5.", "BELANJA", "#REF!"], ["1.1.03 5.1.3.03", "Jaminan", 5]])).toEqual([
    "amount-unclear",
    "no-total",
  ]);
  expect(await of([["Kode", "Uraian", "Anggaran", "Bertambah/(Berkurang)"], ["5.", "BELANJA", 5, 1], ["1.1.03 5.1.3.03", "Jaminan", 5, 1]])).toEqual(["change-missing"]); // oxfmt-ignore
});

test("a PDF is said to be one, so that its amounts are typed with the paper beside them", async () => {
  const { path } = await reportFile({ rows: [] });
  writeFileSync(path, "%PDF-1.7 scan");
  expect(await readReportFile({ path, fileName: "apbdes.pdf" })).toEqual({
    outcome: "refused",
    problems: [{ problem: "unreadable", code: "E-TYPE", real: "pdf" }],
  });
});
