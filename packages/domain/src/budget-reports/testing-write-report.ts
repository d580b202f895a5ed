import type { TableCell, TableRow } from "#intake";

export type WrittenLine = {
  /** "1.1.03" */
  readonly activity: string | null;
  readonly account: string | null;
  readonly name: string;
  readonly initial: number;
  readonly changed: number;
};

/** How an office prints a report. */
export type Print = {
  /** Activity and account in two columns, in one cell, or every number in a column of its own. */
  readonly codes: "pair" | "joined" | "split";
  readonly amounts: "number" | "dots" | "rupiah";
  readonly hasChange: boolean;
  /** Lines of a page, after which the header comes again. */
  readonly page: number;
  readonly isDotted: boolean;
};

type Value = string | number | null;

/** An activity with what its accounts hold; its sums are printed above, as Siskeudes does. */
export type Activity = {
  readonly code: readonly [number, number, number];
  readonly accounts: readonly {
    readonly code: readonly [number, number, number, number];
    readonly initial: number;
    readonly changed: number;
  }[];
};

const two = (n: number) => String(n).padStart(2, "0");
const codeOf = (parts: readonly number[], plain: number) =>
  parts.map((part, at) => (at < plain ? String(part) : two(part))).join(".");

const starts = (code: readonly number[], start: readonly number[]) =>
  start.every((part, at) => code[at] === part);
const prefixes = (codes: readonly (readonly number[])[], length: number) => [
  ...new Map(codes.map((code) => [code.slice(0, length).join(","), code.slice(0, length)])).values(),
];

/** Every line of a budget with its sums, in the order in which they are printed. */
export function linesOf(activities: readonly Activity[]): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  const leaves = activities.flatMap(({ code, accounts }) => accounts.map((leaf) => ({ of: code, ...leaf })));
  type Leaf = (typeof leaves)[number];
  const add = (activity: string | null, account: string | null, name: string, own: readonly Leaf[]) => {
    const sum = (of: "initial" | "changed") => own.reduce((all, leaf) => all + leaf[of], 0);
    lines.push({ activity, account, name, initial: sum("initial"), changed: sum("changed") });
  };
  add(null, "5", "BELANJA", leaves);
  const codes = activities.map(({ code }) => code);
  for (const field of prefixes(codes, 1)) {
    add(codeOf(field, 2), null, `BIDANG ${field.join()}`, leaves.filter(({ of }) => starts(of, field))); // oxfmt-ignore
    for (const part of prefixes(
      codes.filter((code) => starts(code, field)),
      2,
    )) {
      add(codeOf(part, 2), null, "Sub Bidang", leaves.filter(({ of }) => starts(of, part))); // oxfmt-ignore
      for (const activity of codes.filter((code) => starts(code, part))) addActivity(activity);
    }
  }
  return lines;

  function addActivity(activity: readonly number[]): void {
    const own = leaves.filter(({ of }) => starts(of, activity));
    const name = codeOf(activity, 2);
    add(name, null, `Kegiatan ${name}`, own);
    const accounts = own.map(({ code }) => code);
    for (const account of prefixes(accounts, 2)) addAccount(name, account, own);
  }

  function addAccount(activity: string, start: readonly number[], own: readonly Leaf[]): void {
    const beneath = own.filter(({ code }) => starts(code, start));
    add(activity, codeOf(start, 3), start.length === 2 ? "Belanja" : "Rekening", beneath);
    if (start.length === 4) return;
    for (const next of prefixes(
      beneath.map(({ code }) => code),
      start.length + 1,
    ))
      // oxfmt-ignore
      addAccount(activity, next, beneath);
  }
}

/** The rows of a sheet on which these lines are printed, with title, headers, a control total and what stands between pages. */
export function writeReport(
  lines: readonly WrittenLine[],
  print: Print,
  title: readonly string[] = ["PEMERINTAH DESA NARAS I", "TAHUN ANGGARAN 2027"],
): readonly TableRow[] {
  const width = print.codes === "split" ? 7 : print.codes === "pair" ? 2 : 1;
  const pad = (codes: readonly Value[]) => Array.from({ length: width }, (_, at) => codes[at] ?? null);
  const amounts = print.hasChange
    ? ["ANGGARAN SEMULA", "ANGGARAN MENJADI", "BERTAMBAH/(BERKURANG)"]
    : ["ANGGARAN (Rp)"];
  const header = [...pad(["KODE REKENING"]), "URAIAN", ...amounts, "SUMBER DANA"];
  const numbers = header.map((_, at) => String(at + 1));
  const table = lines.map((line) => [
    ...pad(codesOf(line, print)),
    line.name,
    ...[line.initial, ...(print.hasChange ? [line.changed, line.changed - line.initial] : [])].map((amount) =>
      amountOf(amount, print),
    ),
    "ADD",
  ]);
  const pages = Array.from({ length: Math.ceil(table.length / print.page) }, (_, at) => [
    header,
    numbers,
    ...table.slice(at * print.page, (at + 1) * print.page),
    [null, `Dicetak oleh Siskeudes, halaman ${at + 1}`],
  ]);
  const [root] = lines;
  const total = [root?.initial ?? 0, ...(print.hasChange ? [root?.changed ?? 0, null] : [])];
  const sum = [...pad([]), "JUMLAH BELANJA", ...total.map((amount) => amountOf(amount, print))];
  return toRows([...title.map((line) => [line]), ...pages.flat(), sum]);
}

function codesOf({ activity, account }: WrittenLine, { codes, isDotted }: Print): readonly Value[] {
  const dotted = (code: string | null) => (code === null || !isDotted ? code : `${code}.`);
  if (codes === "split") return `${activity ?? ""}.${account ?? ""}`.split(".").filter((part) => part !== "");
  const both = [dotted(activity), dotted(account)];
  return codes === "pair" ? both : [both.filter((code) => code !== null).join(" ")];
}

function amountOf(amount: number | null, { amounts }: Print): Value {
  if (amount === null || amounts === "number") return amount;
  const digits = String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+$)/g, ".");
  const written = amounts === "rupiah" ? `Rp ${digits},00` : digits;
  return amount < 0 ? `(${written.replace("Rp ", "")})` : written;
}

/** Values as a sheet holds them. */
export const toRows = (values: readonly (readonly Value[])[]): readonly TableRow[] =>
  values.map((cells, at) => ({
    sheet: 1,
    row: at + 1,
    hidden: false,
    fault: null,
    cells: cells.flatMap((value, index): TableCell[] => {
      if (value === null || value === "") return [];
      const text = String(value);
      const kind = typeof value === "number" ? "number" : "text";
      return [{ column: index + 1, text, raw: text, kind }];
    }),
  }));
