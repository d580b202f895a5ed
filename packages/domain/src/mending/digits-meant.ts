/** Letters that stand for the digit they look like: "13779O0105790001". */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  o: "0", q: "0", d: "0", i: "1", l: "1", "|": "1", z: "2", s: "5", g: "6", b: "8",
}; // oxfmt-ignore

export function digitsMeant(text: string): string {
  return text.replace(/[oqdil|zsgb]/gi, (letter) => LOOKS_LIKE[letter.toLowerCase()] ?? letter);
}
