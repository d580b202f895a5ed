import { describe, expect, test } from "vitest";
import { checkRow } from "#imports";
import type { CheckContext, MappedRow } from "#intake";
import { civilDate } from "#time";
import { type MendFacts, suggestMends } from "./index.ts";

const today = civilDate("2026-11-29");
const context: CheckContext = {
  today,
  identityNumbers: "synthetic",
  readVillage: () => ({ outcome: "none" }),
};
const facts: MendFacts = { today, regions: new Set(["137792"]), known: [], villageName: () => undefined };
const columns = ["name", "nik", "familyCard", "birthDate", "sex", "village"] as const;

type Cells = Partial<Record<(typeof columns)[number], string>>;

function suggest(cells: Cells, around: Partial<MendFacts> = {}) {
  const fields = Object.fromEntries(
    columns.flatMap((field, at) => {
      const text = cells[field];
      return text === undefined ? [] : [[field, { column: at + 1, text, kind: "text", raw: text }]];
    }),
  );
  const row: MappedRow = { sheet: 1, row: 2, hidden: false, fault: null, fields, extraColumns: [] };
  const { values, issues } = checkRow("village-list", row, context);
  return suggestMends({ row, values, issues }, { ...facts, ...around }).map(({ because, changes }) => [
    because,
    ...changes.map(({ text }) => text),
  ]);
}

const person = { name: "SYAFRIL", birthDate: "02/05/1970", sex: "L" };

describe("a number of a person", () => {
  test("with a letter for a digit is read as the digit it looks like", () => {
    expect(suggest({ ...person, nik: "13779202O5700002" })).toEqual([
      ["letter-for-digit", "1377920205700002"],
    ]);
  });
  test("with a digit missing, doubled, swapped or wrong in its date is found by the birth date beside it", () => {
    for (const nik of ["1377920250700002", "13779202055700002", "137792025700002"])
      expect(suggest({ ...person, nik }), nik).toEqual([["birth-date-fits", "1377920205700002"]]);
    expect(suggest({ ...person, nik: "137792020570002" }), "ten serials fit").toEqual([]);
    expect(suggest({ name: "SYAFRIL", nik: "1377920250700002" }), "no birth date, no evidence").toEqual([]);
  });
  test("of a known person of the village, rounded by a spreadsheet, is offered with that evidence", () => {
    const known = [{ nik: "1377920205700002", name: "Syafril", birthDate: "1970-05-02" }];
    expect(suggest({ ...person, nik: "1377920205700000" }, { known })).toEqual([
      ["same-person-known", "1377920205700002"],
    ]);
    expect(suggest({ ...person, nik: "1,37792E+15" }, { known })).toEqual([
      ["same-person-known", "1377920205700002"],
    ]);
    const other = [{ nik: "1377920205700002", name: "Yusnidar", birthDate: "1970-05-02" }];
    expect(suggest({ ...person, nik: "1377920205700000" }, { known: other })).toEqual([]);
  });
  test("in the column of the family card is offered back to its own", () => {
    expect(suggest({ ...person, nik: "13779201019800", familyCard: "1377920205700002" })).toEqual([
      ["columns-swapped", "1377920205700002", "13779201019800"],
    ]);
  });
});

describe("other cells", () => {
  test("an impossible birth date is the one inside the number; a misspelt month is spelt", () => {
    expect(suggest({ name: "ALI", nik: "1377923004770001", birthDate: "31/04/1977" })).toEqual([
      ["date-in-nik", "30/04/1977"],
    ]);
    expect(
      suggest({ name: "ALI", nik: "-", familyCard: "1377920101800001", birthDate: "3 Mie 1980" }),
    ).toEqual([["month-spelled", "03/05/1980"]]);
    expect(
      suggest({ name: "ALI", nik: "-", familyCard: "1377920101800001", birthDate: "O3/05/198O" }),
    ).toEqual([["letter-for-digit", "03/05/1980"]]);
  });
  test("a sex that cannot be read is the one inside the number", () => {
    expect(suggest({ name: "ANI", nik: "1377924305800003", sex: "X" })).toEqual([["sex-in-nik", "P"]]);
  });
  test("a village nobody knows is first taken for the one whose list it is", () => {
    expect(
      suggest({ ...person, nik: "1377920205700002", village: "Narsa" }, { ownVillage: "Naras I" }),
    ).toEqual([["own-village", "Naras I"]]);
  });
});
