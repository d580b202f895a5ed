const shortest = 10;

/** Whether a note holds a run of digits as long as a phone number, family card or NIK, spaces and dots aside. */
export function hasLongNumber(text: string): boolean {
  return (text.match(/\d[\d .-]*/g) ?? []).some((run) => run.replaceAll(/\D/g, "").length >= shortest);
}
