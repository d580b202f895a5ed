import type { ErrorCode } from "./exit-codes.ts";

/** What happened and what to do, for errors that come without a sentence of their own. Nothing was changed in any of these. */
export const errorSentences: Partial<Record<ErrorCode, string>> = {
  unauthenticated: "Pelaku tidak dikenal. Sebutkan dengan --as (kota contoh) atau TUWAI_TOKEN.",
  "second-factor-required": "Akun ini perlu kode kedua: masuklah dahulu lewat peramban.",
  "step-up-required":
    "Tindakan ini perlu bukti kurang dari lima menit yang lalu: jalankan tuwai account token sekali lagi, lalu ulangi.",
  forbidden: "Peran ini tidak boleh melakukannya. Mintalah kepada peran yang berwenang.",
  "four-eyes": "Perlu orang kedua: yang mengusulkan tidak boleh menyetujui sendiri.",
  "not-found": "Tidak ditemukan di wilayah Anda. Periksa kodenya.",
  conflict: "Keadaannya sudah berubah sehingga ini tidak dapat dilakukan. Tidak ada yang berubah.",
  stale: "Data sudah diubah orang lain. Lihat keadaan terbaru, lalu ulangi.",
  "operation-mismatch": "Nomor tindakan ini sudah dipakai untuk permintaan lain.",
  "invalid-input": "Isian tidak dapat dipakai. Periksa rinciannya.",
  "identity-number-in-note":
    "Catatan memuat nomor 16 angka seperti NIK. Hapus nomornya, lalu ulangi; tidak ada yang berubah.",
  "too-large": "Berkas terlalu besar. Bagi menjadi beberapa berkas atau simpan sebagai .csv.",
  "rate-limited": "Terlalu banyak percobaan. Coba lagi beberapa menit lagi.",
  "disk-full": "Tempat penyimpanan server penuh. Tidak ada yang berubah; kosongkan ruang, lalu ulangi.",
  unavailable: "Layanan sedang tidak dapat dihubungi. Coba lagi; tidak ada yang hilang.",
};
