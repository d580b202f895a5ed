import type { TextPair, Texts } from "./language.ts";

const id = {
  check: {
    title: "Cek kartu",
    lead: "Pindai kode QR di kartu, atau ketik kode kartunya. Nama dan NIK tidak ditanyakan dan tidak ditampilkan.",
    code: "Kode kartu",
    codeHint: "12 huruf dan angka di kartu, misalnya 7T4M 2QXC FHJK.",
    submit: "Cek",
    again: "Cek kartu lain",
    answers: {
      covered: "Terlindungi",
      arrears: "Iuran menunggak",
      waiting: "Belum terlindungi: menunggu iuran pertama",
      unsure: "Belum dapat dipastikan",
      "not-covered": "Tidak terlindungi sekarang",
      unknown: "Kode tidak ditemukan",
      "ended-card": "Kartu ini sudah diganti",
    },
    until: (day: string) => `Iuran sudah dibayar sampai ${day}.`,
    rescue: (day: string) => `Perlindungan hilang bila iuran tidak dilunasi sampai ${day}.`,
    next: {
      covered: "Simpan kartunya, dan beri tahu keluarga tempatnya.",
      arrears: "Tanyakan ke kantor desa atau kelurahan siapa yang membayar iurannya.",
      waiting:
        "Perlindungan mulai sesudah BPJS menerima iuran pertama. Tanyakan ke kantor desa bila sudah lama.",
      unsure: "Daftar BPJS menyebutnya aktif, tetapi kami belum mempunyai bukti iurannya. Tanyakan ke BPJS.",
      "not-covered": "Tanyakan ke kantor desa atau kelurahan bagaimana mendaftar lagi.",
      unknown:
        "Periksa huruf dan angkanya. Tidak ditemukan bukan berarti tidak terlindungi: tanyakan ke kantor desa atau BPJS.",
      "ended-card": "Pakai kartu yang baru. Bila bukan Anda yang meminta gantinya, hubungi kantor desa.",
    },
    asOf: (day: string) => `Menurut data per ${day}.`,
    call: "Bertanya ke",
    tooMany: (minutes: number) =>
      `Terlalu banyak kode yang tidak ditemukan dari jaringan ini. Coba lagi ${minutes} menit lagi, atau hubungi kantor desa.`,
  },
  card: {
    title: "Kartu pekerja",
    lead: (name: string) =>
      `Kartu untuk ${name}: kode dan QR, tanpa NIK. Siapa pun yang memegangnya dapat melihat sampai kapan terlindungi, tidak lebih.`,
    link: "Kartu pekerja",
    none: "Pekerja ini belum mempunyai kartu.",
    make: "Buat kartu",
    code: "Kode kartu",
    since: "Dibuat",
    print: "Unduh kartu (PDF)",
    lost: "Kartu hilang?",
    lostNote:
      "Kartu baru mendapat kode baru. Kode yang lama langsung tidak berlaku; tidak ada yang lain berubah.",
    replace: "Ganti kartu",
    made: "Kartu dibuat.",
    replaced: "Kartu diganti. Cetak yang baru dan serahkan kepada pekerjanya.",
    already: "Pekerja ini sudah mempunyai kartu.",
  },
} as const;

const en: Texts<typeof id> = {
  check: {
    title: "Check a card",
    lead: "Scan the QR code on the card, or type its code. No name and no NIK is asked for or shown.",
    code: "Code of the card",
    codeHint: "12 letters and figures on the card, for example 7T4M 2QXC FHJK.",
    submit: "Check",
    again: "Check another card",
    answers: {
      covered: "Covered",
      arrears: "Contributions in arrears",
      waiting: "Not covered yet: the first contribution is waited for",
      unsure: "Cannot be said for certain",
      "not-covered": "Not covered now",
      unknown: "Code not found",
      "ended-card": "This card was replaced",
    },
    until: (day) => `Contributions are paid until ${day}.`,
    rescue: (day) => `Cover is lost unless the contributions are settled by ${day}.`,
    next: {
      covered: "Keep the card, and tell the family where it is.",
      arrears: "Ask at the village office who pays the contributions.",
      waiting:
        "Cover begins once BPJS has received the first contribution. Ask at the village office if that was long ago.",
      unsure: "BPJS’s list says active, but we hold no proof of a contribution. Ask BPJS.",
      "not-covered": "Ask at the village office how to register again.",
      unknown:
        "Check letters and figures. Not found does not mean not covered: ask at the village office or BPJS.",
      "ended-card": "Use the new card. If it was not you who asked for it, call the village office.",
    },
    asOf: (day) => `By the data of ${day}.`,
    call: "Ask at",
    tooMany: (minutes) =>
      `Too many codes that were not found came from this network. Try again in ${minutes} minutes, or call the village office.`,
  },
  card: {
    title: "Worker’s card",
    lead: (name) =>
      `A card for ${name}: a code and a QR, no NIK. Whoever holds it sees until when there is cover, and no more.`,
    link: "Worker’s card",
    none: "This worker has no card yet.",
    make: "Make a card",
    code: "Code of the card",
    since: "Made",
    print: "Download the card (PDF)",
    lost: "Card lost?",
    lostNote: "A new card has a new code. The old code no longer holds; nothing else changes.",
    replace: "Replace the card",
    made: "The card is made.",
    replaced: "The card is replaced. Print the new one and hand it to the worker.",
    already: "This worker has a card already.",
  },
};

export const cardTexts: TextPair<typeof id> = { id, en };
