import { readFileSync } from "node:fs";
import { join } from "node:path";
import { limitsFor, readTable } from "@tuwai/server/files";

/** A file of the demo city with what its makers know of it: `kebenaran/berkas.json`. */
export type DemoFile = {
  readonly file: string;
  readonly kind: string;
  readonly villageCode: string;
  readonly expected: {
    readonly read: number;
    readonly headerOrNote: number;
    readonly blank: number;
    readonly data: number;
    readonly duplicate: number;
    /** Rows that may not come in as they are. */
    readonly blocking: number;
    readonly defects: Readonly<Record<string, number>>;
  };
};

type City = { readonly dataDir: string; readonly output: string };

export type Figures = {
  readonly month: string | null;
  readonly numerator: number | null;
  readonly percent: number | null;
};

/** The city's last release; nothing before the first. */
export async function readFigures({ origin }: { readonly origin: string }): Promise<Figures> {
  return (await (await fetch(`${origin}/cakupan.json`)).json()) as Figures;
}

type Wish = { readonly hasRowsToRepair: boolean };

/** What typing the NIK and the date of birth from the card does not put right. */
const beyondTheCard = [
  "village-foreign",
  "same-nik-other-name",
  "name-missing",
  "noted-dead",
  "noted-moved",
  "unidentified",
];

/**
 * The list of a village left to be done by hand, as the start names them; each wish finds another. With rows to repair:
 * one whose faults its own operator can put right, with one row of headers, so that a single returned row is recognised too.
 */
export function findByHand(city: City, { hasRowsToRepair }: Wish): DemoFile {
  const path = join(city.dataDir, "demo/kebenaran/berkas.json");
  const { files } = JSON.parse(readFileSync(path, "utf8")) as { readonly files: readonly DemoFile[] };
  const headers = readTruth(join(city.dataDir, "demo/kebenaran/baris.csv")).filter(
    (row) => row["jenis"] === "header",
  );
  const hasOneHeader = (file: string): boolean =>
    headers.filter((row) => row["berkas"] === file).length === 1;
  const found = files.find(
    ({ kind, file, expected: { blocking, defects } }) =>
      kind === "village-list" &&
      city.output.includes(`  ${file}\n`) &&
      (hasRowsToRepair
        ? blocking > 0 && hasOneHeader(file) && !beyondTheCard.some((code) => defects[code] !== undefined)
        : blocking === 0),
  );
  if (found === undefined) throw new Error("no village is left to be done by hand");
  return found;
}

type Row = Readonly<Record<string, string>>;

/** Faults of NIK and date of birth that keep a row out. */
const faults = /impossible|numeric|nik-length|nik-placeholder/;

/** What an operator does with the returned rows, ID card in hand: types the NIK and the date of birth as they are. */
export function repairWith(
  city: City,
  { file }: DemoFile,
  rows: readonly Row[],
): { readonly csv: string; readonly rows: number } {
  const folder = join(city.dataDir, "demo/kebenaran");
  const spoilt = readTruth(join(folder, "baris.csv")).filter(
    (row) => row["berkas"] === file && faults.test(row["cacat"] ?? ""),
  );
  const people = new Map(readTruth(join(folder, "orang.csv")).map((person) => [person["orang"], person]));
  const headers = Object.keys(rows[0] ?? {}).filter((header) => !/^(Masalah|Cara memperbaiki)$/.test(header));
  // The last that fits: "Tempat Lahir" stands before "Tanggal Lahir".
  const headerOf = (word: RegExp): string => headers.findLast((header) => word.test(header)) ?? "";
  const [nik, birth] = [headerOf(/^n ?i ?k|nik$|ktp|induk kependudukan/i), headerOf(/lahir|tanggal|ttl/i)];
  const repaired = rows.map((row, at) => {
    const person = people.get(spoilt[at]?.["orang"]);
    if (person === undefined) throw new Error(`nobody knows who stands in faulty row ${at + 1} of ${file}`);
    const [year, month, day] = (person["tanggal_lahir"] ?? "").split("-");
    const place = /^(.*,)\s*\d/.exec(row[birth] ?? "")?.[1];
    const date = `${day}-${month}-${year}`;
    return { ...row, [nik]: person["nik"] ?? "", [birth]: place === undefined ? date : `${place} ${date}` };
  });
  return { csv: toCsv(headers, repaired), rows: repaired.length };
}

function readTruth(path: string): readonly Row[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const headers = head.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, at) => [headers[at] ?? "", cell])),
  );
}

/** Rows of a workbook's first sheet under the headers of its first row. */
export async function readRows(path: string): Promise<readonly Row[]> {
  const rows: Record<string, string>[] = [];
  let headers = new Map<number, string>();
  const limits = limitsFor("village-list");
  for await (const event of readTable(path, { format: "xlsx", limits, sheets: [1] })) {
    if (event.type === "refused") throw new Error(event.code);
    if (event.type !== "row") continue;
    if (headers.size === 0) headers = new Map(event.cells.map(({ column, text }) => [column, text]));
    else
      rows.push(
        Object.fromEntries(
          event.cells.map(({ column, text }) => [headers.get(column) ?? String(column), text]),
        ),
      );
  }
  return rows;
}

/** Semicolons between, as Indonesian Excel writes it. */
export function toCsv(
  headers: readonly string[],
  rows: readonly Readonly<Record<string, string | undefined>>[],
): string {
  const lines = rows.map((row) => headers.map((header) => `"${row[header] ?? ""}"`).join(";"));
  return [headers.join(";"), ...lines, ""].join("\r\n");
}
