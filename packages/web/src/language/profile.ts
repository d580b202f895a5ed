import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Profil saya",
  lead: "Siapa Anda di sistem ini, dan apa yang dapat Anda lihat.",
  who: "Identitas",
  name: "Nama",
  nameless: "belum diisi",
  role: "Peran",
  area: "Wilayah kerja",
  wholeCity: (city: string) => `Seluruh ${city}`,
  own: "Mandat Anda sendiri",
  office: (office: string) => `Perangkat daerah ${office}`,
  branch: (branch: string) => `Paket untuk cabang ${branch}`,
  wrong: "Keliru? Admin sistem di kota Anda dapat membetulkannya.",
  security: "Keamanan",
  secondFactor: "Kode kedua",
  on: "Terpasang. Saat masuk, Anda diminta kode dari HP.",
  off: "Belum terpasang. Dengan kode dari HP, kata sandi yang bocor tidak cukup untuk masuk.",
  setUp: "Pasang kode kedua",
  replace: "Ganti kode kedua",
} as const;

const en: Texts<typeof id> = {
  title: "My profile",
  lead: "Who you are in this system, and what you can see.",
  who: "Identity",
  name: "Name",
  nameless: "not filled in",
  role: "Role",
  area: "Jurisdiction",
  wholeCity: (city) => `All of ${city}`,
  own: "Your own pledge",
  office: (office) => `Department ${office}`,
  branch: (branch) => `Packets for the branch ${branch}`,
  wrong: "Is something wrong? Your city’s system administrator can put it right.",
  security: "Security",
  secondFactor: "Second code",
  on: "Switched on. You are asked for a code from your phone when you sign in.",
  off: "Not switched on. With a code from your phone, a leaked password is not enough to sign in.",
  setUp: "Set up a second code",
  replace: "Change the second code",
};

export const profileTexts: TextPair<typeof id> = { id, en };
