import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  accept: {
    title: "Undangan",
    lead: "Isi kode sekali pakai yang Anda terima, lalu buat kata sandi Anda sendiri.",
    code: "Kode sekali pakai",
    codeHint: "Empat kali empat huruf dan angka, seperti di lembar undangan.",
    submit: "Simpan kata sandi dan masuk",
    codeMissing: "Isi kode dari lembar undangan.",
    "wrong-code":
      "Kode tidak cocok, atau sudah dipakai. Periksa ejaannya; bila tetap gagal, minta kode baru kepada admin kota.",
    expired: "Kode ini sudah lewat tujuh hari. Minta kode baru kepada admin kota; akun Anda tidak hilang.",
    done: "Kata sandi tersimpan.",
    setUp: "Kata sandi tersimpan. Pasang sekarang kode kedua: peran Anda memerlukannya.",
  },
  field: {
    label: "Kata sandi baru",
    hint: "Paling sedikit 12 huruf, lebih baik 15 atau lebih. Empat kata yang mudah Anda ingat sudah cukup; boleh pakai spasi dan boleh ditempel.",
    show: "Tampilkan kata sandi",
  },
  faults: {
    "too-short": "Kata sandi paling sedikit 12 huruf.",
    "too-long": "Kata sandi paling banyak 128 huruf.",
    common:
      "Kata sandi ini ada di daftar yang dicoba pencuri lebih dahulu. Pakai beberapa kata yang tidak berhubungan.",
    personal: "Kata sandi ini tersusun dari nama Anda, surel, atau nama kota. Tambahkan kata lain.",
  },
  change: {
    title: "Ganti kata sandi",
    lead: "Sesi Anda di perangkat lain akan diakhiri; yang ini tetap berjalan.",
    current: "Kata sandi sekarang",
    submit: "Ganti kata sandi",
    wrong: "Kata sandi sekarang tidak cocok.",
    done: "Kata sandi diganti. Sesi di perangkat lain sudah diakhiri.",
  },
  sessions: {
    title: "Sesi saya",
    lead: "Di mana saja akun ini sedang masuk. Ada yang bukan Anda? Akhiri, lalu ganti kata sandi.",
    this: "perangkat ini",
    line: (since: string, used: string) => `Masuk ${since}, terakhir dipakai sekitar ${used}`,
    endOthers: "Akhiri semua sesi lain",
    endOne: "Akhiri",
    ended: (n: string) => `${n} sesi diakhiri.`,
    phone: "HP",
    computer: "Komputer",
    program: "Program",
  },
} as const;

const en: Texts<typeof id> = {
  accept: {
    title: "Invitation",
    lead: "Enter the one-time code you were given, then choose your own password.",
    code: "One-time code",
    codeHint: "Four times four letters and digits, as on the invitation.",
    submit: "Save the password and sign in",
    codeMissing: "Enter the code of your invitation.",
    "wrong-code":
      "The code does not match, or was used. Check it; if it still fails ask your city’s administrator for a new one.",
    expired:
      "This code is older than seven days. Ask your city’s administrator for a new one; your account is not lost.",
    done: "The password is saved.",
    setUp: "The password is saved. Now set up the second code: your role needs it.",
  },
  field: {
    label: "New password",
    hint: "At least 12 characters, better 15 or more. Four words you remember will do; spaces and pasting are fine.",
    show: "Show the password",
  },
  faults: {
    "too-short": "A password has at least 12 characters.",
    "too-long": "A password has at most 128 characters.",
    common:
      "This password is in the list that thieves try first. Use a few words that have nothing to do with each other.",
    personal: "This password is made of your name, e-mail or the name of the city. Add other words.",
  },
  change: {
    title: "Change the password",
    lead: "Your sessions on other devices end; this one goes on.",
    current: "Current password",
    submit: "Change the password",
    wrong: "The current password does not match.",
    done: "The password is changed. Sessions on other devices have ended.",
  },
  sessions: {
    title: "My sessions",
    lead: "Where this account is signed in. One that is not you? End it, then change the password.",
    this: "this device",
    line: (since, used) => `Signed in ${since}, last used about ${used}`,
    endOthers: "End all other sessions",
    endOne: "End",
    ended: (n) => counted`${n} [session|sessions] ended.`,
    phone: "Phone",
    computer: "Computer",
    program: "Program",
  },
};

export const passwordTexts: TextPair<typeof id> = { id, en };
