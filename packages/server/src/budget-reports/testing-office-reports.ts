import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cell, type CellValue, type MergeRange, writeXlsx } from "hucre/xlsx";

/** Activity, account, name, first amount, amount after change. */
type Line = readonly [string, string, string, number, number];

export type OfficeBudget = {
  readonly village: string;
  readonly year: number;
  readonly title: string;
  readonly lines: readonly Line[];
};

type Leaves = { readonly kades?: number; readonly perangkat?: number; readonly bpd?: number };

const sum = (...all: readonly (readonly [number, number])[]): readonly [number, number] => [
  all.reduce((total, [first]) => total + first, 0),
  all.reduce((total, [, after]) => total + after, 0),
];

/** The budget of a small desa: insurance of its officers, a road, and what is kept for disasters. */
export function aBudget(
  first: Leaves = {},
  after: Leaves = first,
  of: Partial<OfficeBudget> = {},
): OfficeBudget {
  const leaf = (name: keyof Leaves, usual: number) => [first[name] ?? usual, after[name] ?? usual] as const;
  const [kades, perangkat, bpd] = [
    leaf("kades", 220_320),
    leaf("perangkat", 1_296_000),
    leaf("bpd", 453_600),
  ];
  const insured = sum(kades, perangkat, bpd);
  const road = [300_000_000, 310_000_000] as const;
  const kept = [10_000_000, 10_000_000] as const;
  return {
    village: "NARAS I",
    year: 2027,
    title: "RANCANGAN ANGGARAN PENDAPATAN DAN BELANJA DESA",
    lines: [
      ["", "4.", "PENDAPATAN", 900_000_000, 900_000_000],
      ["", "4.2.", "Pendapatan Transfer", 900_000_000, 900_000_000],
      ["", "5.", "BELANJA", ...sum(insured, road, kept)],
      ["1.", "", "BIDANG PENYELENGGARAAN PEMERINTAHAN DESA", ...insured],
      ["1.1.", "", "Penyelenggaraan Belanja Penghasilan Tetap", ...insured],
      ["1.1.03.", "", "Penyediaan Jaminan Sosial bagi Kepala Desa dan Perangkat Desa", ...insured],
      ["1.1.03.", "5.1.", "Belanja Pegawai", ...insured],
      ["1.1.03.", "5.1.3.", "Jaminan Sosial Kepala Desa dan Perangkat Desa", ...insured],
      ["1.1.03.", "5.1.3.03.", "Jaminan Ketenagakerjaan Kepala Desa", ...kades],
      ["1.1.03.", "5.1.3.04.", "Jaminan Ketenagakerjaan Perangkat Desa", ...perangkat],
      ["1.1.03.", "5.1.3.91.", "Jaminan Ketenagakerjaan BPD", ...bpd],
      ["2.", "", "BIDANG PELAKSANAAN PEMBANGUNAN DESA", ...road],
      ["2.3.", "", "Sub Bidang Pekerjaan Umum", ...road],
      ["2.3.10.", "", "Pembangunan Jalan Desa", ...road],
      ["2.3.10.", "5.3.", "Belanja Modal", ...road],
      ["2.3.10.", "5.3.5.", "Belanja Modal Jalan", ...road],
      ["5.", "", "BIDANG PENANGGULANGAN BENCANA", ...kept],
      ["5.1.", "", "Penanggulangan Bencana", ...kept],
      ["5.1.00.", "", "Penanggulangan Bencana", ...kept],
      ["5.1.00.", "5.4.", "Belanja Tidak Terduga", ...kept],
      ["5.1.00.", "5.4.1.", "Belanja Tidak Terduga", ...kept],
      ["", "6.", "PEMBIAYAAN", 0, 0],
    ],
    ...of,
  };
}

const dots = (amount: number) => String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+$)/g, ".");
const inBrackets = (amount: number) => (amount < 0 ? `(${dots(amount)},00)` : `${dots(amount)},00`);
const expenses = ({ lines }: OfficeBudget) => lines.find(([, , name]) => name === "BELANJA")!;

type Sheet = {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly MergeRange[];
  readonly cells?: ReadonlyMap<string, Partial<Cell>>;
};

const merge = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

