export type Sex = "male" | "female";

const MALE = new Set(["L", "LK", "LAKI", "LAKILAKI", "LELAKI", "PRIA", "M", "MALE", "1"]);
const FEMALE = new Set(["P", "PR", "PEREMPUAN", "PRP", "WANITA", "W", "F", "FEMALE", "2"]);

/** Reads the ways offices write it: L/P, Lk/Pr, laki-laki, wanita, and 1/2 as in DTSEN. Anything else is undefined. */
export function readSex(text: string): Sex | undefined {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (MALE.has(letters)) return "male";
  return FEMALE.has(letters) ? "female" : undefined;
}
