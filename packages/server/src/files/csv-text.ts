import { createReadStream } from "node:fs";
import { RefusedFile } from "./refused-file.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type TextSurvey = {
  readonly encoding: TextEncoding;
  /** The first part of the file as text, to find the separator in. */
  readonly head: string;
  /** Some words with letters beyond ASCII, for a person to judge a guessed encoding. */
  readonly sample: readonly string[];
};

const HEAD_BYTES = 256 * 1024;
/** Control signs among a thousand bytes that still pass for text. */
const MOST_CONTROLS = 2;

/**
 * Reads the file once to decide how its bytes are to be read: by its mark, else as UTF-8 if every byte agrees, else as
 * Windows-1252. Bytes that are no text at all refuse the file.
 */
export async function surveyText(path: string): Promise<TextSurvey> {
  const tally = { bytes: 0, controls: 0, nulls: 0 };
  const strict = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let head = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    if (markOf(head) === null) tallyControls(chunk, tally);
    isUtf8 &&= agrees(strict, chunk, true);
  }
  isUtf8 &&= agrees(strict, Buffer.alloc(0), false);
  const encoding = markOf(head) ?? (isUtf8 ? "utf-8" : "windows-1252");
  if (tally.nulls > 0 || tally.controls * 1000 > tally.bytes * MOST_CONTROLS)
    throw new RefusedFile("E-BINARY");
  const text = new TextDecoder(encoding).decode(head);
  return { encoding, head: text, sample: encoding === "windows-1252" ? listUncommonWords(text) : [] };
}

/** The file as text, piece by piece, without its mark. */
export async function* readText(path: string, encoding: TextEncoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function markOf(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? "utf-8" : null;
}

function tallyControls(chunk: Buffer, tally: { bytes: number; controls: number; nulls: number }): void {
  tally.bytes += chunk.length;
  for (const byte of chunk) {
    if (byte === 0) tally.nulls += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) tally.controls += 1;
  }
}

function agrees(decoder: TextDecoder, chunk: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Words of letters only: never a number that could be an identity. */
function listUncommonWords(text: string): string[] {
  const words = text.match(/[\p{L}'.-]*[\u00A0-\u{10FFFF}][\p{L}'.-]*/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 40)))].slice(0, 3);
}