/** As the program exports it: codes in two columns, a header of two rows with merged cells, again on every page, and page numbers. */
export function asExported(budget: OfficeBudget): Sheet {
  const head: readonly (readonly CellValue[])[] = [
    ["KODE REKENING", null, "URAIAN", null, "ANGGARAN (Rp)", null, null, "SUMBER DANA"],
    [null, null, null, null, "SEMULA", "MENJADI", "BERTAMBAH/(BERKURANG)", null],
    ["1", "2", "3", null, "4", "5", "6", "7"],
  ];
  const rows: (readonly CellValue[])[] = [
    [budget.title],
    [`PEMERINTAH DESA ${budget.village} KECAMATAN PARIAMAN UTARA`],
    [`TAHUN ANGGARAN ${budget.year}`],
    [],
  ];
  const merges = [0, 1, 2].map((row) => merge(row, 0, row, 7));
  for (let at = 0; at < budget.lines.length; at += 9) {
    const top = rows.length;
    merges.push(merge(top, 0, top + 1, 1), merge(top, 2, top + 1, 3), merge(top, 4, top, 6));
    rows.push(...head);
    for (const [activity, account, name, first, after] of budget.lines.slice(at, at + 9)) {
      merges.push(merge(rows.length, 2, rows.length, 3));
      rows.push([activity, account, name, null, first, after, after - first, "ADD"]);
    }
    rows.push([
      null,
      null,
      "Dicetak oleh Siskeudes 20/11/2026 10:12",
      null,
      null,
      null,
      null,
      `Halaman ${at / 9 + 1}`,
    ]);
  }
  const [, , , first, after] = expenses(budget);
  rows.push([null, null, "JUMLAH BELANJA", null, first, after, after - first]);
  rows.push([null, null, "SURPLUS / (DEFISIT)", null, 900_000_000 - first, 900_000_000 - after]);
  return { rows, merges };
}

/** Typed over in the office: one column of codes, rupiah as text, village and year beside their labels, sums as formulas. */
export function asTypedOver(budget: OfficeBudget): Sheet {
  const rows: (readonly CellValue[])[] = [
    [budget.title],
    ["Desa", ": " + budget.village],
    ["Tahun", ": " + budget.year],
    ["Kode Rek.", "Uraian", "Anggaran"],
    ...budget.lines.map(([activity, account, name, first]) => [
      [activity, account].filter((code) => code !== "").join(" "),
      name,
      `Rp ${dots(first)},00`,
    ]),
  ];
  const total = expenses(budget)[3];
  const at = `${rows.length},2`;
  rows.push(["JUMLAH BELANJA", null, total]);
  return { rows, cells: new Map([[at, { formula: "C7", formulaResult: total, value: total }]]) };
}

/** A change budget of the office's own table: plain codes without their activity, brackets for what was cut, details without codes. */
export function asChangeTable(budget: OfficeBudget): Sheet {
  return {
    rows: [
      ["PERUBAHAN " + budget.title],
      ["PEMERINTAHAN NAGARI/DESA", "DESA " + budget.village],
      ["TA 2026/2027", `TAHUN ANGGARAN ${budget.year}`],
      ["NO. REKENING", "URAIAN", "SEBELUM PERUBAHAN", "SETELAH PERUBAHAN", "BERTAMBAH / BERKURANG"],
      ...budget.lines.flatMap(
        ([activity, account, name, first, after]): readonly (readonly CellValue[])[] => {
          const code = (account || activity).replace(/\.$/, "");
          const line = [code, name, inBrackets(first), inBrackets(after), inBrackets(after - first)];
          return account.startsWith("5.1.3.0")
            ? [line, [null, "- iuran 12 bulan", "1.000", "2.000"], ["01.", "Iuran", "5", "6"]]
            : [line];
        },
      ),
      [null, "TOTAL BELANJA", expenses(budget)[3], expenses(budget)[4]],
    ],
  };
}

/** The sheet as a file on disk. */
export async function reportFile(
  sheet: Sheet,
  fileName = "apbdes.xlsx",
): Promise<{ path: string; fileName: string }> {
  const path = join(mkdtempSync(join(tmpdir(), "apbdes-")), fileName);
  const { rows, merges = [], cells } = sheet;
  const written = {
    name: "APBDes",
    rows: rows.map((row) => [...row]),
    merges: [...merges],
    ...(cells === undefined ? {} : { cells: new Map(cells) }),
  };
  writeFileSync(path, await writeXlsx({ sheets: [written] }));
  return { path, fileName };
}
