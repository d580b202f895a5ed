import { civilDate } from "#time";
import { describe, expect, test } from "vitest";
import { createFileCheck } from "./check-file.ts";
import type { ImportKind } from "./import-fields.ts";
import type { CheckedRow, ImportedRow } from "./imported-row.ts";
import { rowIssue, type RowIssue } from "./issue-codes.ts";

function judge(kind: ImportKind, rows: readonly (ImportedRow & { issues?: readonly RowIssue[] })[]) {
  const check = createFileCheck(kind);
  for (const [index, { issues = [], ...values }] of rows.entries()) {
    const checked: CheckedRow = { outcome: "accepted", values, issues };
    check.add(index + 1, checked);
  }
  return check.finish();
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

  test("a file of which more than half belongs elsewhere is refused as a whole", () => {
    const foreign = { ...person, issues: [rowIssue("E-SCOPE", 3)] };
    expect(judge("village-list", [foreign, foreign, person]).remarks).toMatchObject([
      { code: "E-SCOPE-ALL", details: { foreign: 2, rows: 3 } },
    ]);
    expect(judge("village-list", [foreign, person]).remarks).toEqual([]);
  });
});
