import { readAmount, readMonths } from "#cells";
import { type Rupiah } from "#money";
import type { Month } from "#time";

/** A row of a table as text, the first cell first; `row` counts as the sheet does. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/** The groups a file may bill, by their number (NPP) and by their key as our own list of the month has it. */
export type BillableGroups = {
  readonly month: Month;
  readonly byNumber: ReadonlyMap<string, string>;
  readonly keys: ReadonlySet<string>;
};

export type BilledLine = {
  readonly row: number;
  readonly groupKey: string;
  readonly code: string;
  readonly rupiah: Rupiah;
};

export type BillFileProblem =
  | { readonly problem: "no-header" | "empty" }
  | {
      readonly problem:
        | "unknown-group"
        | "code-unclear"
        | "amount-unclear"
        | "other-month"
        | "group-twice"
        | "code-twice";
      readonly rows: readonly number[];
      readonly count: number;
    };

export type BillFileReading =
  | { readonly outcome: "read"; readonly lines: readonly BilledLine[]; readonly sum: number }
  | { readonly outcome: "refused"; readonly problems: readonly BillFileProblem[] };

type Field = "group" | "code" | "amount" | "month";

/** Headings under which BPJS and branches write a list of bills. */
const headings: Readonly<Record<Field, RegExp>> = {
  group: /^(npp|nomor pendaftaran( perusahaan)?|no\.? npp|kode? kelompok|kelompok( bpjs)?|wadah)$/,
  code: /^(kode|id|nomor|no\.?) ?(iuran|billing|bayar|tagihan)$/,
  amount:
    /^(jumlah|total|nominal|nilai)( (iuran|tagihan|bayar))?( \(?rp\.?\)?| \(rupiah\))?$|^(iuran|tagihan)( \(rp\))?$/,
  month: /^(bulan|periode|blth|masa)( (iuran|tagihan))?$/,
};
const needed = ["group", "code", "amount"] as const;
const headerWithin = 40;
const firstRows = 3;
const mostRupiah = 1_000_000_000_000;

/** A code as BPJS gives it (kode iuran), in one spelling; null where it is none. */
export function readBillCode(text: string): string | null {
  const code = text.replace(/[\s.']/g, "").toUpperCase();
  return /^[A-Z0-9-]{6,24}$/.test(code) ? code : null;
}

/** Whether a bill can come to that much. */
export const isBillAmount = (amount: number): boolean =>
  Number.isSafeInteger(amount) && amount > 0 && amount <= mostRupiah;

/**
 * The codes and sums of a month as BPJS sends them in one file, group by group. It is read whole or not at all: a row that cannot be
 * placed, of another month, or of a group or code that stands twice refuses the file with everything that is wrong with it.
 */
export function readBillFile(rows: readonly TableRow[], groups: BillableGroups): BillFileReading {
  const header = rows.slice(0, headerWithin).find((row) => placesIn(row) !== null);
  if (header === undefined) return { outcome: "refused", problems: [{ problem: "no-header" }] };
  const places = placesIn(header)!;
  const text = ({ cells }: TableRow, field: Field) => (cells[places.get(field) ?? -1] ?? "").trim();
  const below = rows.filter(
    (row) => row.row > header.row && text(row, "group") !== "" && !isTotal(text(row, "group")),
  );
  if (below.length === 0) return { outcome: "refused", problems: [{ problem: "empty" }] };
  const lines: BilledLine[] = [];
  const wrong = new Map<Exclude<BillFileProblem["problem"], "no-header" | "empty">, number[]>();
  const note = (problem: Parameters<typeof wrong.set>[0], row: number) =>
    wrong.set(problem, [...(wrong.get(problem) ?? []), row]);
  for (const row of below) {
    const groupKey = groupIn(text(row, "group"), groups);
    const code = readBillCode(text(row, "code"));
    const amount = readAmount(text(row, "amount"));
    const isRead = amount.status === "read" && isBillAmount(amount.amount);
    if (groupKey === undefined) note("unknown-group", row.row);
    if (code === null) note("code-unclear", row.row);
    if (!isRead) note("amount-unclear", row.row);
    if (isOtherMonth(text(row, "month"), groups.month)) note("other-month", row.row);
    if (lines.some((line) => line.groupKey === groupKey)) note("group-twice", row.row);
    if (lines.some((line) => line.code === code)) note("code-twice", row.row);
    if (groupKey !== undefined && code !== null && isRead)
      lines.push({ row: row.row, groupKey, code, rupiah: amount.amount });
  }
  const problems = [...wrong].map(([problem, all]) => ({
    problem,
    rows: all.slice(0, firstRows),
    count: all.length,
  }));
  if (problems.length > 0) return { outcome: "refused", problems };
  return { outcome: "read", lines, sum: lines.reduce((total, line) => total + line.rupiah, 0) };
}

function placesIn({ cells }: TableRow): ReadonlyMap<Field, number> | null {
  const plain = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, " "),
  );
  const places = new Map<Field, number>();
  for (const [field, pattern] of Object.entries(headings) as [Field, RegExp][]) {
    const at = plain.findIndex((cell) => pattern.test(cell));
    if (at >= 0) places.set(field, at);
  }
  return needed.every((field) => places.has(field)) ? places : null;
}

const isTotal = (text: string): boolean => /^(jumlah|total|jml)\b/i.test(text);

function groupIn(text: string, { byNumber, keys }: BillableGroups): string | undefined {
  const key = text.toLowerCase();
  return keys.has(key) ? key : byNumber.get(plainNumber(text));
}

/** A number of BPJS however it is spaced. */
export const plainNumber = (text: string): string => text.replace(/[\s.'-]/g, "").toUpperCase();

function isOtherMonth(text: string, month: Month): boolean {
  if (text === "") return false;
  const reading = readMonths(text);
  return reading.status !== "one" || reading.month !== month;
}
