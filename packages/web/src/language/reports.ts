import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Laporan bulanan",
  lead: "Satu berkas PDF untuk setiap bulan lengkap: satu halaman untuk setiap grafik dengan tabelnya. Nomor cuplikan di kaki halaman sama bagi semua yang membaca hitungan yang sama.",
  none: "Belum ada bulan yang lengkap.",
  noneNext: "Laporan pertama muncul sehari setelah hari jatuh tempo terakhir bulan pertama.",
  caption: "Bulan dengan laporan",
  month: "Bulan",
  holds: "Isi",
  file: "Berkas",
  whole: "Semua grafik dasbor",
  figuresOnly: "Cakupan, desa, iuran, ketepatan, dan yang bertahan",
  download: (month: string) => `Unduh PDF ${month}`,
  paper: {
    title: (city: string, month: string) => `Laporan perlindungan pekerja, ${city}, ${month}`,
    known: (day: string) =>
      `Bulan ini ditulis menurut yang diketahui pada ${day}. Yang kelak berubah ditulis ulang; yang terbit tetap di rilisnya.`,
    mark: (snapshot: string, day: string) => `Cuplikan ${snapshot} · dihitung ${day} · tanpa nama orang`,
  },
} as const;

const en: Texts<typeof id> = {
  title: "Monthly reports",
  lead: "A PDF for each complete month: a page for each chart with its table. The snapshot number at the foot is the same for all who read the same count.",
  none: "No month is complete yet.",
  noneNext: "The first report appears the day after the last due day of the first month.",
  caption: "Months with a report",
  month: "Month",
  holds: "Contents",
  file: "File",
  whole: "All charts of the dashboard",
  figuresOnly: "Coverage, villages, contributions, timeliness and who stayed",
  download: (month) => `Download PDF ${month}`,
  paper: {
    title: (city, month) => `Report on workers' protection, ${city}, ${month}`,
    known: (day) =>
      `The month is told by what was known on ${day}. What changes later is written anew; what was published stays in its release.`,
    mark: (snapshot, day) => `Snapshot ${snapshot} · counted ${day} · without names`,
  },
};

export const reportTexts: TextPair<typeof id> = { id, en };
