import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Yang terjadi di sepanjang garis",
  how: "Nomor di grafik sama dengan nomor di sini; di layar kecil grafik hanya memuat dua belas bulan terakhir, jadi nomor yang lebih lama tidak tampak. Yang datang setiap bulan, yaitu potongan gaji dan rilis, ditandai yang pertama dan yang terakhir. Daftar desa ditandai bila dalam sebulan memuat sedikitnya seperdua puluh pekerja rentan daerah ini. Dihitung setiap malam; peristiwa tidak membuktikan sebab.",
  target: (percent: string, year: string) => `target ${percent} pada ${year} ditetapkan`,
  budget: (year: string) => `anggaran desa ${year} ditetapkan`,
  budgets: (villages: string, year: string) => `${villages} desa menetapkan anggaran ${year}`,
  list: (people: string) => `daftar desa masuk, ${people} orang baru atau berubah`,
  payroll: "daftar potongan gaji dikunci",
  payrollOf: (mandates: string) => `daftar potongan gaji dikunci, ${mandates} pegawai`,
  release: "angka bulanan dirilis untuk umum",
  at: (month: string, events: string) => `${month}: ${events}`,
} as const;

const en: Texts<typeof id> = {
  title: "What happened along the line",
  how: "The numbers in the chart are the numbers here; on a small screen the chart holds the last twelve months only, so older numbers are not in it. What comes every month, payrolls and releases, is marked the first time and the last. Lists of villages are marked where those of one month hold at least a twentieth of the area's vulnerable workers. Counted every night; an event proves no cause.",
  target: (percent, year) => `target of ${percent} in ${year} set`,
  budget: (year) => `village budget of ${year} passed`,
  budgets: (villages, year) => `${villages} villages passed their budget of ${year}`,
  list: (people) => `lists of villages came in, ${people} people new or changed`,
  payroll: "payroll list locked",
  payrollOf: (mandates) => `payroll list locked, ${mandates} employees`,
  release: "figures of a month published",
  at: (month, events) => `${month}: ${events}`,
};

export const trendEventTexts: TextPair<typeof id> = { id, en };
