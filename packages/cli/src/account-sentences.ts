import type { AccountRefusal } from "@tuwai/server/accounts";

/** Why a change of an account was refused. Nothing was changed in any of these. */
export const accountSentences: Record<AccountRefusal, string> = {
  "email-invalid": "Tulis alamat surel yang lengkap.",
  "email-taken": "Alamat surel ini sudah dipakai akun lain.",
  "name-missing": "Tulis nama orangnya, tanpa nomor.",
  "role-unknown": "Peran ini tidak dapat diberikan; akun pertama kota sungguhan adalah admin (ADM).",
  "place-unknown":
    "Wilayah tidak cocok dengan perannya: --jurisdiction berisi kode desa, kecamatan, OPD atau cabang.",
  "period-invalid": "Tanggal tidak dapat dipakai.",
  "own-account": "Akun sendiri hanya dapat diubah oleh admin lain.",
  "last-administrator": "Ini admin terakhir. Undang admin lain dahulu.",
  ended: "Akun atau peran ini sudah diakhiri.",
  waiting: "Masih ada yang menunggu persetujuan orang kedua untuk akun ini.",
};
