import { amountInWords } from "#money";
import { dayName } from "#time";
import { blank, type Draft } from "./draft.ts";
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

/** A kelurahan has no budget of its own: the lurah asks for a line in the execution document of the city's. */
export function lurahProposal(facts: DraftFacts): Draft {
  const { village, kecamatan, year, lines, people, today } = facts;
  return {
    title: `Usulan Lurah ${village} ke DPA ${year}`,
    blocks: [
      letterhead(facts),
      {
        kind: "text",
        text: [`${village}, `, blank("tanggal surat"), ` (disusun ${dayName(today)})`],
      },
      {
        kind: "points",
        label: "",
        numbering: "none",
        points: [
          ["Nomor: ", blank("nomor surat")],
          ["Lampiran: daftar peserta menurut nama dan alamat"],
          [`Hal: Usulan belanja jaminan sosial ketenagakerjaan pada DPA Tahun Anggaran ${year}`],
          ["Yth. Camat ", `${kecamatan} selaku Pengguna Anggaran`],
        ],
      },
      {
        kind: "text",
        text: [
          `Kelurahan tidak mempunyai anggaran sendiri. Bersama ini kami usulkan iuran program Jaminan Kecelakaan Kerja dan Jaminan Kematian bagi ${headsOf(lines)} orang (${groupNames(facts)}) di Kelurahan ${village} sebesar ${amountInWords(rupiahOf(lines))} agar dimuat dalam Dokumen Pelaksanaan Anggaran Kecamatan atau Kelurahan Tahun Anggaran ${year}, dengan rincian:`,
        ],
      },
      lineTable(lines),
      mengingat(facts),
      {
        kind: "text",
        text: [
          "Daftar sudah diperiksa terhadap yang ditanggung kota, pegawai penanggung, atau pihak lain. Demikian disampaikan; atas perhatian Bapak/Ibu diucapkan terima kasih.",
        ],
      },
      {
        kind: "signatures",
        columns: [
          [],
          [[`LURAH ${village.toUpperCase()},`], [""], [blank("nama lurah")], ["NIP ", blank("NIP lurah")]],
        ],
      },
      { kind: "page-break" },
      { kind: "center", isStrong: true, lines: [["LAMPIRAN: DAFTAR PESERTA MENURUT NAMA DAN ALAMAT"]] },
      peopleTable(people, payerOf(facts)),
      { kind: "text", text: [note(people.length, headsOf(lines))] },
    ],
  };
}
