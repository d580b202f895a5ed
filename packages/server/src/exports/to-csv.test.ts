import { neutraliseText } from "@tuwai/domain/cells";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "./to-csv.ts";

const text = { header: "Nama", kind: "text" } as const;
const indonesian = { separator: ";", hasMark: true } as const;
// oxlint-disable-next-line no-control-regex -- the signs that must not come first
const dangerous = /^[=+\-@\t\r\0]/;

describe("a csv that other offices open", { timeout: 30_000 }, () => {
  test("no text field begins with a sign that a spreadsheet runs, whatever the text is", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc
        .tuple(
          fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\0", "＝", " =", '"=', "'=", "''+"),
          fc.string(),
        )
        .map((parts) => parts.join("")),
    );
    const values = fc.sample(nasty, 10_000);
    const csv = toCsv(
      { columns: [text], rows: values.map((value) => [value]) },
      { separator: ",", hasMark: false },
    );
    const fields = parse(csv, { relax_quotes: false, skip_empty_lines: false, record_delimiter: "\r\n" }).map(
      ([field]) => field ?? "",
    );
    expect(fields.slice(1)).toEqual(values.map(neutraliseText));
    expect(fields.filter((field) => dangerous.test(field))).toEqual([]);
  });

  test("a negative number in a column of numbers stays a number, the same text in a text column does not", () => {
    const columns = [{ header: "Selisih", kind: "rupiah" }, text] as const;
    expect(toCsv({ columns, rows: [[-16_800, "-16800"]] }, indonesian)).toBe(
      "\uFEFFSelisih;Nama\r\n-16800;'-16800\r\n",
    );
  });

  test("decimals have a comma where Indonesian Excel reads them, and a point where programs do", () => {
    const table = { columns: [{ header: "Persen", kind: "number" }, text], rows: [[12.5, "v1.2"]] } as const;
    expect(toCsv(table, indonesian)).toBe("\uFEFFPersen;Nama\r\n12,5;v1.2\r\n");
    expect(toCsv(table, { separator: ",", hasMark: false })).toBe("Persen,Nama\r\n12.5,v1.2\r\n");
  });

  test("separators, quotes and line ends inside a text stay inside it", () => {
    const value = 'Datuk "Rajo"; Basa\nbaris dua';
    const csv = toCsv({ columns: [text], rows: [[value]] }, indonesian);
    expect(parse(csv, { delimiter: ";", bom: true })).toEqual([["Nama"], [value]]);
  });
});
