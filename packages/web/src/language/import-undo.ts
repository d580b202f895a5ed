import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Yang menghalangi pengurungan",
  lead: "Selama ini berlaku, impor belum dapat diurungkan. Sesudah tidak ada lagi, tekan Urungkan di bawah.",
  lists: {
    proposed: (code: string, n: string) => `${n} orang ada di usulan ${code} yang menunggu pengesahan.`,
    approved: (code: string, n: string) => `${n} orang ada di daftar ${code} yang sudah disahkan.`,
  },
  enrolled: {
    ready: (n: string) =>
      `${n} orang sudah ditanggung dan menunggu paket. Minta pengelola program membatalkannya.`,
    "in-packet": (n: string) =>
      `${n} orang ada di paket yang belum dikirim. Minta pengelola program menariknya.`,
    sent: (n: string) =>
      `${n} orang sudah dikirim ke BPJS. Ini tidak dapat ditarik; ubah orangnya satu per satu.`,
    accepted: (n: string) =>
      `${n} orang sudah diterima BPJS. Ini tidak dapat ditarik; ubah orangnya satu per satu.`,
  },
  withdraw: "Tarik usulan ini",
  withdrawn: "Usulan ditarik. Impor sekarang dapat diurungkan bila tidak ada penghalang lain.",
  ask: "Minta kepala desa mengembalikan daftar",
  asked: "Permintaan terkirim. Kepala desa melihatnya di halaman pertamanya.",
  waits: (since: string) =>
    `Sudah diminta kembali ${since}. Menunggu kepala desa, lurah, atau pengelola program.`,
  open: "Buka daftarnya",
  stale: "Daftar ini berubah sejak halaman dibuka. Periksa lagi di bawah.",
  who: (n: string) => `Lihat orangnya (${n})`,
} as const;

const en: Texts<typeof id> = {
  title: "What stands in the way of undoing",
  lead: "The import cannot be undone while this holds. When nothing is left, press Undo below.",
  lists: {
    proposed: (code, n) =>
      counted`${n} [person|people] [is|are] in the proposal ${code}, which waits for endorsement.`,
    approved: (code, n) => counted`${n} [person|people] [is|are] on the endorsed list ${code}.`,
  },
  enrolled: {
    ready: (n) =>
      counted`${n} [person|people] [is|are] paid for and [waits|wait] for a packet. Ask the programme manager to end that.`,
    "in-packet": (n) =>
      counted`${n} [person|people] [is|are] in a packet not yet sent. Ask the programme manager to withdraw it.`,
    sent: (n) =>
      counted`${n} [person|people] [is|are] on their way to BPJS. That cannot be withdrawn; change people one by one.`,
    accepted: (n) =>
      counted`BPJS has accepted ${n} [person|people]. That cannot be withdrawn; change people one by one.`,
  },
  withdraw: "Withdraw this proposal",
  withdrawn: "The proposal is withdrawn. The import can be undone now if nothing else is in the way.",
  ask: "Ask the village head to give the list back",
  asked: "The request is sent. The village head sees it on the first page.",
  waits: (since) => `Asked for ${since}. Waiting for the village head or the programme manager.`,
  open: "Open the list",
  stale: "This list changed since the page was opened. Look again below.",
  who: (n) => `See the people (${n})`,
};

export const importUndoTexts: TextPair<typeof id> = { id, en };
