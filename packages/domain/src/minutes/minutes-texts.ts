import type { MinutesSnapshot } from "./minutes-snapshot.ts";

/** What people write themselves; it is kept apart from what is made, and never overwritten by making minutes anew. */
export const textParts = ["discussion", "notes", "closing"] as const;
export type TextPart = (typeof textParts)[number];
export type MinutesTexts = Readonly<Record<TextPart, string>>;

/** What stands in a part until somebody writes it. */
export function textsFrom({ items }: Pick<MinutesSnapshot, "items">): MinutesTexts {
  const noted = items.filter(({ notes }) => notes !== null && notes.trim() !== "");
  return {
    discussion: noted.map(({ title, notes }) => `${title}: ${notes!.trim()}`).join("\n"),
    notes: "",
    closing: "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
  };
}
