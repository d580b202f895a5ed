import { counted } from "./counted.ts";
import { contributionTexts } from "./contributions.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Arti kata yang belum dikenal",
  lead: "Jawab satu kali: artinya diingat, lalu berkas ini diperiksa ulang.",
  none: "Tidak ada kata yang menunggu artinya.",
  back: "Kembali ke hasil pemeriksaan",
  open: (n: string) => `Jelaskan ${n} kata yang belum dikenal`,
  notice: "Sebagian kata di berkas ini belum dikenal.",
  word: (word: string) => `“${word}”`,
  rows: (field: string, n: string) => `Kolom ${field}, ${n} baris.`,
  means: "Artinya",
  choose: "Pilih artinya",
  unchosen: "Pilih salah satu arti.",
  likely: (meaning: string) => `Kemungkinan: ${meaning}. Pastikan dulu.`,
  submit: "Simpan artinya",
  saved: "Artinya tersimpan dan diingat untuk berkas berikutnya. Berkas ini sedang diperiksa ulang.",
  meanings: {
    result: {
      accepted: "Diterima sebagai peserta",
      rejected: "Ditolak",
      waiting: "Belum ada jawaban",
    },
    memberStatus: { active: "Aktif", inactive: "Tidak aktif atau menunggak", ended: "Sudah berhenti" },
    segment: {
      pu: "Penerima upah",
      bpu: "Bukan penerima upah",
      jakon: "Jasa konstruksi",
      pmi: "Pekerja migran",
    },
    servantStatus: {
      pns: "PNS",
      pppk: "PPPK",
      "pppk-part-time": "PPPK paruh waktu",
      cpns: "CPNS",
    },
    occupation: contributionTexts.id.occupations,
  },
} as const;

const en: Texts<typeof id> = {
  title: "Words that are not known",
  lead: "Answer once: the meaning is remembered, and this file is checked again.",
  none: "No word waits for its meaning.",
  back: "Back to the check",
  open: (n) => counted`Explain ${n} unknown [word|words]`,
  notice: "Some words in this file are not known.",
  word: (word) => `“${word}”`,
  rows: (field, n) => counted`Column ${field}, ${n} [row|rows].`,
  means: "It means",
  choose: "Choose its meaning",
  unchosen: "Choose one of the meanings.",
  likely: (meaning) => `Likely: ${meaning}. Make sure first.`,
  submit: "Save the meaning",
  saved: "The meaning is saved and remembered for the next file. This file is being checked again.",
  meanings: {
    result: { accepted: "Accepted as a member", rejected: "Rejected", waiting: "No answer yet" },
    memberStatus: { active: "Active", inactive: "Not active, or in arrears", ended: "Ended" },
    segment: {
      pu: "Wage earner",
      bpu: "Works for themselves",
      jakon: "Construction",
      pmi: "Migrant worker",
    },
    servantStatus: {
      pns: "Civil servant (PNS)",
      pppk: "Contract (PPPK)",
      "pppk-part-time": "Part-time contract",
      cpns: "Candidate (CPNS)",
    },
    occupation: contributionTexts.en.occupations,
  },
};

export const valueMeaningTexts: TextPair<typeof id> = { id, en };
