/** The word of a code in a table of texts; a code the table does not know is shown as it is. */
export function wordOf(words: object, code: string): string {
  const word = (words as Readonly<Record<string, unknown>>)[code];
  return typeof word === "string" ? word : code;
}
