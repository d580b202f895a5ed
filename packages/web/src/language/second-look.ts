import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Lihat lagi",
  lead: "Orang di bawah 18 tahun dengan pekerjaan berbahaya. Sebelum masuk daftar, seseorang perlu memastikan pekerjaannya.",
  why: "BPJS menerima mulai 17 tahun; pekerjaan berbahaya dilarang di bawah 18 tahun (UU 13/2003 Pasal 74).",
  none: "Tidak ada yang perlu dilihat lagi.",
  fills: "Orang di bawah 18 tahun dengan pekerjaan berbahaya tampil di sini sebelum diusulkan.",
  who: (code: string, age: string, work: string) => `${code} · ${age} tahun · ${work}`,
  unknownAge: "belum diketahui",
  found: "Apa yang Anda temukan?",
  unchosen: "Pilih satu temuan.",
  findings: {
    "not-dangerous": "Pekerjaannya tidak berbahaya: boleh masuk daftar",
    "safe-part-of-it": "Hanya bagian yang aman: boleh masuk daftar",
    dangerous: "Pekerjaannya berbahaya: belum didaftarkan",
    "works-otherwise": "Pekerjaannya bukan itu: belum didaftarkan, datanya diperbaiki",
  },
  submit: "Simpan temuan",
  done: "Temuan tersimpan dengan nama Anda. Orang itu sedang dinilai ulang.",
  notAsked: "Orang ini sudah diputuskan, atau datanya sudah berubah.",
  tasks: {
    "look-again": {
      text: (n: string) => `${n} orang di bawah 18 tahun perlu dilihat lagi`,
      why: "Pekerjaannya berbahaya; daftar menunggu keputusan",
      action: "Lihat",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "Look again",
  lead: "People under 18 in dangerous work. Before they come onto a list somebody has to make sure of their work.",
  why: "BPJS takes people from 17; dangerous work is forbidden below 18 (UU 13/2003 art. 74).",
  none: "Nobody has to be looked at again.",
  fills: "People under 18 in dangerous work stand here before they are proposed.",
  who: (code, age, work) => `${code} · ${age} years · ${work}`,
  unknownAge: "not known",
  found: "What did you find?",
  unchosen: "Choose one finding.",
  findings: {
    "not-dangerous": "The work is not dangerous: may come onto a list",
    "safe-part-of-it": "Only the safe part of it: may come onto a list",
    dangerous: "The work is dangerous: not enrolled yet",
    "works-otherwise": "It is other work: not enrolled yet, the data are corrected",
  },
  submit: "Save the finding",
  done: "The finding is kept under your name. The person is being judged anew.",
  notAsked: "This person has been decided on, or the data have changed.",
  tasks: {
    "look-again": {
      text: (n) => counted`${n} [person|people] under 18 [has|have] to be looked at again`,
      why: "Their work is dangerous; the list waits for a decision",
      action: "Look",
    },
  },
};

export const secondLookTexts: TextPair<typeof id> = { id, en };
