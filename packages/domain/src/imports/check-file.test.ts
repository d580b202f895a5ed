import { civilDate } from "#time";
import { describe, expect, test } from "vitest";
import { checkRow } from "./check-row.ts";
import { createRowClassifier, mapRow } from "./classify-row.ts";
import { recogniseTable } from "#columns";
import { rowsOf } from "./testing-rows.ts";
import { createFileCheck } from "./check-file.ts";
import type { ImportKind } from "#intake";
import type { CheckedRow, ImportedRow } from "#intake";
import { rowIssue, type RowIssue } from "#intake";

function judge(kind: ImportKind, rows: readonly (ImportedRow & { issues?: readonly RowIssue[] })[]) {
  const check = createFileCheck(kind);
  for (const [index, { issues = [], ...values }] of rows.entries()) {
    const checked: CheckedRow = { outcome: "accepted", values, issues };
    check.add(index + 1, checked);
  }
  return check.finish();
}

/** Receipts of different people for the amounts, with or without a line of total below them. */
function judgeReceipts(amounts: readonly string[], total: string | null) {
  const rows = rowsOf(1, [
    ["KPJ", "Bulan Iuran", "Jumlah Iuran"],
    ...amounts.map((amount, index) => [`2500000159${index}`, "Juli 2026", amount]),
    ...(total === null ? [] : [["Jumlah", "", total]]),
  ]);
  const recognition = recogniseTable(rows, "bpjs-receipts");
  const classOf = createRowClassifier(recognition);
  const check = createFileCheck("bpjs-receipts");
  for (const row of rows) {
    const rowClass = classOf(row);
    const mapped = mapRow(row, recognition);
    if (rowClass === "note") check.addNote(mapped);
    if (rowClass === "data")
      check.add(
        row.row,
        checkRow("bpjs-receipts", mapped, { today: civilDate("2026-11-21"), identityNumbers: "synthetic" }),
      );
  }
  return check.finish().remarks;
}

const person = { nik: "1377930305790001", name: "Syafril", birthDate: civilDate("1979-05-03") };

describe("rows of one file against each other", () => {
  test("the same NIK under two names refuses both rows, since none may win", () => {
    const { issues, duplicates } = judge("village-list", [person, { ...person, name: "Syafrizal" }]);
    expect([...issues.keys()]).toEqual([1, 2]);
    expect(issues.get(1)).toMatchObject([{ code: "E-DUP-FILE", details: { rows: [1, 2], differs: "name" } }]);
    expect(duplicates.size).toBe(0);
  });

  test("a row that says the same again is a duplicate of the first, whatever its case and remarks", () => {
    const { issues, duplicates } = judge("village-list", [
      person,
      { ...person, name: "SYAFRIL", note: "ganda?" },
    ]);
    expect(issues.size).toBe(0);
    expect([...duplicates]).toEqual([[2, 1]]);
  });

  test("people without a NIK are compared by name, birth date and family card", () => {
    const { nik: _, ...nameless } = person;
    expect([...judge("village-list", [nameless, nameless]).duplicates]).toEqual([[2, 1]]);
    expect(
      judge("village-list", [nameless, { ...nameless, birthDate: civilDate("1980-01-01") }]).duplicates.size,
    ).toBe(0);
  });

  test("a person may be paid for in two months and hold two member numbers", () => {
    const july = { nik: person.nik, month: "2026-07" } as ImportedRow;
    expect(judge("bpjs-receipts", [july, { ...july, month: "2026-08" } as ImportedRow]).issues.size).toBe(0);
    expect(
      judge("bpjs-members", [
        { ...person, kpj: "25000001596" },
        { ...person, kpj: "25000001597" },
      ]).issues.size,
    ).toBe(0);
  });

  test("a family card on more than twenty rows is remarked on at each of them", () => {
    const family = Array.from({ length: 21 }, (_, index) => ({
      nik: `13779303057900${index + 10}`,
      name: `Orang ${index}`,
      familyCard: "1377931203100001",
    }));
    expect(judge("village-list", family).issues.size).toBe(21);
    expect(judge("village-list", family.slice(1)).issues.size).toBe(0);
  });

  test("a stated total that is not the sum of the rows, even by one rupiah, is told", () => {
    expect(judgeReceipts(["16.800", "16.800"], "33.600")).toEqual([]);
    expect(judgeReceipts(["16.800", "16.800"], "33.601")).toEqual([
      { code: "E-TOTAL", details: { stated: 33_601, computed: 33_600 } },
    ]);
    expect(judgeReceipts(["16.800", "16.800"], null)).toEqual([]);
  });

  test("amounts that group thousands in two ways are told", () => {
    expect(judgeReceipts(["16.800", "16,800"], null)).toEqual([
      { code: "E-LOCALE", details: { field: "amount" } },
    ]);
  });

  test("a file of which more than half belongs elsewhere is refused as a whole", () => {
    const foreign = { ...person, issues: [rowIssue("E-SCOPE", 3)] };
    expect(judge("village-list", [foreign, foreign, person]).remarks).toMatchObject([
      { code: "E-SCOPE-ALL", details: { foreign: 2, rows: 3 } },
    ]);
    expect(judge("village-list", [foreign, person]).remarks).toEqual([]);
  });
});
