import { AppError } from "#app";
import { brokenOff } from "./readable-request.ts";

export type PartHead = {
  readonly name: string;
  /** Null for a field of text; "" for a file field left empty. */
  readonly fileName: string | null;
};
export type PartSink = {
  readonly write: (chunk: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
};

const maxHeadBytes = 16 * 1024;
const maxParts = 200;
const lineEnd = "\r\n";
const headEnd = Buffer.from("\r\n\r\n");

/**
 * Splits a `multipart/form-data` body (RFC 7578) into its parts as it streams, holding never more than one chunk and one
 * delimiter. `open` gives each part somewhere to go. Throws `invalid-input` when the body is cut short or no form.
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  open: (part: PartHead) => PartSink,
): Promise<void> {
  const input = inputOf(body);
  // The first delimiter may stand at the very beginning, without the line end that belongs to all others.
  await copyUntil(input, Buffer.from(`--${boundary}`), nowhere);
  const delimiter = Buffer.from(`${lineEnd}--${boundary}`);
  for (let parts = 0; parts <= maxParts; parts += 1) {
    const mark = (await take(input, 2)).toString("latin1");
    if (mark === "--") return input.drain();
    if (mark !== lineEnd) throw notAForm();
    const sink = open(readHead(await takeUntil(input, headEnd)));
    await copyUntil(input, delimiter, sink);
    await sink.end();
  }
  throw notAForm();
}

const nowhere: PartSink = { write: async () => undefined, end: async () => undefined };

/** What has arrived and was not taken yet, and a way to wait for more. */
type Input = { rest: Buffer; readonly more: () => Promise<void>; readonly drain: () => Promise<void> };

function inputOf(body: AsyncIterable<Uint8Array>): Input {
  const chunks = body[Symbol.asyncIterator]();
  const input: Input = {
    rest: Buffer.alloc(0),
    more: async () => {
      const next = await chunks.next().catch(brokenOff);
      if (next.done === true) throw notAForm();
      input.rest = Buffer.concat([input.rest, next.value]);
    },
    drain: async () => {
      while ((await chunks.next().catch(brokenOff)).done !== true);
    },
  };
  return input;
}

async function take(input: Input, bytes: number): Promise<Buffer> {
  while (input.rest.length < bytes) await input.more();
  const taken = input.rest.subarray(0, bytes);
  input.rest = input.rest.subarray(bytes);
  return taken;
}

async function takeUntil(input: Input, mark: Buffer): Promise<string> {
  for (;;) {
    const at = input.rest.indexOf(mark);
    if (at >= 0) return (await take(input, at + mark.length)).subarray(0, at).toString("utf8");
    if (input.rest.length > maxHeadBytes) throw notAForm();
    await input.more();
  }
}

/** Hands on everything before `mark` and takes the mark; what could be its beginning waits for the next chunk. */
async function copyUntil(input: Input, mark: Buffer, sink: PartSink): Promise<void> {
  for (;;) {
    const at = input.rest.indexOf(mark);
    const safe = at >= 0 ? at : Math.max(0, input.rest.length - mark.length + 1);
    if (safe > 0) await sink.write(await take(input, safe));
    if (at >= 0) {
      await take(input, mark.length);
      return;
    }
    await input.more();
  }
}

function readHead(text: string): PartHead {
  const disposition = text
    .split(lineEnd)
    .find((line) => line.toLowerCase().startsWith("content-disposition:"));
  const name = parameter(disposition, "name");
  if (name === null) throw notAForm();
  return { name, fileName: parameter(disposition, "filename") };
}

/** Browsers write a quotation mark inside the value as %22, and line ends as %0D%0A. */
function parameter(disposition: string | undefined, key: string): string | null {
  const found = new RegExp(`[;\\s]${key}="([^"]*)"`, "i").exec(disposition ?? "");
  return found?.[1]?.replaceAll("%22", '"').replaceAll(/%0D|%0A/gi, " ") ?? null;
}

function notAForm(): AppError {
  return new AppError("invalid-input", { reason: "not-a-form" });
}
