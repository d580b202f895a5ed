import { open, readFile, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { AppError, makeOpenedFolder, sayDiskFull, writeWhole } from "#app";
import { readMultipart, type PartHead } from "./read-multipart.ts";
import { unreadable } from "./readable-request.ts";

export type ReceivedFile = {
  /** As the sender's computer named it; text only. */
  readonly name: string;
  /** A private file beneath the data folder, gone after `dispose`. */
  readonly path: string;
  readonly bytes: number;
};
export type PastedText = Omit<ReceivedFile, "name"> & {
  /** The text itself; null where it is longer than `mostBytes`. */
  readonly read: (mostBytes: number) => Promise<string | null>;
};
export type ReceivedForm = {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: ReceivedFile | null;
  /** The text of the `textField`; null where it was left empty. */
  readonly pasted: PastedText | null;
  readonly dispose: () => Promise<void>;
};

/** What may come in. */
export type FormOptions = {
  readonly fileField: string;
  /** A field of text as long as a file, kept like one: a list pasted into the form. */
  readonly textField?: string;
  /** Where the file lies meanwhile: beneath the data folder, never in the machine's temporary one. */
  readonly dataDir: string;
  /** The most a file of this sender may have. */
  readonly maxFileBytes: number;
};

const maxFieldBytes = 64 * 1024;
/** What surrounds the file in a form: fields and part heads. */
const maxOtherBytes = 1024 * 1024;

/**
 * Reads a form with a file, the file going to disk as it arrives: 200 MB never stand in memory. The first file of the
 * field counts; a form whose file was left empty has none. Throws `invalid-input` for anything that is not such a form and
 * passes on `too-large` of a body that was cut. A file beyond the limit is `too-large` before a byte of it is kept where the
 * body's length was announced, and at the first byte too many where it was not. Call `dispose` when done.
 */
export async function receiveForm(
  request: Request,
  { fileField, textField, dataDir, maxFileBytes }: FormOptions,
): Promise<ReceivedForm> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxFileBytes + maxOtherBytes) throw tooLarge(maxFileBytes);
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (boundary === null || request.body === null)
    throw new AppError("invalid-input", { reason: "not-a-form" });
  const folder = await makeOpenedFolder(dataDir).catch(sayDiskFull);
  const dispose = () => rm(folder, { recursive: true, force: true });
  const opened: FileHandle[] = [];
  try {
    const fields = new Map<string, string>();
    let file: ReceivedFile | null = null;
    let pasted: ReceivedForm["pasted"] = null;
    const body = request.body as unknown as AsyncIterable<Uint8Array>;
    await readMultipart(body, boundary, (part) => {
      if (part.fileName === null && part.name === textField && pasted === null) {
        const path = join(folder, "pasted");
        return filePart({ path, maxFileBytes }, opened, (bytes) => {
          pasted = bytes > 0 ? pastedAt(path, bytes) : null;
        });
      }
      if (part.fileName === null) return textPart(part, fields);
      if (part.name !== fileField || part.fileName === "" || file !== null) return nowhere;
      const path = join(folder, "upload");
      return filePart({ path, maxFileBytes }, opened, (bytes) => {
        file = { name: part.fileName ?? "", path, bytes };
      });
    });
    return { fields, file, pasted, dispose };
  } catch (error) {
    for (const handle of opened) await handle.close();
    await dispose();
    return sayDiskFull(error);
  }
}

function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(
    contentType ?? "",
  );
  return found?.[1] ?? found?.[2] ?? null;
}

function pastedAt(path: string, bytes: number): PastedText {
  return { path, bytes, read: async (most) => (bytes > most ? null : readFile(path, "utf8")) };
}

const nowhere = { write: async () => undefined, end: async () => undefined };

function textPart(part: PartHead, fields: Map<string, string>) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    write: async (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxFieldBytes)
        throw new AppError("too-large", { field: part.name, maxBytes: maxFieldBytes });
      chunks.push(Buffer.from(chunk));
    },
    end: async () => {
      const value = Buffer.concat(chunks);
      if (value.includes(0) || part.name.includes("\0")) throw unreadable();
      if (!fields.has(part.name)) fields.set(part.name, value.toString("utf8"));
    },
  };
}

function tooLarge(limit: number): AppError {
  return new AppError("too-large", { code: "E-SIZE", limit });
}

type Taken = { readonly path: string; readonly maxFileBytes: number };

function filePart({ path, maxFileBytes }: Taken, opened: FileHandle[], done: (bytes: number) => void) {
  let bytes = 0;
  const target = async () => {
    if (opened.length === 0) opened.push(await open(path, "wx", 0o600));
    return opened[0]!;
  };
  return {
    write: async (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxFileBytes) throw tooLarge(maxFileBytes);
      await writeWhole(await target(), chunk);
    },
    end: async () => {
      await (await target()).close();
      opened.length = 0;
      done(bytes);
    },
  };
}
