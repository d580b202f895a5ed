import { holdsIdentityNumber } from "@tuwai/domain/identity";
import { AppError } from "./app-error.ts";

const longestNote = 1000;

/**
 * What a person wrote freely, trimmed; null when it is empty. Notes are stored and shown as they are, so a NIK or family
 * card number in one is refused: throws `identity-number-in-note`, or `too-large` beyond 1,000 letters.
 */
export function readNote(text: string | undefined): string | null {
  const note = text?.trim() ?? "";
  if (note.length > longestNote) throw new AppError("too-large", { limit: longestNote });
  if (holdsIdentityNumber(note)) throw new AppError("identity-number-in-note");
  return note === "" ? null : note;
}
