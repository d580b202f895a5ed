import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (month: string) => `Iuran ${month}`,
  lead: (paid: string, owed: string) => `Diterima BPJS ${paid} dari ${owed}.`,
  finding: (missing: string, period: string) => `${period}: ${missing} belum tercatat di BPJS`,
  seeArrears: "Lihat siapa yang terancam",
  leadMissing: (workers: string) => `Yang belum: ${workers} pekerja.`,
  leadNone: "Belum ada iuran yang terutang untuk bulan ini.",
  leadAll: (owed: string) => `Semua iuran, ${owed}, sudah diterima BPJS.`,
  caption: "Per sumber dana",
  columns: {
    source: "Sumber dana",
    workers: "Pekerja",
    owed: "Terutang",
    paid: "Diterima BPJS",
    missing: "Belum",
  },
  total: "Semua",
  none: "Belum ada pekerja yang iurannya terutang untuk bulan ini.",
  noneNext: "Hitung bulannya: sistem mencatat iuran setiap pekerja yang sudah diterima BPJS.",
  run: {
    title: "Hitung bulan ini",
    what: "Menghitung mencatat iuran setiap pekerja aktif menurut tarif bulan itu, dan menarik yang tidak terutang lagi. Yang sudah dibayar tidak berubah. Berjalan sendiri tiap malam; jalankan sekarang bila baru ada perubahan.",
    nothing: "Tidak ada yang perlu diubah.",
    added: (n: string, rupiah: string) => `${n} iuran baru, ${rupiah}.`,
    reversed: (n: string, rupiah: string) => `${n} iuran ditarik, ${rupiah}.`,
    parked: (n: string) => `${n} pekerja perlu diperiksa dulu.`,
    start: "Hitung sekarang",
    preview: "Lihat dulu yang akan berubah",
    running: (workers: string) => `Sedang dihitung: ${workers} pekerja selesai.`,
    started: "Perhitungan dimulai.",
    refused: {
      "already-running": "Bulan ini sedang dihitung. Tunggu sampai selesai.",
      "too-far": "Bulan itu belum dapat dihitung. Yang paling jauh ialah bulan depan.",
    },
  },
  runs: {
    caption: "Perhitungan terakhir",
    at: "Dimulai",
    workers: "Pekerja",
    added: "Baru",
    reversed: "Ditarik",
    parked: "Perlu diperiksa",
    going: "berjalan",
  },
  tasks: {
    "mend-parked-months": {
      text: (n: string) => `${n} pekerja iurannya perlu diperiksa`,
      why: "Dua penanggung untuk satu bulan, atau tarifnya belum ada",
      action: "Periksa",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: (month: string) => `Contributions of ${month}`,
  lead: (paid: string, owed: string) => `BPJS has received ${paid} of ${owed}.`,
  finding: (missing: string, period: string) => `${period}: ${missing} not recorded at BPJS yet`,
  seeArrears: "See who is at risk",
  leadMissing: (workers: string) => counted`Missing: ${workers} [worker|workers].`,
  leadNone: "Nothing is owed for this month yet.",
  leadAll: (owed: string) => `BPJS has received everything, ${owed}.`,
  caption: "By source of funds",
  columns: {
    source: "Source of funds",
    workers: "Workers",
    owed: "Owed",
    paid: "Received by BPJS",
    missing: "Missing",
  },
  total: "All",
  none: "Nobody's contribution is owed for this month yet.",
  noneNext: "Run the month: the contribution of every worker whom BPJS has accepted is recorded.",
  run: {
    title: "Run this month",
    what: "A run records the contribution of every active worker at that month's tariff, and withdraws what is owed no more. What is paid does not change. It runs by itself every night; run it now after a change.",
    nothing: "Nothing needs to change.",
    added: (n: string, rupiah: string) => counted`${n} new [contribution|contributions], ${rupiah}.`,
    reversed: (n: string, rupiah: string) => counted`${n} [contribution|contributions] withdrawn, ${rupiah}.`,
    parked: (n: string) => counted`${n} [worker|workers] [needs|need] to be looked at first.`,
    start: "Run now",
    preview: "See first what would change",
    running: (workers: string) => counted`Running: ${workers} [worker|workers] done.`,
    started: "The run has begun.",
    refused: {
      "already-running": "This month is being run. Wait until it is done.",
      "too-far": "That month cannot be run yet. Next month is the furthest.",
    },
  },
  runs: {
    caption: "Last runs",
    at: "Begun",
    workers: "Workers",
    added: "New",
    reversed: "Withdrawn",
    parked: "To look at",
    going: "running",
  },
  tasks: {
    "mend-parked-months": {
      text: (n: string) => counted`The contributions of ${n} [worker|workers] need to be looked at`,
      why: "Two payers for one month, or no tariff yet",
      action: "Look",
    },
  },
};

export const monthRunTexts: TextPair<typeof id> = { id, en };
