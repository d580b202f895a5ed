import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Kabar",
  look: "Lihat",
  kinds: {
    "endorsement-proposed": (n: string) => `Daftar ${n} orang diusulkan untuk ditetapkan.`,
    "endorsement-approved": (n: string) => `Daftar ${n} orang sudah ditetapkan.`,
    "endorsement-returned": (n: string) => `Daftar ${n} orang dikembalikan.`,
    "endorsement-return-asked": (n: string) => `Daftar ${n} orang yang sudah ditetapkan diminta kembali.`,
    "enrolment-rejected": (person: string, packet: string) =>
      `BPJS tidak menerima ${person} dalam paket ${packet}.`,
    "packet-answered": (packet: string) => `BPJS menjawab paket ${packet}.`,
    "worker-waits-again": (person: string, month: string) =>
      `Penanggung ${person} berhenti; mulai ${month} ia menunggu lagi.`,
    "cap-asked": (month: string, rupiah: string) =>
      `Mulai ${month} iuran pekerja Anda perlu batas ${rupiah} sebulan.`,
    "life-event-recorded": (person: string, what: string, on: string) => `${person}: ${what}, ${on}.`,
    "life-event-undone": (person: string, what: string, on: string) =>
      `${person}: catatan “${what}, ${on}” diurungkan.`,
    "person-merged": (other: string, person: string, village: string) =>
      `Catatan ${other} dan ${person} adalah satu orang, yang tercatat di ${village}. Diputuskan dua petugas data kota.`,
    "person-merge-undone": (other: string, person: string) =>
      `Penggabungan ${other} dan ${person} diurungkan; keduanya kembali seperti semula.`,
    "meeting-invited": "Desa Anda diundang ke rakor. Periksa angka desa Anda sebelumnya.",
    "follow-ups-due": (n: string, on: string) => `${n} tindak lanjut rakor jatuh tempo, paling dekat ${on}.`,
    "follow-ups-late": (n: string, on: string) => `${n} tindak lanjut rakor lewat hari, sejak ${on}.`,
  },
} as const;

const en: Texts<typeof id> = {
  title: "News",
  look: "Look",
  kinds: {
    "endorsement-proposed": (n) => counted`A list of ${n} [person|people] is proposed for endorsement.`,
    "endorsement-approved": (n) => counted`A list of ${n} [person|people] is endorsed.`,
    "endorsement-returned": (n) => counted`A list of ${n} [person|people] was returned.`,
    "endorsement-return-asked": (n) => counted`An endorsed list of ${n} [person|people] is asked for back.`,
    "enrolment-rejected": (person, packet) => `BPJS did not accept ${person} of packet ${packet}.`,
    "packet-answered": (packet) => `BPJS has answered packet ${packet}.`,
    "worker-waits-again": (person, month) =>
      `The sponsor of ${person} has stopped; from ${month} on they wait again.`,
    "cap-asked": (month, rupiah) => `From ${month} on your worker’s contribution needs a cap of ${rupiah}.`,
    "life-event-recorded": (person, what, on) => `${person}: ${what}, ${on}.`,
    "life-event-undone": (person, what, on) => `${person}: the entry “${what}, ${on}” was undone.`,
    "person-merged": (other, person, village) =>
      `The entries ${other} and ${person} are one person, on record in ${village}. Two data officers of the city decided so.`,
    "person-merge-undone": (other, person) =>
      `The merge of ${other} and ${person} was undone; both are as they were.`,
    "meeting-invited": "Your village is invited to a meeting. Look at its numbers before.",
    "follow-ups-due": (n, on) => counted`${n} [follow-up falls|follow-ups fall] due, the first on ${on}.`,
    "follow-ups-late": (n, on) => counted`${n} [follow-up is|follow-ups are] past the day, since ${on}.`,
  },
};

export const noticeTexts: TextPair<typeof id> = { id, en };
