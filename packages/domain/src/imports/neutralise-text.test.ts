import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mapRow } from "./classify-row.ts";
import { neutraliseText, restoreText } from "#cells";
import { EXPORT_MARK, recogniseTable } from "#columns";
import { rowsOf } from "./testing-rows.ts";

test("what we export comes back as it was, whatever it is", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .tuple(fc.constantFrom("'", "''", "=", "+", "@", "＝", " -", '"='), fc.string())
      .map((parts) => parts.join("")),
  );
  const comesBack = fc.property(text, (value) => {
    expect(restoreText(neutraliseText(value))).toBe(value);
  });
  fc.assert(comesBack, { numRuns: 2_000 });
});

test("only files with our mark lose the apostrophe", () => {
  expect(nameIn(EXPORT_MARK)).toBe("=Syafril");
  expect(nameIn("Catatan lain")).toBe("'=Syafril");
});

function nameIn(mark: string): string | undefined {
  const rows = rowsOf(1, [
    ["NIK", "Nama", mark],
    ["1377930305790001", "'=Syafril", "a1"],
  ]);
  const [, row] = rows;
  return row && mapRow(row, recogniseTable(rows, "village-list")).fields.name?.text;
}
