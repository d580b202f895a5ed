import type { CommitmentSource } from "#commitments";
import type { Group } from "#grants";
import { numberInFigures } from "#money";
import { blank, type Block, type Inline, type Sentence } from "./draft.ts";
import type { DraftFacts, DraftLine, DraftPerson } from "./draft-facts.ts";
import { legalBasisOn } from "./legal-basis.ts";

/** Documents go to Indonesian offices: they have one language. */
export const groupWords: Readonly<Record<Group, string>> = {
  kades: "Kepala Desa",
  perangkat: "Perangkat Desa",
  bpd: "Badan Permusyawaratan Desa",
  kader: "Kader",
  "rt-rw": "RT/RW",
  religious: "Petugas Keagamaan",
  adat: "Lembaga Adat",
  vulnerable: "Pekerja Rentan",
  pktd: "Pekerja Padat Karya Tunai Desa",
};

export const sourceWords: Readonly<Record<CommitmentSource, string>> = {
  add: "Alokasi Dana Desa",
  pades: "Pendapatan Asli Desa",
  bhprd: "Bagi Hasil Pajak dan Retribusi Daerah",
  "dana-desa": "Dana Desa",
  apbd: "Anggaran Pendapatan dan Belanja Daerah",
};

export const headsOf = (lines: readonly DraftLine[]): number =>
  lines.reduce((sum, { heads }) => sum + heads, 0);
export const rupiahOf = (lines: readonly DraftLine[]): number =>
  lines.reduce((sum, { rupiah }) => sum + rupiah, 0);

const programmes = (line: DraftLine): string =>
  line.segment === "pu-village" ? "Penerima Upah" : "Bukan Penerima Upah";

const cell = (text: Inline): Sentence => [text];

/** One row a line of the budget, and their sum. */
export function lineTable(lines: readonly DraftLine[]): Block {
  return {
    kind: "table",
    head: ["No.", "Kelompok", "Kepesertaan", "Orang", "Bulan", "Jumlah (Rp)", "Sumber", "Kode rekening"],
    numeric: [0, 3, 4, 5],
    widths: [4, 17, 15, 8, 8, 16, 18, 14],
    rows: [
      ...lines.map((line, at) => [
        cell(`${at + 1}`),
        cell(groupWords[line.group]),
        cell(programmes(line)),
        cell(`${line.heads}`),
        cell(`${line.months}`),
        cell(numberInFigures(line.rupiah)),
        cell(line.source === null ? blank("sumber dana") : sourceWords[line.source]),
        cell(line.account ?? blank("kode rekening")),
      ]),
      [
        cell(""),
        cell("Jumlah"),
        cell(""),
        cell(`${headsOf(lines)}`),
        cell(""),
        cell(numberInFigures(rupiahOf(lines))),
        cell(""),
        cell(""),
      ],
    ],
  };
}

/** By name and address, as far as the register knows: identity number and address are written by the office from the card. */
export function peopleTable(people: readonly DraftPerson[], payer: string): Block {
  const row = (person: DraftPerson, at: number): readonly Sentence[] => [
    [`${at + 1}`],
    [person.name],
    [blank("NIK")],
    [blank("alamat")],
    [person.position ?? groupWords[person.group]],
    [payer],
    [person.monthly === null ? blank("iuran") : numberInFigures(person.monthly)],
    [person.code],
  ];
  return {
    kind: "table",
    head: [
      "No.",
      "Nama",
      "NIK",
      "Alamat",
      "Jabatan/kelompok",
      "Penanggung",
      "Iuran sebulan (Rp)",
      "Kode daftar",
    ],
    numeric: [0, 6],
    widths: [4, 18, 14, 13, 15, 13, 9, 14],
    rows: people.map(row),
  };
}

/** The head of an office's paper. */
export const letterhead = ({
  kind,
  village,
  kecamatan,
  city,
}: Pick<DraftFacts, "kind" | "village" | "kecamatan" | "city">): Block => ({
  kind: "center",
  isStrong: true,
  lines: [
    [`PEMERINTAH ${city.toUpperCase()}`],
    [`KECAMATAN ${kecamatan.toUpperCase()}`],
    [`${kind === "desa" ? "DESA" : "KELURAHAN"} ${village.toUpperCase()}`],
  ],
});

export const payerOf = ({ kind, village }: DraftFacts): string =>
  kind === "desa" ? `APBDes ${village}` : "APBD (DPA)";

/** What the paper rests on by the law of its day, then what only the office knows. */
export const mengingat = ({ today, kind }: DraftFacts): Block => ({
  kind: "points",
  label: "Mengingat",
  numbering: "numbers",
  points: [
    ...legalBasisOn(today, kind).map(({ text }): Sentence => [`${text};`]),
    ["Peraturan Wali Kota tentang ", blank("pedoman APBDes atau pelaksanaan jaminan sosial"), ";"],
    ...(kind === "desa" ? [["Peraturan Desa tentang ", blank("RKP Desa, nomor dan tahun"), "."]] : []),
  ],
});

/** The groups of the lines, in words. */
export const groupNames = ({ lines }: DraftFacts): string =>
  new Intl.ListFormat("id").format(lines.map(({ group }) => groupWords[group]));

/** What stands beneath a list of people. */
export const note = (listed: number, heads: number): string =>
  listed >= heads
    ? "NIK dan alamat diisi kantor dari kartu tanda penduduk dan tidak dicetak dari daftar."
    : `Daftar memuat ${listed} dari ${heads} orang; ${heads - listed} belum ada di daftar dan ditambahkan sebelum ditetapkan. NIK dan alamat diisi kantor dari kartu tanda penduduk.`;
