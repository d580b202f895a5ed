import type { TextPair, Texts } from "./language.ts";

/** Which wording of the consent below a sponsor saw. A changed sentence is a new version. */
export const capTextVersion = "batas-1";

const id = {
  ask: {
    title: "Tarif naik di atas batas mandat Anda",
    what: (month: string, needed: string, cap: string) =>
      `Mulai ${month} iuran pekerja Anda memerlukan sampai ${needed} per bulan. Batas mandat Anda ${cap}. Di atas batas kami tidak memotong apa pun, dan pekerja Anda akan menunggak.`,
    answer: "Naikkan batas",
    stop: "Berhenti menanggung",
  },
  title: "Naikkan batas mandat",
  lead: "Pekerja dan cara bayar tetap. Batas baru berlaku begitu Anda setuju; Anda tetap dapat berhenti kapan saja.",
  now: "Batas sekarang",
  asked: "Diperlukan",
  cap: "Batas baru per bulan (Rp)",
  capHint: (needed: string) => `Sekurangnya ${needed}.`,
  consentTitle: "Naskah persetujuan",
  consent:
    "Saya menyetujui iuran Jamsostek pekerja yang saya tanggung dibayar dari uang saya, paling banyak sebesar batas baru di atas setiap bulan. Persetujuan ini menggantikan persetujuan saya sebelumnya. Bila tarif naik di atas batas itu, persetujuan saya diminta lagi. Saya dapat berhenti kapan saja; bulan yang sudah terutang tetap dibayar.",
  version: (version: string) => `Versi naskah: ${version}.`,
  agree: "Persetujuan",
  agreed: "Saya sudah membaca dan setuju",
  submit: "Setuju dan naikkan",
  back: "Kembali tanpa mengubah",
  done: (cap: string) => `Terima kasih. Batas mandat Anda sekarang ${cap} per bulan.`,
  nothing: "Tidak ada mandat yang berlaku, jadi tidak ada batas yang dapat dinaikkan.",
  errors: {
    consent: "Centang persetujuan untuk melanjutkan.",
    cap: (needed: string) => `Isi batas baru dalam rupiah, sekurangnya ${needed}.`,
  },
} as const;

const en: Texts<typeof id> = {
  ask: {
    title: "The tariff rises above the cap of your pledge",
    what: (month, needed, cap) =>
      `From ${month} your worker’s contribution needs up to ${needed} a month. The cap of your pledge is ${cap}. Above it we deduct nothing, and your worker falls into arrears.`,
    answer: "Raise the cap",
    stop: "Stop sponsoring",
  },
  title: "Raise the cap of the pledge",
  lead: "Workers and way of paying stay. The new cap holds as soon as you agree; you can still stop at any time.",
  now: "Cap now",
  asked: "Needed",
  cap: "New cap a month (Rp)",
  capHint: (needed) => `At least ${needed}.`,
  consentTitle: "Text of the consent",
  consent:
    "I agree that the Jamsostek contribution of the worker I sponsor is paid from my money, at most the new cap above each month. This takes the place of my earlier consent. If the tariff rises above that cap, my consent is asked again. I can stop at any time; months already owed are still paid.",
  version: (version) => `Version of the text: ${version}. The Indonesian text is the one that counts.`,
  agree: "Consent",
  agreed: "I have read this and agree",
  submit: "Agree and raise",
  back: "Back without changing anything",
  done: (cap) => `Thank you. The cap of your pledge is now ${cap} a month.`,
  nothing: "There is no pledge in force, so there is no cap to raise.",
  errors: {
    consent: "Tick the consent to go on.",
    cap: (needed) => `Enter the new cap in rupiah, at least ${needed}.`,
  },
};

export const raiseCapTexts: TextPair<typeof id> = { id, en };
