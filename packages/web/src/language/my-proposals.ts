import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Pekerja yang diusulkan",
  lead: "Anda melihat inisial, pekerjaan, dan desanya, tidak lebih. Pekerja tidak diberi tahu nama Anda.",
  waiting: (n: number) => `${n} pekerja diusulkan kepada Anda`,
  notice: "Anda memilih untuk memutuskan sendiri. Belum ada potongan sebelum Anda menerima.",
  answer: "Lihat dan jawab",
  none: "Tidak ada usulan yang menunggu jawaban Anda.",
  noneNext: "Usulan tampil di sini, dan di Tugas saya, begitu ada pekerja yang cocok.",
  noneManager: "Pengelola program yang menerima pekerja untuk Anda.",
  until: (day: string) => `Jawab sampai ${day}. Sesudah itu pengelola program boleh memutuskan juga.`,
  late: (day: string) =>
    `Waktu menjawab lewat pada ${day}. Anda masih boleh menjawab selama pengelola belum memutuskan.`,
  why: (reasons: string) => `Mengapa: ${reasons}`,
  accept: (name: string) => `Terima ${name}`,
  accepted: "Terima kasih. Pekerja itu masuk paket BPJS berikutnya; perkembangannya tampil di halaman ini.",
  another: "Minta usulan lain",
  anotherNote: (left: number) => `Masih bisa ${left} kali. Pekerja ini kembali menunggu penanggung lain.`,
  anotherWhy: "Alasan",
  reasons: {
    "not-said": "Tidak menyebutkan",
    "knows-them": "Saya mengenal keluarganya",
    "other-village": "Saya ingin dari desa lain",
    "other-work": "Saya ingin dari pekerjaan lain",
  },
  anotherSubmit: "Minta usulan lain",
  askedFound: "Usulan lain sudah ada di bawah ini.",
  askedNone: "Kami carikan yang lain. Anda mendapat tugas begitu ada usulan.",
  often:
    "Usulan lain sudah cukup sering diminta. Terima usulan ini, atau biarkan pengelola program menghubungi Anda.",
  refused: "Pekerja ini tidak dapat diterima lagi. Tidak ada yang berubah; pengelola mencarikan yang lain.",
  chooser: "Siapa yang memilih",
  chooserLabel: "Usulan berikutnya diterima oleh",
  keep: "Simpan",
  kept: "Tersimpan. Berlaku juga untuk usulan yang masih menunggu.",
  task: {
    text: (n: string) => `${n} pekerja diusulkan kepada Anda`,
    why: "Pekerja baru didaftarkan setelah Anda menerima",
    action: "Jawab",
  },
} as const;

const en: Texts<typeof id> = {
  title: "Proposed workers",
  lead: "You see initials, work and village, and no more. The worker is not told your name.",
  waiting: (n) => counted`${n} [worker is|workers are] proposed to you`,
  notice: "You chose to decide for yourself. Nothing is deducted before you accept.",
  answer: "Look and answer",
  none: "No proposal waits for your answer.",
  noneNext: "Proposals appear here, and among your tasks, as soon as a worker fits.",
  noneManager: "The programme manager accepts workers for you.",
  until: (day) => `Answer until ${day}. After that the programme manager may decide as well.`,
  late: (day) =>
    `The days to answer ended on ${day}. You may still answer as long as the manager has not decided.`,
  why: (reasons) => `Why: ${reasons}`,
  accept: (name) => `Accept ${name}`,
  accepted: "Thank you. The worker goes into the next packet for BPJS; this page shows how it goes on.",
  another: "Ask for another",
  anotherNote: (left) => counted`${left} more [time|times]. This worker goes back to wait for somebody else.`,
  anotherWhy: "Reason",
  reasons: {
    "not-said": "Not said",
    "knows-them": "I know the family",
    "other-village": "I would like another village",
    "other-work": "I would like other work",
  },
  anotherSubmit: "Ask for another",
  askedFound: "Another proposal is below.",
  askedNone: "We look for another. You will have a task as soon as there is one.",
  often:
    "Other workers were asked for often enough. Accept this one, or let the programme manager talk with you.",
  refused: "This worker can no longer be accepted. Nothing was changed; the manager looks for another.",
  chooser: "Who chooses",
  chooserLabel: "The next proposals are accepted by",
  keep: "Save",
  kept: "Saved. It holds for proposals that wait already, too.",
  task: {
    text: (n) => `${n} workers proposed to you`,
    why: "A worker is enrolled only after you accept",
    action: "Answer",
  },
};

export const myProposalTexts: TextPair<typeof id> = { id, en };
