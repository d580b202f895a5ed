import type { Mark } from "@tuwai/domain/law";
import type { Programme, ShownSetting } from "@tuwai/domain/contributions";
import { rupiahInFigures } from "@tuwai/domain/money";
import { type CivilDate, dayName, momentName, type Month, monthName } from "@tuwai/domain/time";

/** 16800 as "Rp16.800"; a minus is the typographic one. */
export const rupiahText = (amount: number): string =>
  `${amount < 0 ? "−" : ""}${rupiahInFigures(Math.abs(amount))}`;

/** "2026-06" as "Juni 2026". */
export const monthText = (month: Month): string => monthName(month);

/** "2026-06-05" as "5 Juni 2026". */
export const dateText = (date: CivilDate): string => dayName(date);

/** "28 November 2026 pukul 09.00 WIB" of an instant. */
export const momentText = (instant: Date): string => momentName(instant.getTime());

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
