import * as fc from "fast-check";
import { expect, test } from "vitest";
import { recogniseTable } from "#columns";
import type { FieldName, TableRecognition } from "#intake";
import { createTableReader } from "./read-tables.ts";
import { rowsOf } from "./testing-rows.ts";

const nik = (serial: number) => `137793010579${String(serial).padStart(4, "0")}`;

/** What each row of the list says, by field. */
function read(lines: readonly (readonly string[])[], kind: TableRecognition["kind"] = "village-list") {
  const rows = rowsOf(1, lines);
  const recognition = recogniseTable(rows, kind);
  expect(recognition.remarks).toEqual([]);
  const reader = createTableReader(recognition);
  return rows
    .flatMap((row) => reader.read(row))
    .map(({ rowClass, mapped: { fields, fault } }) => ({
      rowClass,
      fault,
      said: Object.fromEntries(Object.entries(fields).map(([field, cell]) => [field, cell.text])),
    }));
}

const words = { nik: "NIK", name: "Nama", occupation: "Pekerjaan", rt: "RT", rw: "RW" } as const;
type Column = keyof typeof words;
const columns = Object.keys(words) as Column[];
const person = (serial: number): Record<Column, string> => ({
  nik: nik(serial),
  name: `Orang ${"ABCDEFGHIJ"[serial % 10]}`,
  occupation: "Nelayan",
  rt: "001",
  rw: "002",
});

test("a second table below the first is read under its own header, whatever columns changed places", () => {
  const order = fc.shuffledSubarray(columns, { minLength: columns.length });
  fc.assert(
    fc.property(order, order, fc.integer({ min: 0, max: 2 }), (above, below, gap) => {
      const table = (own: readonly Column[], from: number) => [
        own.map((column) => words[column]),
        ...[from, from + 1].map((serial) => own.map((column) => person(serial)[column])),
      ];
      const lines = [...table(above, 1), ...Array.from({ length: gap }, () => []), ...table(below, 3)];
      const data = read(lines).filter(({ rowClass }) => rowClass === "data");
      expect(data.map(({ said }) => said)).toEqual([1, 2, 3, 4].map(person));
    }),
  );
});

test("tables side by side give each of their people a row, and their headers no person", () => {
  const lines = [
    ["No", "NIK", "Nama", "", "No", "NIK", "Nama"],
    ["1", nik(1), "Orang A", "", "3", nik(3), "Orang C"],
    ["2", nik(2), "Orang B"],
  ];
  const rows = read(lines);
  expect(rows.map(({ rowClass }) => rowClass)).toEqual(["header", "header", "data", "data", "data"]);
  expect(rows.slice(2).map(({ said }) => said["nik"])).toEqual([nik(1), nik(3), nik(2)]);
});

test("rows below a second header that lacks what the list needs are held back, not read under the first", () => {
  const rows = read([
    ["NIK", "Nama", "Pekerjaan", "RT"],
    [nik(1), "Orang A", "Nelayan", "001"],
    ["Nama", "RT", "Pekerjaan", "Alamat"],
    ["Orang B", "001", "Nelayan", "Jl. Melati"],
  ]);
  expect(rows.map(({ rowClass, fault }) => [rowClass, fault])).toEqual([
    ["header", null],
    ["data", null],
    ["header", null],
    ["data", "E-TABLE"],
  ]);
});

test.each([
  [["Tgl Lahir", "Bln Lahir", "Thn Lahir"], ["13", "1", "1965"], "13-1-1965"],
  [["Tahun", "Bulan", "Tanggal"], ["1965", "Januari", "13"], "13 Januari 1965"],
  [["Hari", "Bulan", "Tahun"], ["13", "01", "1965"], "13-01-1965"],
])("a birth date under %s is one date", (heads, parts, date) => {
  const [, row] = read([
    ["NIK", "Nama", ...heads, "Pekerjaan"],
    [nik(1), "Orang A", ...parts, "Nelayan"],
  ]);
  expect(row?.said["birthDate"]).toBe(date);
});

test.each<[string, FieldName]>([
  ["data/nama_lengkap", "name"],
  ["identitas:nik", "nik"],
  ["grup_a.alamat.no_hp", "phone"],
])("the header %s of a survey is %s by its last step", (header, field) => {
  const heads = ["NIK", "Nama", header].filter((head) => field === "phone" || head.toLowerCase() !== field);
  const lacking = field === "name" ? heads.filter((head) => head !== "Nama") : heads;
  const rows = rowsOf(1, [lacking, lacking.map((_, at) => (at === 0 ? nik(1) : "Orang A"))]);
  expect(recogniseTable(rows, "village-list").columns.map((column) => column.field)).toContain(field);
});

test("the name of the head of the family is not the person's, and what a survey program adds is nobody's", () => {
  const rows = rowsOf(1, [
    ["data/nik", "data/nama", "kepala_keluarga/nama", "_submission_time", "meta/instanceID", "_notes"],
    [nik(1), "Orang A", "Orang B", "2026-11-02", "uuid:1", "x"],
  ]);
  const found = recogniseTable(rows, "village-list");
  expect(found.columns.map(({ field }) => field)).toEqual(["nik", "name", null, null, null, null]);
  expect(found.isReady).toBe(true);
});

test("of sheets with lists those with the same columns are one list, and versions are asked", () => {
  const lines = [
    ["NIK", "Nama"],
    [nik(1), "Orang A"],
  ];
  const of = (...names: string[]) => {
    const rows = names.flatMap((_, at) => rowsOf(at + 1, lines));
    const sheets = new Map(names.map((name, at) => [at + 1, name]));
    const found = recogniseTable(rows, "village-list", [], { names: sheets });
    return [found.isReady, found.others?.length ?? 0];
  };
  expect(of("RT 1", "RT 2", "RT 3")).toEqual([true, 2]);
  expect(of("RT 1 2026", "RT 2 2026")).toEqual([true, 1]);
  expect(of("2026", "2025 lama")).toEqual([true, 0]);
  expect(of("Januari", "Februari")[0]).toBe(false);
});
