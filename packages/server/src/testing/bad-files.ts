import { writeXlsx } from "hucre/xlsx";

/** A file as an office might send it, and the code it is refused with. */
export type BadFile = {
  readonly what: string;
  readonly name: string;
  readonly code: string;
  readonly bytes: () => Promise<Uint8Array>;
};

const sheetOf = (rows: readonly (readonly string[])[]) =>
  writeXlsx({ sheets: [{ name: "Data", rows: rows.map((row) => [...row]) }] });

/** Files of which no row may come in, each with the one code that says why. */
export const badFiles: readonly BadFile[] = [
  {
    what: "a bomb of 30 MB in a few kilobytes",
    name: "bom.xlsx",
    code: "E-ZIP-RATIO",
    bytes: () =>
      sheetOf([
        ["NIK", "Nama"],
        ["x", " ".repeat(30 * 1024 * 1024)],
      ]),
  },
  {
    what: "a workbook with a password",
    name: "sandi.xlsx",
    code: "E-ENCRYPTED",
    bytes: () =>
      writeXlsx({
        sheets: [{ name: "A", rows: [["NIK", "Nama"]] }],
        encryption: { password: "rahasia", spinCount: 1_000 },
      }),
  },
  {
    what: "a photo named like a workbook",
    name: "foto.xlsx",
    code: "E-TYPE",
    bytes: () => Promise.resolve(Buffer.from("ffd8ffe000104a46494600010100", "hex")),
  },
  { what: "an empty sheet", name: "kosong.xlsx", code: "E-EMPTY", bytes: () => sheetOf([]) },
  {
    what: "a sheet of 20,000 columns",
    name: "lebar.csv",
    code: "E-COLUMNS",
    bytes: () => Promise.resolve(Buffer.from(Array.from({ length: 20_000 }, () => "K").join(";"))),
  },
];
