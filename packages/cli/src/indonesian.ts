import type { Mark } from "@tuwai/domain/law";
import type { Programme, ShownSetting } from "@tuwai/domain/contributions";
import { type CivilDate, jakartaDate, type Month } from "@tuwai/domain/time";

const months = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
];

/** 16800 as "Rp16.800"; a minus is the typographic one. */
export function rupiahText(amount: number): string {
  const digits = String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+$)/g, ".");
  return `${amount < 0 ? "−" : ""}Rp${digits}`;
}

/** "2026-06" as "Juni 2026". */
export function monthText(month: Month): string {
  return `${months[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

/** "2026-06-05" as "5 Juni 2026". */
export function dateText(date: CivilDate): string {
  return `${Number(date.slice(8))} ${monthText(date.slice(0, 7) as Month)}`;
}

/** "28 November 2026 pukul 09.00 WIB" of an instant; offices read one clock, Jakarta's. */
export function momentText(instant: Date): string {
  const clock = new Date(instant.getTime() + wibHours * 3_600_000).toISOString().slice(11, 16);
  return `${dateText(jakartaDate(instant.getTime()))} pukul ${clock.replace(":", ".")} WIB`;
}

/** Asia/Jakarta is seven hours ahead of UTC, without summer time. */
const wibHours = 7;

/** How far a number of law is known. */
export function markText(mark: Mark): string {
  return { "text-read": "naskah dibaca", reported: "menurut berita", "from-memory": "dari ingatan" }[mark];
}

/** The name of a programme as offices write it. */
export function programmeText(programme: Programme): string {
  return programme.toUpperCase();
}

/** Settings an answer rests on, told only where nobody has confirmed them yet. */
export function unconfirmedText(settings: readonly ShownSetting[]): string {
  const open = settings.filter(({ confirmed }) => !confirmed).map(({ name, value }) => `${name}=${value}`);
  return open.length === 0 ? "" : `Anggapan yang belum dikonfirmasi: ${open.join(", ")}`;
}

/** Rows under each other in aligned columns. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, place) =>
    Math.max(...rows.map((row) => row[place]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Paragraphs that have something to say, with an empty line between. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
