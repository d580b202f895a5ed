import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (month: string) => `Keluar dan berubah, ${month}`,
  lead: (n: string) => `${n} perubahan harus diberitahukan kepada BPJS untuk bulan ini.`,
  leadNone: "Tidak ada yang harus diberitahukan kepada BPJS untuk bulan ini.",
  what: "Peserta yang meninggal, pindah, mendapat pemberi kerja, atau tidak dibayar lagi sesudah bulan ini, dan aparatur yang upahnya berubah.",
  caption: "Per kelompok BPJS",
  columns: { person: "Orang", group: "Kelompok", what: "Perubahan", on: "Tanggal" },
  kinds: {
    died: "Meninggal",
    "moved-away": "Pindah",
    "formal-job": "Bekerja pada pemberi kerja lain",
    left: "Tidak dibayar lagi sesudah bulan ini",
    group: "Pindah ke kelompok lain mulai bulan depan",
    wage: "Upah berubah",
  },
  wage: (before: string, after: string) => `${before} menjadi ${after}`,
  none: "Tidak ada perubahan.",
  noneNext: "Peristiwa dicatat di halaman pekerja; jabatan dan upah di Aparatur desa.",
  download: "Unduh berkas untuk BPJS",
  downloadHint: "Berisi NIK dan nomor KPJ. Siapa yang mengunduh dan isinya tercatat.",
} as const;

const en: Texts<typeof id> = {
  title: (month) => `Leavers and changes, ${month}`,
  lead: (n) => `BPJS has to be told of ${n} changes for this month.`,
  leadNone: "There is nothing to tell BPJS for this month.",
  what: "Members who died, moved away, found an employer or are paid for no more after this month, and officers whose wage changed.",
  caption: "By group at BPJS",
  columns: { person: "Person", group: "Group", what: "Change", on: "Date" },
  kinds: {
    died: "Died",
    "moved-away": "Moved away",
    "formal-job": "Works for another employer",
    left: "Paid for no more after this month",
    group: "In another group from next month on",
    wage: "Wage changed",
  },
  wage: (before, after) => `${before} to ${after}`,
  none: "Nothing has changed.",
  noneNext: "Events are recorded on the page of a worker; offices and wages under Village officers.",
  download: "Download the file for BPJS",
  downloadHint: "It holds NIK and member numbers. Who downloads it and what it holds is kept.",
};

export const memberChangeTexts: TextPair<typeof id> = { id, en };
