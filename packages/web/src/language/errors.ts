import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  what: {
    "not-found": "Halaman ini tidak ditemukan",
    forbidden: "Halaman ini bukan untuk peran Anda",
    unauthenticated: "Anda perlu masuk dulu",
    "second-factor-required": "Masuk belum selesai",
    "step-up-required": "Kata sandi perlu dibuktikan lagi",
    "four-eyes": "Perlu orang kedua",
    conflict: "Data ini sudah berubah",
    stale: "Data ini sudah diubah orang lain",
    "operation-mismatch": "Kiriman ini berbeda dari kiriman sebelumnya",
    "invalid-input": "Isian ini tidak dapat diterima",
    "identity-number-in-note": "Catatan ini memuat nomor seperti NIK",
    "identity-number-in-address": "NIK tidak boleh ada di alamat halaman",
    "too-large": "Berkas atau isian terlalu besar",
    "rate-limited": "Terlalu banyak percobaan",
    unavailable: "Sistem sedang tidak tersambung",
    "disk-full": "Tempat penyimpanan server penuh",
    "not-set-up": "Sistem sedang disiapkan",
    "foreign-origin": "Formulir ini datang dari situs lain",
    internal: "Halaman tidak dapat dimuat",
  },
  safe: "Data Anda aman; tidak ada yang berubah.",
  safeUnknown: "Data yang sudah tersimpan tetap aman.",
  todo: {
    "not-found": "Periksa alamatnya, atau mulai lagi dari beranda.",
    forbidden: "Bila Anda memerlukannya, minta akses kepada admin sistem di kota Anda.",
    unauthenticated: "Masuk dengan alamat surel dan kata sandi Anda, lalu buka lagi halaman ini.",
    "second-factor-required": "Masuk lagi dan isi kode dari aplikasi autentikator.",
    "step-up-required": "Isi kata sandi sekali lagi, lalu ulangi.",
    "four-eyes":
      "Minta rekan lain yang berwenang untuk menyetujui; Anda tidak dapat menyetujui kiriman sendiri.",
    conflict: "Muat ulang halaman, lihat keadaan terbaru, lalu ulangi bila masih perlu.",
    stale: "Muat ulang halaman, bandingkan isinya, lalu simpan lagi.",
    "operation-mismatch": "Muat ulang halaman sebelum mengirim lagi.",
    "invalid-input": "Kembali, periksa isian, lalu kirim lagi.",
    "identity-number-in-note":
      "Kembali, hapus nomor 16 angka dari catatan, lalu kirim lagi. Sebut orangnya dengan kode atau nama.",
    "identity-number-in-address":
      "Alamat halaman tersimpan di riwayat peramban dan catatan jaringan, jadi nomor 16 angka ditolak di sini dan tidak dicatat. Kotak ini bukan untuk mencari orang: masuk, buka Pekerja, lalu ketik nomornya di kotak cari. Hapus juga alamat ini dari riwayat peramban.",
    "too-large": "Pilih berkas yang lebih kecil, atau bagi menjadi dua.",
    "rate-limited": "Tunggu beberapa menit, lalu coba lagi.",
    unavailable:
      "Tunggu satu menit, lalu muat ulang halaman ini. Bila Anda sedang mengirim sesuatu, kirim lagi setelah tersambung; yang sama tidak tercatat dua kali.",
    "disk-full": "Kiriman ini belum diterima. Beri tahu admin sistem, lalu kirim lagi sesudah ada ruang.",
    "not-set-up": "Tunggu beberapa menit, lalu muat ulang halaman.",
    "foreign-origin": "Buka formulirnya dari situs ini, lalu isi lagi di sini.",
    internal: "Coba lagi. Bila masih terjadi, sebutkan kode di bawah ini kepada admin sistem.",
  },
  waitFor: (seconds: number): string =>
    `Tunggu ${seconds < 90 ? `${seconds} detik` : seconds < 5400 ? `${Math.ceil(seconds / 60)} menit` : `${Math.ceil(seconds / 3600)} jam`}, lalu coba lagi.`,
  whoMay: (roles: string) => `Halaman ini untuk: ${roles}.`,
  whoMayToo: (roles: string, others: number) => `Halaman ini untuk: ${roles}, dan ${others} peran lain.`,
  code: "Kode",
  again: "Muat halaman ini lagi",
  home: "Ke beranda",
  errorTitle: (what: string) => `Galat: ${what}`,
  help: "Buka bantuan",
} as const;

const en: Texts<typeof id> = {
  what: {
    "not-found": "This page was not found",
    forbidden: "This page is not for your role",
    unauthenticated: "Please sign in first",
    "second-factor-required": "Signing in is not finished",
    "step-up-required": "Your password is needed again",
    "four-eyes": "A second person is needed",
    conflict: "This has changed already",
    stale: "Someone else has changed this",
    "operation-mismatch": "This differs from what was sent before",
    "invalid-input": "This entry cannot be accepted",
    "identity-number-in-note": "This note holds a number like a NIK",
    "identity-number-in-address": "A NIK must not stand in an address",
    "too-large": "The file or entry is too large",
    "rate-limited": "Too many attempts",
    unavailable: "The system is not connected",
    "disk-full": "The server has no room left",
    "not-set-up": "The system is being set up",
    "foreign-origin": "This form came from another site",
    internal: "The page could not be loaded",
  },
  safe: "Your data is safe; nothing was changed.",
  safeUnknown: "What was already saved is safe.",
  todo: {
    "not-found": "Check the address, or start again from the home page.",
    forbidden: "If you need it, ask your city’s system administrator for access.",
    unauthenticated: "Sign in with your e-mail address and password, then open this page again.",
    "second-factor-required": "Sign in again and enter the code from your authenticator app.",
    "step-up-required": "Enter your password once more, then repeat.",
    "four-eyes": "Ask another authorised colleague to approve; you cannot approve what you sent yourself.",
    conflict: "Reload the page, look at the latest state, and repeat if it is still needed.",
    stale: "Reload the page, compare the contents, then save again.",
    "operation-mismatch": "Reload the page before sending again.",
    "invalid-input": "Go back, check your entries, and send again.",
    "identity-number-in-note":
      "Go back, take the 16-digit number out of the note, and send again. Name the person by code or name.",
    "identity-number-in-address":
      "Addresses are kept in browser histories and network logs, so 16-digit numbers are refused here and not recorded. This is not the box for finding people: sign in, open Workers and type the number into the search box there. Delete this address from your browser history too.",
    "too-large": "Choose a smaller file, or split it in two.",
    "rate-limited": "Wait a few minutes, then try again.",
    unavailable:
      "Wait a minute, then reload this page. If you were sending something, send it again once connected; the same thing is never recorded twice.",
    "disk-full":
      "What you sent was not taken in. Tell the system administrator, and send it again when there is room.",
    "not-set-up": "Wait a few minutes, then reload the page.",
    "foreign-origin": "Open the form on this site and fill it in here.",
    internal: "Try again. If it continues, tell the system administrator the code below.",
  },
  waitFor: (seconds) =>
    `Wait ${seconds < 90 ? `${seconds} seconds` : seconds < 5400 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`}, then try again.`,
  whoMay: (roles) => `This page is for: ${roles}.`,
  whoMayToo: (roles, others) => counted`This page is for: ${roles}, and ${others} other [role|roles].`,
  code: "Code",
  again: "Load this page again",
  home: "Go to the home page",
  errorTitle: (what) => `Error: ${what}`,
  help: "Open help",
};

export const errorTexts: TextPair<typeof id> = { id, en };
