import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Masuk dengan kartu rakor",
  lead: "Setiap desa mendapat satu kartu. Ketik kodenya, atau pindai QR pada kartu itu dengan kamera HP.",
  code: "Kode kartu",
  codeHint: "12 huruf dan angka, misalnya ABCD-2345-FGH7.",
  scanned: "Kode terbaca dari QR. Tekan Masuk.",
  submit: "Masuk",
  wrong:
    "Kartu ini tidak berlaku: kodenya salah ketik, kartunya dicabut, atau rakornya belum mengundang atau sudah ditutup. Periksa kodenya, atau minta kartu baru di meja panitia.",
  tooMany: (minutes: string) => `Terlalu banyak kode yang salah. Coba lagi dalam ${minutes} menit.`,
  account: "Punya akun desa? Masuk dengan akun",
  now: (village: string) => `Kartu ini untuk ${village}`,
  go: "Isi komitmen",
  leave: "Bukan desa saya",
  left: "Kartu dilepas dari HP ini. Masuk dengan kartu desa Anda.",
  welcome: (village: string) => `Anda mengisi untuk ${village}.`,
};

const en: Texts<typeof id> = {
  title: "Sign in with a meeting card",
  lead: "Each village gets one card. Type its code, or scan the card's QR with the phone's camera.",
  code: "Code of the card",
  codeHint: "12 letters and digits, for example ABCD-2345-FGH7.",
  scanned: "The code came from the QR. Press Sign in.",
  submit: "Sign in",
  wrong:
    "This card is not good: the code is mistyped, the card was revoked, or its meeting has not invited yet or is closed. Check the code, or ask for a new card at the desk.",
  tooMany: (minutes) => `Too many wrong codes. Try again in ${minutes} minutes.`,
  account: "Does the village have an account? Sign in with it",
  now: (village) => `This card is for ${village}`,
  go: "Fill in the commitment",
  leave: "Not my village",
  left: "The card is gone from this phone. Sign in with your village's card.",
  welcome: (village) => `You fill in for ${village}.`,
};

export const meetingCardTexts: TextPair<typeof id> = { id, en };
