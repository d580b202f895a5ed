import type { MinutesSnapshot, SnapshotGuest } from "./minutes-snapshot.ts";
import { type PaperBlock, text } from "./paper.ts";
import { clockOf } from "./paper-words.ts";

const whoIs = ({ name, office, place }: SnapshotGuest): string =>
  `${name === null ? "" : `${name}, `}${office}${place === null ? "" : ` ${place}`}`;

/** Who led, who wrote, and how many came. */
export function participantsOf({ guests, meeting }: MinutesSnapshot): readonly PaperBlock[] {
  const came = guests.filter(({ arrivedAt }) => arrivedAt !== null);
  const stoodIn = came.filter(({ standsInFor }) => standsInFor !== null);
  const lines = [
    meeting.leader.trim() === "" ? "Pimpinan rapat tidak dicatat." : `Pimpinan rapat: ${meeting.leader}.`,
    meeting.secretary.trim() === "" ? "Notulis tidak dicatat." : `Notulis: ${meeting.secretary}.`,
    guests.length === 0
      ? "Kehadiran tidak dicatat."
      : `Hadir ${came.length} dari ${guests.length} yang diundang, ${stoodIn.length} di antaranya diwakili; daftar hadir pada Lampiran II.`,
  ];
  return lines.map(text);
}

const representedBy = ({ standsInFor, letter }: SnapshotGuest): string =>
  standsInFor === null ? "–" : `${standsInFor}${letter === null ? "" : `, surat ${letter}`}`;

/** Everybody who came, with hours and whom they stood in for. */
export function attendanceList({ guests }: MinutesSnapshot): PaperBlock {
  const came = guests.filter(({ arrivedAt }) => arrivedAt !== null);
  if (came.length === 0) return text("Kehadiran tidak dicatat.");
  return {
    kind: "table",
    caption: `Daftar hadir, ${came.length} orang`,
    columns: [
      { head: "No.", align: "right", width: "0.9cm" },
      { head: "Nama dan jabatan", align: "left", width: "2fr" },
      { head: "Mewakili", align: "left", width: "1.6fr" },
      { head: "Datang", align: "right", width: "1.7cm" },
      { head: "Pulang", align: "right", width: "1.7cm" },
    ],
    rows: came.map((guest, at) => [
      String(at + 1),
      whoIs(guest),
      representedBy(guest),
      clockOf(guest.arrivedAt),
      clockOf(guest.leftAt),
    ]),
    foot: null,
  };
}
