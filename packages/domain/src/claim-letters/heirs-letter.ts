import { blank, type Block, type Draft, letterhead, type Sentence } from "#drafts";
import { ageOn, dayName } from "#time";
import type { LetterFacts, LetterHeirs } from "./letter-facts.ts";
import {
  eventFields,
  fields,
  heading,
  placeAndDay,
  placeOf,
  villageSignature,
  workerFields,
} from "./letter-words.ts";

const kinshipWords: Readonly<Record<string, string>> = {
  spouse: "istri atau suami",
  child: "anak",
  parent: "orang tua",
  grandparent: "kakek atau nenek",
  grandchild: "cucu",
  sibling: "saudara kandung",
  "parent-in-law": "mertua",
  will: "ditunjuk dalam wasiat",
};

/** The order of PP 44/2015 art. 37 (5), each rank only where the one before has nobody (reported). */
const reasonWords: Readonly<Record<string, string>> = {
  "spouse-or-child": "Urutan 1: istri, suami atau anak",
  "lineal-to-second-degree":
    "Urutan 2: garis lurus ke atas dan ke bawah sampai derajat kedua, karena tidak ada istri, suami atau anak",
  sibling: "Urutan 3: saudara kandung, karena tidak ada yang lebih dekat",
  "parent-in-law": "Urutan 4: mertua, karena tidak ada yang lebih dekat",
  "named-in-will": "Urutan 5: ditunjuk dalam wasiat, karena tidak ada yang lebih dekat",
};

/** Who inherits, as the heirs themselves state it before two witnesses, village and camat; no name stands here that nobody keeps. */
export function heirsLetter(facts: LetterFacts): Draft {
  const { office, claimCode, heirs } = facts;
  return {
    title: `Surat keterangan ahli waris KL-${claimCode}`,
    blocks: [
      letterhead(office),
      heading(["SURAT KETERANGAN AHLI WARIS"], ["NOMOR ", blank("nomor surat")]),
      {
        kind: "text",
        text: [`Kami yang bertanda tangan di bawah ini menerangkan dengan sebenarnya bahwa pekerja:`],
      },
      fields([...workerFields(facts), ...eventFields(facts)]),
      {
        kind: "text",
        text: [
          `Semasa hidup terakhir berdomisili di ${placeOf(facts)}, Kecamatan ${office.kecamatan}, ${office.city}. Ahli waris menurut urutan Pasal 37 ayat (5) Peraturan Pemerintah Nomor 44 Tahun 2015:`,
        ],
      },
      heirsTable(facts),
      ...remarks(heirs),
      {
        kind: "text",
        text: [
          "Surat ini dibuat tanpa paksaan. Bila di kemudian hari ada ahli waris lain yang berhak, kami bersedia menyelesaikannya menurut hukum.",
        ],
      },
      placeAndDay(facts),
      ...signatures(facts),
    ],
  };
}

/** Nobody is chosen while heirs disagree: then, and where no family is kept, there are lines to be filled by hand. */
const named = (heirs: LetterHeirs | null): LetterHeirs["people"] =>
  heirs === null || heirs.isDisputed ? [] : heirs.people;

function heirsTable({ heirs, happenedOn }: LetterFacts): Block {
  const people = named(heirs);
  const rows: readonly (readonly Sentence[])[] =
    people.length === 0
      ? [1, 2, 3, 4].map((at) => [
          [`${at}`],
          [blank("nama ahli waris")],
          [blank("NIK")],
          [blank("hubungan")],
          [blank("umur")],
          [blank("alasan")],
        ])
      : people.map(({ name, kinship, reason, birthDate }, at) => [
          [`${at + 1}`],
          [name],
          [blank("NIK")],
          [kinshipWords[kinship] ?? blank("hubungan")],
          [birthDate === null ? blank("umur") : ageWords(birthDate, happenedOn)],
          [reasonWords[reason] ?? blank("alasan")],
        ]);
  return {
    kind: "table",
    head: ["No.", "Nama", "NIK", "Hubungan", "Umur", "Alasan menurut urutan"],
    numeric: [0],
    widths: [4, 22, 16, 15, 12, 31],
    rows,
  };
}

/** A child that was born after the death has no age on its day. */
const ageWords = (birthDate: LetterFacts["happenedOn"], on: LetterFacts["happenedOn"]): string =>
  birthDate > on ? `lahir ${dayName(birthDate)}` : `${ageOn(birthDate, on)} tahun`;

function remarks(heirs: LetterHeirs | null): readonly Block[] {
  if (heirs === null) return [];
  const said: readonly [string, boolean][] = [
    [
      "Ahli waris masih berselisih: surat ini belum dapat ditandatangani sebelum mereka sepakat atau ada putusan.",
      heirs.isDisputed,
    ],
    [
      "Ada ahli waris di bawah 18 tahun: haknya diterima wali, dengan surat penunjukan wali dilampirkan.",
      heirs.hasMinor && !heirs.isDisputed,
    ],
  ];
  return said.filter(([, is]) => is).map(([text]): Block => ({ kind: "text", text: [text] }));
}

function signatures(facts: LetterFacts): readonly Block[] {
  const people = named(facts.heirs);
  const heirs: readonly (readonly Sentence[])[] =
    people.length === 0
      ? [1, 2].map((at): readonly Sentence[] => [[`Ahli waris ${at},`], [""], [blank("nama ahli waris")]])
      : people.map(({ name }): readonly Sentence[] => [["Ahli waris,"], [""], [name]]);
  const pairs = heirs.flatMap((_, at) => (at % 2 === 0 ? [heirs.slice(at, at + 2)] : []));
  return [
    ...pairs.map((columns): Block => ({ kind: "signatures", columns })),
    {
      kind: "signatures",
      columns: [
        [["Saksi pertama,"], [""], [blank("nama saksi pertama")]],
        [["Saksi kedua,"], [""], [blank("nama saksi kedua")]],
      ],
    },
    {
      kind: "signatures",
      columns: [
        [[`Camat ${facts.office.kecamatan},`], [""], [blank("nama, NIP, tanda tangan, cap")]],
        villageSignature(facts),
      ],
    },
  ];
}
