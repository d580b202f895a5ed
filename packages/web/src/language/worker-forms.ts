import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  reveal: {
    title: "Tampilkan NIK",
    lead: (name: string) =>
      `Satu nomor: ${name}${name.endsWith(".") ? "" : "."} Pembukaan ini dicatat dengan nama Anda dan alasannya.`,
    purpose: "Untuk apa?",
    purposes: {
      "compare-with-card": "Mencocokkan dengan KTP",
      "repair-data": "Memperbaiki data",
      "enrolment-question": "Menjawab pertanyaan BPJS",
      claim: "Mengurus santunan",
      "data-subject-request": "Permintaan pekerja sendiri",
    },
    submit: "Tampilkan NIK",
    missing: "Pilih untuk apa NIK dibuka.",
    shown: "NIK",
    none: "Orang ini belum mempunyai NIK yang tersimpan.",
    left: (n: number) => `Hari ini Anda masih dapat membuka ${n} nomor.`,
    back: "Kembali ke data pekerja",
    once: "Nomor ini hanya tampil sekali. Tutup halaman setelah dipakai.",
  },
  exporting: {
    title: "Ekspor daftar pekerja",
    lead: (n: string) => `${n} orang menurut saringan Anda. NIK, KK, dan nomor HP tidak ikut.`,
    purpose: "Untuk apa?",
    purposes: {
      "field-visit": "Kunjungan lapangan",
      meeting: "Rapat",
      enrolment: "Pendaftaran",
      report: "Laporan",
      audit: "Pemeriksaan",
    },
    missing: "Pilih untuk apa daftar ini dipakai.",
    format: "Jenis berkas",
    formats: { xlsx: "Excel (.xlsx)", csv: "CSV" },
    submit: "Unduh daftar",
    logged:
      "Unduhan ini dicatat: siapa, kapan, untuk apa, dan siapa saja isinya. Kodenya ada di setiap baris.",
    mark: "Kode unduhan",
  },
} as const;

const en: Texts<typeof id> = {
  reveal: {
    title: "Show ID number",
    lead: (name) => `One number, of ${name}. This is recorded with your name and the reason.`,
    purpose: "What for?",
    purposes: {
      "compare-with-card": "Compare with the ID card",
      "repair-data": "Correct data",
      "enrolment-question": "Answer a question of BPJS",
      claim: "Claim a benefit",
      "data-subject-request": "The worker’s own request",
    },
    submit: "Show ID number",
    missing: "Choose what the number is for.",
    shown: "ID number (NIK)",
    none: "No ID number of this person is stored.",
    left: (n) => counted`You can still open ${n} [number|numbers] today.`,
    back: "Back to the worker",
    once: "The number is shown only once. Close the page after use.",
  },
  exporting: {
    title: "Export the list of workers",
    lead: (n) =>
      counted`${n} [person|people] by your filters. ID, family card and phone numbers are not included.`,
    purpose: "What for?",
    purposes: {
      "field-visit": "Field visit",
      meeting: "Meeting",
      enrolment: "Enrolment",
      report: "Report",
      audit: "Audit",
    },
    missing: "Choose what the list is for.",
    format: "Kind of file",
    formats: { xlsx: "Excel (.xlsx)", csv: "CSV" },
    submit: "Download the list",
    logged:
      "This download is recorded: who, when, what for, and whom it holds. Its code stands in every row.",
    mark: "Download code",
  },
};

export const workerFormTexts: TextPair<typeof id> = { id, en };
