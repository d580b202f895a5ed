/** How PostgreSQL's COPY writes "nothing". */
export const none = String.raw`\N`;

const written: Readonly<Record<string, string>> = {
  "\b": String.raw`\b`,
  "\f": String.raw`\f`,
  "\n": String.raw`\n`,
  "\r": String.raw`\r`,
  "\t": String.raw`\t`,
  "\v": String.raw`\v`,
  "\\": String.raw`\\`,
};
const meant = new Map(Object.entries(written).map(([character, text]) => [text[1]!, character]));

/** A text as a field of COPY's text format. */
export function toField(text: string): string {
  return /[\b\f\n\r\t\v\\]/.test(text) ? text.replaceAll(/[\b\f\n\r\t\v\\]/g, (one) => written[one]!) : text;
}

/** The text that a field of COPY's text format stands for; not for "nothing". */
export function fromField(field: string): string {
  return field.includes("\\")
    ? field.replaceAll(/\\(.)/g, (_all, one: string) => meant.get(one) ?? one)
    : field;
}

/** Bytes of a bytea field; null for "nothing". */
export function bytesOf(field: string): Buffer | null {
  return field === none ? null : Buffer.from(field.slice(String.raw`\\x`.length), "hex");
}

export function bytesField(bytes: Buffer): string {
  return String.raw`\\x` + bytes.toString("hex");
}

/** Rows of fields out of COPY's stream, some hundreds at a time. */
export async function* readCopyRows(source: AsyncIterable<unknown>): AsyncGenerator<string[][], void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(0x0a);
    rest = bytes.subarray(end + 1);
    if (end < 0) continue;
    yield bytes
      .toString("utf8", 0, end)
      .split("\n")
      .map((line) => line.split("\t"));
  }
}
