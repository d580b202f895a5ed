import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Kartu desa",
  lead: (n: string, all: string) => `${n} dari ${all} desa dan kelurahan punya kartu untuk rakor ini.`,
  about:
    "Kartu masuk hanya untuk rakor ini dan hanya atas nama desanya, sampai rakor ditutup. Kodenya hanya ada di kertas.",
  make: (n: string) => `Buat ${n} kartu`,
  print: "Cetak semua kartu (PDF)",
  printHint: "Sepuluh kartu setiap halaman A4. Cetakan tercatat di jejak.",
  caption: (n: string) => `${n} desa dan kelurahan`,
  columns: { village: "Desa", card: "Kartu", act: "Ubah" },
  madeAt: (when: string) => `dibuat ${when}`,
  none: "belum ada",
  printOne: "Cetak",
  acts: { renew: "Ganti", revoke: "Cabut" },
  of: (what: string, village: string) => `${what} kartu ${village}`,
  done: {
    made: (n: string) => `${n} kartu dibuat. Cetak sekarang.`,
    renewed: "Kartu lama tidak berlaku lagi. Cetak yang baru.",
    revoked: "Kartu dicabut dan tidak berlaku lagi.",
    unchanged: "Tidak ada kartu yang berlaku, tidak ada yang berubah.",
    over: "Rakor sudah selesai, kartunya tidak dapat diubah lagi.",
  },
  slide: {
    title: "Selamat datang",
    arrive: "1. Catat kehadiran",
    arriveHow: "Pindai dengan HP, masuk dengan akun desa atau kartu, tekan Kami hadir.",
    enter: "2. Isi komitmen",
    enterHow: "Pindai kode di kartu desa, atau buka alamat ini dan ketik kode kartu.",
    code: "Kode rakor",
    wifi: "Wi-Fi",
    password: "Kata sandi",
    wifiTitle: "Tampilkan Wi-Fi di layar ini",
    wifiHint: "Hanya untuk tayangan ini. Tidak disimpan dan tidak masuk alamat.",
    network: "Nama Wi-Fi",
    show: "Tampilkan",
    qr: "Kode QR ke halaman kehadiran rakor ini",
  },
};

const en: Texts<typeof id> = {
  title: "Cards of the villages",
  lead: (n, all) => counted`${n} of ${all} [village has|villages have] a card for this meeting.`,
  about:
    "A card signs in for this meeting only and only as its village, until the meeting is closed. Its code stands on paper only.",
  make: (n) => counted`Make ${n} [card|cards]`,
  print: "Print all cards (PDF)",
  printHint: "Ten cards to a page of A4. Prints are recorded in the trail.",
  caption: (n) => counted`${n} [village|villages]`,
  columns: { village: "Village", card: "Card", act: "Change" },
  madeAt: (when) => `made ${when}`,
  none: "none yet",
  printOne: "Print",
  acts: { renew: "Replace", revoke: "Revoke" },
  of: (what, village) => `${what}: card of ${village}`,
  done: {
    made: (n) => counted`${n} [card was|cards were] made. Print now.`,
    renewed: "The old card signs in no more. Print the new one.",
    revoked: "The card is revoked and signs in no more.",
    unchanged: "There is no valid card; nothing changed.",
    over: "The meeting is over; its cards cannot be changed any more.",
  },
  slide: {
    title: "Welcome",
    arrive: "1. Check in",
    arriveHow: "Scan with your phone, sign in with the village’s account or card, press We are here.",
    enter: "2. Fill in the commitment",
    enterHow: "Scan the code of your village’s card, or open this address and type the card’s code.",
    code: "Code of the meeting",
    wifi: "Wi-Fi",
    password: "Password",
    wifiTitle: "Show Wi-Fi on this screen",
    wifiHint: "For this showing only. It is not kept and stands in no address.",
    network: "Name of the Wi-Fi",
    show: "Show",
    qr: "QR code to the check-in of this meeting",
  },
};

export const meetingCardTexts: TextPair<typeof id> = { id, en };
