const longest = 16;
const short = [
  [/^Kampung /, "Kp. "],
  [/^Jalan /, "Jl. "],
  [/^Padang /, "Pd. "],
  [/ Selatan$/, " Sel."],
] as const;

/** A village's name as it fits into a square; short names stay as they are. */
export const shortName = (name: string): string =>
  name.length <= longest ? name : short.reduce((text, [long, mark]) => text.replace(long, mark), name);
