import { amountInWords } from "#money";
import { blank, type Draft } from "./draft.ts";
import type { DraftFacts } from "./draft-facts.ts";
import { groupNames, headsOf, lineTable, rupiahOf } from "./draft-words.ts";

/** What the village's regulation on its budget says, to be pasted into it. */
export function budgetClause(facts: DraftFacts): Draft {
  const { village, year, lines } = facts;
  return {
    title: `Klausul APBDes ${village} ${year}: jaminan sosial ketenagakerjaan`,
    blocks: [
      {
        kind: "center",
        isStrong: true,
        lines: [
          [`KLAUSUL RANCANGAN PERATURAN DESA ${village.toUpperCase()}`],
          [`TENTANG ANGGARAN PENDAPATAN DAN BELANJA DESA TAHUN ANGGARAN ${year}`],
          ["Pasal ", blank("nomor pasal")],
        ],
      },
      {
        kind: "points",
        label: "",
        numbering: "numbers",
        points: [
          [
            `Pemerintah Desa menanggung iuran program Jaminan Kecelakaan Kerja dan Jaminan Kematian bagi ${groupNames(facts)} sebanyak ${headsOf(lines)} orang.`,
          ],
          [
            `Belanja sebagaimana dimaksud pada ayat (1) sebesar ${amountInWords(rupiahOf(lines))} dengan rincian sebagaimana tercantum dalam tabel di bawah.`,
          ],
          [
            "Nama peserta ditetapkan dengan Keputusan Kepala Desa berdasarkan hasil musyawarah desa dan dapat diubah bila peserta meninggal dunia, pindah, berhenti, atau sudah ditanggung pihak lain.",
          ],
          [
            "Iuran dibayarkan setiap bulan kepada BPJS Ketenagakerjaan menurut kode iuran yang diterbitkannya, paling lambat pada tanggal jatuh tempo.",
          ],
        ],
      },
      lineTable(lines),
      {
        kind: "text",
        text: [
          "Penjelasan Pasal: bidang ",
          blank("bidang"),
          ", kegiatan ",
          blank("kode kegiatan"),
          ". Kode rekening kelompok selain kepala desa dan perangkat desa mengikuti kode lokal yang ditetapkan kota.",
        ],
      },
    ],
  };
}
