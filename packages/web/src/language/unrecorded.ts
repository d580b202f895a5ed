import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (month: string) => `Sudah dibayar, belum tercatat di BPJS: ${month}`,
  lead: (n: string, sum: string) =>
    `${n} pekerja, ${sum}. Iurannya sudah dipotong atau disetor, tetapi bukti BPJS belum memuatnya; sampai tercatat mereka tidak terlindungi.`,
  leadNone: "Semua yang sudah dibayar untuk bulan ini tercatat di BPJS.",
  elsewhere: "Bulan lain yang masih kurang:",
  elsewhereMonth: (month: string, n: string) => `${month} (${n})`,
  byPayer: "Per penanggung",
  byName: (n: string) => `${n} pekerja untuk ditanyakan ke BPJS`,
  columns: { payer: "Penanggung", how: "Bukti kita", workers: "Pekerja", sum: "Iuran", person: "Pekerja" },
  ways: { deducted: "Dipotong dari gaji", remitted: "Seluruh bulan sudah disetor ke BPJS" },
  none: "Tidak ada yang perlu ditanyakan.",
  noneNext:
    "Daftar ini terisi bila potongan atau setoran sudah ada dan bukti iuran BPJS belum memuat orangnya.",
  what: "Kirim daftar ini ke cabang BPJS bersama bukti setornya. Begitu bukti iuran BPJS dibaca, orangnya hilang sendiri dari sini.",
  file: {
    says: "Daftar bulan ini sebagai berkas, tanpa NIK. Unduhan dicatat.",
    sheet: "Belum tercatat",
    mark: "Tanda Unduhan",
    code: "Kode Pekerja",
    name: "Nama",
    village: "Desa atau Kelurahan",
    month: "Bulan",
    office: "OPD",
  },
  tasks: {
    "ask-bpjs": {
      text: (n: string) => `${n} iuran pekerja sudah dibayar tetapi belum tercatat di BPJS`,
      why: "Bulannya sudah lewat; tanpa catatan BPJS mereka tidak terlindungi",
      action: "Tanyakan",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: (month) => `Paid and not recorded by BPJS: ${month}`,
  lead: (n, sum) =>
    counted`${n} [worker|workers], ${sum}. Their contribution was deducted or remitted and BPJS's receipts do not show it; until they do, these workers are not covered.`,
  leadNone: "Everything paid for this month is recorded by BPJS.",
  elsewhere: "Other months with somebody missing:",
  elsewhereMonth: (month, n) => `${month} (${n})`,
  byPayer: "By payer",
  byName: (n) => counted`${n} [worker|workers] to ask BPJS about`,
  columns: { payer: "Payer", how: "Our proof", workers: "Workers", sum: "Contribution", person: "Worker" },
  ways: { deducted: "Deducted by payroll", remitted: "All of the month was remitted to BPJS" },
  none: "There is nobody to ask about.",
  noneNext:
    "This list fills when something was deducted or remitted and BPJS's receipts do not show the worker yet.",
  what: "Send this list to the branch of BPJS with the proof of payment. Once BPJS's receipts are read, people leave it by themselves.",
  file: {
    says: "The list of this month as a file, without ID numbers. The download is recorded.",
    sheet: "Not recorded",
    mark: "Download Mark",
    code: "Worker Code",
    name: "Name",
    village: "Village",
    month: "Month",
    office: "Department",
  },
  tasks: {
    "ask-bpjs": {
      text: (n) => counted`${n} [contribution was|contributions were] paid and [is|are] not recorded by BPJS`,
      why: "The month is over; without BPJS's record these workers are not covered",
      action: "Ask",
    },
  },
};

export const unrecordedTexts: TextPair<typeof id> = { id, en };
