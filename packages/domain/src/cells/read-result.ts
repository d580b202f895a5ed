import { wordKey } from "#intake";

/**
 * What the branch answered about one worker. `unclear` is asked of a person; `suggests` is what the words lean to, where
 * they lean at all.
 */
export type ResultReading =
  | { readonly status: "known"; readonly result: "accepted" | "rejected" }
  | { readonly status: "unclear"; readonly suggests?: "rejected" | "waiting" };

const YES =
  /^(berhasil|sukses|success|diterima|terima|terdaftar|didaftarkan|valid|ok|oke|aktif|accepted?|ya|disetujui|lolos)$/;
/** Beside a yes they add nothing: what was done, and where. */
const BESIDE_YES =
  /^(pendaftaran|registrasi|upload|unggah|data|peserta|tk|sebagai|di|ke|pada|oleh|bpjs|ketenagakerjaan|jamsostek|program|jkk|jkm|jht|dan|dengan|baik|baru|nik|verifikasi|diverifikasi|bpu|hasil|status)$/;
const NO =
  /\b(ditolak|tolak|gagal|invalid|error|reject|rejected|batal|dibatalkan)\b|^(tidak|tdk)$|\b(tidak|tdk|tak) (valid|berhasil|diterima|disetujui|lolos|memenuhi( syarat)?|layak)\b/;
const NOT_NO = /\b(tidak|tdk|tak|bukan|belum|blm|tanpa) (di)?(tolak|gagal|batal|error|batalkan)\b/;
const WAITS = /\b(belum|blm|sedang|dalam|tunggu|menunggu|pending|antri|antre|proses|diproses|verifikasi)\b/;
/** Of the person, not of the branch: no answer that BPJS gives to a worker whom it took in. */
const FAULT_OF_DATA =
  /\b(nik|data|nama|tanggal lahir|tgl lahir|identitas|kk|dukcapil)\b.*\b((tidak|tdk|tak) (padan|sesuai|cocok|ditemukan|valid|terdaftar|sama|lengkap|dikenal)|salah|ganda|berbeda)\b/;
const FAULT_OF_AGE =
  /\b(usia|umur)\b.*\b(melebihi|lebih|lewat|di ?atas|di ?bawah|kurang|melampaui|tidak memenuhi|belum cukup)\b/;
const ELSEWHERE = /\b(terdaftar|aktif|ikut|peserta|kepesertaan)\b/;

/**
 * Reads the answer by what all its words mean together, not by the first one: "Terdaftar di NPP lain", "Valid, usia di
 * atas 65" and "Terima kasih" are no acceptances, "Tidak ditolak" is no rejection.
 */
export function readResult(text: string): ResultReading {
  const words = wordKey(text);
  const all = words.split(" ");
  const hasYes = all.some((word) => YES.test(word));
  if (hasYes && all.every((word) => YES.test(word) || BESIDE_YES.test(word)))
    return { status: "known", result: "accepted" };
  if (NOT_NO.test(words)) return { status: "unclear" };
  const isNo = NO.test(words);
  if (isNo && !/\b(berhasil|sukses)\b/.test(words.replaceAll(/\b(tidak|tdk|tak) berhasil\b/g, "")))
    return startsWithNo(words) || !hasYes ? { status: "known", result: "rejected" } : { status: "unclear" };
  if (isNo) return { status: "unclear" };
  const isFault = FAULT_OF_DATA.test(words) || FAULT_OF_AGE.test(words);
  if (isFault && !saysYesToo(words)) return { status: "known", result: "rejected" };
  if (isFault) return { status: "unclear", suggests: "rejected" };
  if (WAITS.test(words)) return { status: "unclear", suggests: "waiting" };
  return ELSEWHERE.test(words) ? { status: "unclear", suggests: "rejected" } : { status: "unclear" };
}

/** "Ditolak: sudah terdaftar di tempat lain": what follows a refusal is its reason. */
function startsWithNo(words: string): boolean {
  return /^((pendaftaran|registrasi|data|hasil|status|upload|nik|peserta) )*((tidak|tdk|tak) \w+|ditolak|tolak|gagal|invalid|error|rejected?|batal|dibatalkan)/.test(
    words,
  );
}

/** "Valid, usia di atas 65" says yes and no; "NIK tidak valid" says yes only under its no. */
function saysYesToo(words: string): boolean {
  const plain = words.replaceAll(/\b(tidak|tdk|tak) \w+/g, "");
  return plain.split(" ").some((word) => YES.test(word));
}
