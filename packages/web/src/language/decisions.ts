import type { TextPair, Texts } from "./language.ts";

const id = {
  approve: "Setujui",
  refuse: "Tolak",
  reason: "Alasan menolak",
  reasonHint: "Perlu bila menolak. Jangan tulis NIK, nomor KK, atau nomor HP.",
  noteRefused: "Hapus nomor identitas dari alasan.",
  settled: "Ini sudah diputuskan atau diurungkan.",
};

const en: Texts<typeof id> = {
  approve: "Approve",
  refuse: "Refuse",
  reason: "Reason to refuse",
  reasonHint: "Needed to refuse. Do not write a NIK, family card or phone number.",
  noteRefused: "Remove the identity number from the reason.",
  settled: "This is decided or undone already.",
};

export const decisionTexts: TextPair<typeof id> = { id, en };
