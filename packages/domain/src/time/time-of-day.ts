const timeOfDay = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/** A time of day as it is typed: "7.05" and "07:05" are one; null where none was typed, undefined for what is none. */
export function readTimeOfDay(typed: string): string | null | undefined {
  if (typed.trim() === "") return null;
  const found = timeOfDay.exec(typed.trim());
  return found === null ? undefined : `${found[1]!.padStart(2, "0")}:${found[2]}`;
}
