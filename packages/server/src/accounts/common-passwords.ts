let common: Promise<ReadonlySet<string>> | null = null;

/** Words that Indonesian users choose and no English list holds. */
const local = [
  "anjing",
  "assalamualaikum",
  "bismillah",
  "indonesia",
  "katasandi",
  "merdeka",
  "pancasila",
  "rahasia",
  "sandiaman",
  "sayangku",
  "sumatera",
  "sumaterabarat",
];

/** Whether a word stands among the 49 thousand passwords that leaked most often; the list is read when first asked. */
export async function commonPasswords(): Promise<(word: string) => boolean> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set([...dictionary["passwords-common"], ...local]),
  );
  const list = await common;
  return (word) => list.has(word);
}
