import { describe, expect, test } from "vitest";
import { month } from "#time";
import { readBillFile } from "./read-bill-file.ts";

const groups = {
  month: month("2026-11"),
  byNumber: new Map([["1800012345", "asn-sc"]]),
  keys: new Set(["asn-sc", "apbd-sg"]),
};
const read = (...rows: readonly string[]) =>
  readBillFile(
    rows.map((line, at) => ({ row: at + 1, cells: line.split("|") })),
    groups,
  );
const header = "No|NPP|Kode Iuran|Jumlah Tagihan (Rp)|Periode";

describe("a file of bills", () => {
  test("names each group by its number or its key, whatever stands above the header and below the last row", () => {
    expect(
      read(
        "DAFTAR TAGIHAN",
        header,
        "1|18.000.12345|6323 0904 8826|1.234.500|November 2026",
        "2|APBD-SG|632309048827|Rp 16.800,00|",
        "|JUMLAH||1.251.300|",
      ),
    ).toEqual({
      outcome: "read",
      lines: [
        { row: 3, groupKey: "asn-sc", code: "632309048826", rupiah: 1_234_500 },
        { row: 4, groupKey: "apbd-sg", code: "632309048827", rupiah: 16_800 },
      ],
      sum: 1_251_300,
    });
  });

  test("is refused whole with everything that is wrong with it, each with its first rows", () => {
    expect(
      read(
        header,
        "1|999|632309048826|16800|",
        "2|apbd-sg|1|0|12/2026",
        "3|asn-sc|632309048828|-5|",
        "4|asn-sc|632309048829|5|",
        "5|asn-sc|632309048829|5|",
      ),
    ).toEqual({
      outcome: "refused",
      problems: [
        { problem: "unknown-group", rows: [2], count: 1 },
        { problem: "code-unclear", rows: [3], count: 1 },
        { problem: "amount-unclear", rows: [3, 4], count: 2 },
        { problem: "other-month", rows: [3], count: 1 },
        { problem: "group-twice", rows: [6], count: 1 },
        { problem: "code-twice", rows: [6], count: 1 },
      ],
    });
  });

  test("without the headings, or without a row beneath them, says which", () => {
    expect(read("Nama|Jumlah", "A|1")).toEqual({ outcome: "refused", problems: [{ problem: "no-header" }] });
    expect(read(header)).toEqual({ outcome: "refused", problems: [{ problem: "empty" }] });
  });

  test("that takes a month for several, or none for a month, is of another month", () => {
    for (const text of ["Oktober 2026", "10-11/2026", "kemarin"])
      expect(read(header, `1|asn-sc|632309048826|5|${text}`)).toMatchObject({
        problems: [{ problem: "other-month" }],
      });
  });
});
