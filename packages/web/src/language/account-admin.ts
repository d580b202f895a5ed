import type { TextPair, Texts } from "./language.ts";

const id = {
  tasks: {
    "decide-account-requests": {
      text: (n: string) => `${n} perubahan akun menunggu persetujuan Anda`,
      why: "orangnya belum dapat masuk sebelum orang kedua menyetujui",
      action: "Lihat dan putuskan",
    },
  },
} as const;

const en: Texts<typeof id> = {
  tasks: {
    "decide-account-requests": {
      text: (n) => `${n} account changes wait for your agreement`,
      why: "the person cannot sign in until a second person agrees",
      action: "Look and decide",
    },
  },
};

export const accountAdminTexts: TextPair<typeof id> = { id, en };
