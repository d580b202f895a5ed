import { amountInWords } from "#money";
import { blank, type Draft } from "./draft.ts";
import type { DraftFacts } from "./draft-facts.ts";
import { groupNames, headsOf, letterhead, lineTable, rupiahOf } from "./draft-words.ts";

/** The meeting that endorses people and money; who was there signs beside it. */
export function meetingMinutes(facts: DraftFacts): Draft {
  const { village, kecamatan, year, lines } = facts;
  return {
    title: `Berita acara musyawarah Desa ${village} ${year}`,
    blocks: [
      letterhead(facts),
      {
        kind: "center",
        isStrong: true,
        lines: [
          ["BERITA ACARA MUSYAWARAH DESA"],
          ["NOMOR ", blank("nomor berita acara")],
          [`TENTANG PESERTA JAMINAN SOSIAL KETENAGAKERJAAN TAHUN ANGGARAN ${year}`],
        ],
      },
      {
        kind: "text",
        text: [
          "Pada hari ini, ",
          blank("hari"),
          " tanggal ",
          blank("tanggal musyawarah desa"),
          ` bertempat di `,
          blank("tempat"),
          `, Desa ${village} Kecamatan ${kecamatan}, telah diselenggarakan musyawarah desa yang dipimpin `,
          blank("ketua BPD"),
          " dan dihadiri ",
          blank("jumlah peserta"),
          " orang sebagaimana daftar hadir terlampir.",
        ],
      },
      {
        kind: "points",
        label: "Menyepakati",
        numbering: "numbers",
        points: [
          [
            `Perlindungan ${headsOf(lines)} orang (${groupNames(facts)}) dalam program Jaminan Kecelakaan Kerja dan Jaminan Kematian pada Tahun Anggaran ${year}.`,
          ],
          [
            `Iurannya ${amountInWords(rupiahOf(lines))} dianggarkan dalam Anggaran Pendapatan dan Belanja Desa.`,
          ],
          [
            "Daftar nama diperiksa terhadap yang sudah ditanggung kota, pegawai penanggung, atau pihak lain, sehingga tidak seorang pun ditanggung dua kali.",
          ],
          [
            "Keberatan atas daftar disampaikan kepada pemerintah desa paling lambat tanggal ",
            blank("batas keberatan"),
            ".",
          ],
          ["Hal lain: ", blank("hal lain yang disepakati"), "."],
        ],
      },
      lineTable(lines),
      {
        kind: "text",
        text: ["Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."],
      },
      {
        kind: "signatures",
        columns: [
          [["Ketua BPD,"], [""], [blank("nama ketua BPD")]],
          [[`Kepala Desa ${village},`], [""], [blank("nama kepala desa")]],
          [["Wakil masyarakat,"], [""], [blank("nama wakil masyarakat")]],
        ],
      },
    ],
  };
}
