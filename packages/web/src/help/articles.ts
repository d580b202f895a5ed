import type { ImportKind } from "@tuwai/domain/intake";
import type { helpTexts } from "#language/help.ts";

type Texts = typeof helpTexts.id;
export type Topic = keyof Texts["topics"];

/** Articles by the desk they are for, in the order in which the work comes. */
export const articles: readonly {
  readonly id: keyof Texts["articles"];
  readonly topic: Topic;
  /** Kinds of list whose empty template the article offers. */
  readonly templates?: readonly ImportKind[];
}[] = [
  { id: "kirim-daftar", topic: "desa", templates: ["village-list", "village-officers"] },
  { id: "perbaiki-baris", topic: "desa" },
  { id: "urungkan", topic: "desa" },
  { id: "ajukan-daftar", topic: "desa" },
  { id: "sahkan-daftar", topic: "desa" },
  { id: "catat-peristiwa", topic: "desa" },
  { id: "kartu-pekerja", topic: "desa" },
  { id: "nomor-kantor", topic: "desa" },
  { id: "baca-janji", topic: "desa" },
  { id: "ingatkan-desa", topic: "kota" },
  { id: "jawab-padan", topic: "kota" },
  { id: "jodohkan", topic: "kota" },
  { id: "pengganti", topic: "kota" },
  { id: "ajak-kantor", topic: "kota" },
  { id: "susun-paket", topic: "kota" },
  { id: "catat-tagihan", topic: "kota" },
  { id: "muat-pegawai", topic: "kota", templates: ["civil-servants", "dtsen", "bpjs-members", "deaths"] },
  { id: "unduh-paket", topic: "bpjs" },
  { id: "kirim-hasil", topic: "bpjs", templates: ["enrolment-result"] },
  { id: "bukti-iuran", topic: "bpjs", templates: ["bpjs-receipts"] },
  { id: "setujui-bukti", topic: "keuangan" },
  { id: "susun-potongan", topic: "keuangan" },
  { id: "jawab-potongan", topic: "keuangan" },
  { id: "cocokkan-potongan", topic: "keuangan" },
  { id: "rekening-penerima", topic: "keuangan" },
  { id: "jadi-penanggung", topic: "penanggung" },
  { id: "pilih-pekerja", topic: "penanggung" },
  { id: "surat-kuasa", topic: "penanggung" },
  { id: "piagam", topic: "penanggung" },
  { id: "berhenti", topic: "penanggung" },
  { id: "lupa-sandi", topic: "akun" },
  { id: "kode-kedua", topic: "akun" },
  { id: "terkunci", topic: "akun" },
  { id: "undang", topic: "akun" },
  { id: "cadangan", topic: "akun" },
];

export const topics = [...new Set(articles.map(({ topic }) => topic))];
