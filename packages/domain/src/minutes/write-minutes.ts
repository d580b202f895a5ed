import { bodyOf } from "./body-of.ts";
import { closingOf } from "./closing-of.ts";
import { commitmentTable } from "./commitment-table.ts";
import type { MinutesFacts } from "./minutes-facts.ts";
import type { Paper } from "./paper.ts";
import { attendanceList } from "./participants.ts";

/** The whole paper of minutes, from letterhead to annexes. What is missing is said, never left out. */
export function writeMinutes(facts: MinutesFacts): Paper {
  const { snapshot, number, state, snapshotName } = facts;
  return {
    head: `PEMERINTAH ${snapshot.city.toUpperCase()}`,
    title: "BERITA ACARA",
    number,
    numberLine: `Nomor: ${facts.letterNumber === null ? number : `${facts.letterNumber} (${number})`}`,
    subject: snapshot.meeting.title,
    mark: state === "final" ? null : state === "draft" ? "DRAF" : "DRAF UNTUK TANGGAPAN",
    foot: `${number} · cuplikan data ${snapshotName}`,
    address: facts.address,
    blocks: [
      ...bodyOf(facts),
      ...closingOf(facts),
      { kind: "annex", text: "Lampiran I: Komitmen desa dan kelurahan" },
      ...commitmentTable(snapshot),
      { kind: "annex", text: "Lampiran II: Daftar hadir" },
      attendanceList(snapshot),
    ],
  };
}
