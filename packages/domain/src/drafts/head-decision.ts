import { amountInWords } from "#money";
import { blank, type Block, type Draft } from "./draft.ts";
import type { DraftFacts } from "./draft-facts.ts";
import {
  groupNames,
  headsOf,
  letterhead,
  lineTable,
  mengingat,
  note,
  payerOf,
  peopleTable,
  rupiahOf,
} from "./draft-words.ts";

/** What the decision is about, after its number. */
const aboutOf = ({ village, year }: DraftFacts) =>
  `peserta program jaminan sosial ketenagakerjaan Desa ${village} Tahun Anggaran ${year}`;

/** Keputusan kepala desa: who is covered, from which money, with the list by name. */
export function headDecision(facts: DraftFacts): Draft {
  const { village, year } = facts;
  const subject = `PENETAPAN PESERTA PROGRAM JAMINAN SOSIAL KETENAGAKERJAAN YANG DITANGGUNG ANGGARAN PENDAPATAN DAN BELANJA DESA TAHUN ANGGARAN ${year}`;
  return {
    title: `Keputusan Kepala Desa ${village} tentang peserta Jamsostek ${year}`,
    blocks: [
      letterhead(facts),
      {
        kind: "center",
        isStrong: true,
        lines: [
          [`KEPUTUSAN KEPALA DESA ${village.toUpperCase()}`],
          ["NOMOR ", blank("nomor keputusan")],
          ["TENTANG"],
          [subject],
          [`KEPALA DESA ${village.toUpperCase()},`],
        ],
      },
      considerations(facts),
      mengingat(facts),
      { kind: "center", isStrong: true, lines: [["MEMUTUSKAN:"]] },
      points(facts),
      ...ending(facts),
      ...annex(facts),
    ],
  };
}

function considerations(facts: DraftFacts): Block {
  const { village, year } = facts;
  const about = aboutOf(facts);
  return {
    kind: "points",
    label: "Menimbang",
    numbering: "letters",
    points: [
      [
        `bahwa ${groupNames(facts)} di Desa ${village} menghadapi risiko kecelakaan kerja dan kematian yang dapat menjatuhkan keluarganya ke dalam kemiskinan;`,
      ],
      [
        `bahwa musyawarah desa tanggal `,
        blank("tanggal musyawarah desa"),
        ` menyepakati perlindungannya dibiayai Anggaran Pendapatan dan Belanja Desa Tahun Anggaran ${year};`,
      ],
      [
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan Kepala Desa tentang ",
        `${about};`,
      ],
    ],
  };
}

function points(facts: DraftFacts): Block {
  const { village, year, lines } = facts;
  const about = aboutOf(facts);
  return {
    kind: "points",
    label: "Menetapkan",
    numbering: "ordinals",
    points: [
      [
        `Menetapkan ${headsOf(lines)} orang sebagai ${about}, dengan nama sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.`,
      ],
      [
        `Iuran program Jaminan Kecelakaan Kerja dan Jaminan Kematian bagi peserta sebagaimana dimaksud dalam diktum KESATU sebesar ${amountInWords(rupiahOf(lines))} dibebankan pada Anggaran Pendapatan dan Belanja Desa ${village} Tahun Anggaran ${year}.`,
      ],
      [
        "Peserta yang meninggal dunia, pindah, berhenti, atau sudah ditanggung pihak lain dilaporkan kepada pengelola program paling lambat tanggal ",
        blank("tanggal setiap bulan"),
        " bulan berikutnya dan dapat diganti dengan perubahan Lampiran.",
      ],
      ["Keputusan ini mulai berlaku pada tanggal ditetapkan."],
    ],
  };
}

function ending({ village, city, kecamatan }: DraftFacts): readonly Block[] {
  return [
    {
      kind: "signatures",
      columns: [
        [],
        [
          [`Ditetapkan di ${village}`],
          ["pada tanggal ", blank("tanggal keputusan")],
          [`KEPALA DESA ${village.toUpperCase()},`],
          [""],
          [blank("nama kepala desa")],
        ],
      ],
    },
    {
      kind: "text",
      text: [
        `Tembusan: 1. Wali ${city.startsWith("Kota") ? city : `Kota ${city}`}; 2. Camat ${kecamatan}; 3. Kepala BPJS Ketenagakerjaan cabang `,
        blank("nama cabang"),
        "; 4. Badan Permusyawaratan Desa.",
      ],
    },
  ];
}

function annex(facts: DraftFacts): readonly Block[] {
  const { village, lines, people } = facts;
  return [
    { kind: "page-break" },
    {
      kind: "center",
      isStrong: true,
      lines: [
        ["LAMPIRAN KEPUTUSAN KEPALA DESA ", village.toUpperCase()],
        ["NOMOR ", blank("nomor keputusan"), " TANGGAL ", blank("tanggal keputusan")],
        ["DAFTAR PESERTA MENURUT NAMA DAN ALAMAT"],
      ],
    },
    peopleTable(people, payerOf(facts)),
    { kind: "text", text: [note(people.length, headsOf(lines))] },
    lineTable(lines),
  ];
}
