import type { TextPair, Texts } from "./language.ts";

const id = {
  legend: "Arti warna",
  band: (from: number, until: number) => `${from}–${until}%`,
  noNumber: "tidak ditampilkan",
  indicative: "Batas indikatif, bukan acuan hukum.",
  arrows: "Tombol panah: pindah ke desa tetangga. Enter: buka.",
  trend: {
    legend: "Arti tanda",
    observed: "sudah terjadi",
    same: "angka bulan lalu dipakai ulang",
    incomplete: "belum lengkap",
    target: "jalur menuju target",
    median: "tengah perkiraan",
    band50: "5 dari 10 kemungkinan",
    band80: "8 dari 10 kemungkinan",
    table: {
      caption: "Terlindungi bulan demi bulan",
      month: "Bulan",
      covered: "Terlindungi",
      everyone: "Pekerja",
      share: "Cakupan",
      target: "Target",
      gap: "Selisih",
      note: "Keterangan",
      kinds: { new: "angka baru", same: "sama seperti bulan lalu", incomplete: "belum lengkap" },
      ahead: "perkiraan",
      between: (low: string, high: string) => `8 dari 10 kemungkinan: ${low}–${high}`,
      points: (n: string) => `${n} poin`,
    },
  },
} as const;

const en: Texts<typeof id> = {
  legend: "What the colours mean",
  band: (from, until) => `${from}–${until}%`,
  noNumber: "not shown",
  indicative: "Boundaries are indicative, not a legal reference.",
  arrows: "Arrow keys: go to the neighbouring village. Enter: open.",
  trend: {
    legend: "What the marks mean",
    observed: "observed",
    same: "last month's number again",
    incomplete: "not complete yet",
    target: "path to the target",
    median: "middle of the forecast",
    band50: "5 of 10 possibilities",
    band80: "8 of 10 possibilities",
    table: {
      caption: "Covered, month by month",
      month: "Month",
      covered: "Covered",
      everyone: "Workers",
      share: "Coverage",
      target: "Target",
      gap: "Difference",
      note: "Note",
      kinds: { new: "new number", same: "same as the month before", incomplete: "not complete yet" },
      ahead: "forecast",
      between: (low, high) => `8 of 10 possibilities: ${low}–${high}`,
      points: (n) => `${n} points`,
    },
  },
};

export const chartTexts: TextPair<typeof id> = { id, en };
