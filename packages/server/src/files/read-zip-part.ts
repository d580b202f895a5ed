import yauzl, { type Entry, type ZipFile } from "yauzl";
import { RefusedFile } from "./refused-file.ts";
import { createXmlScanner, type XmlHandlers } from "./xml-scanner.ts";

export type Archive = {
  readonly names: readonly string[];
  /** The name of a part as the archive writes it; letters count alike, large or small (ECMA-376 part 2, 6.2.2). */
  readonly find: (name: string) => string | undefined;
  /** Feeds a whole XML part to the handlers. */
  readonly scanXml: (name: string, handlers: XmlHandlers) => Promise<void>;
  /** Feeds an XML part piece by piece and hands on what the handlers put into `found` in the meantime. */
  readonly streamXml: <Item>(
    name: string,
    handlers: XmlHandlers,
    found: Item[],
  ) => AsyncGenerator<Item, void>;
  /** The unpacked bytes of a part, piece by piece. */
  readonly bytesOf: (name: string) => AsyncGenerator<Buffer, void>;
  readonly close: () => void;
};

/** Opens an archive that `inspectZip` has passed. yauzl compares every unpacked byte with the declared size. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const names = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  return {
    names: [...entries.keys()],
    find: (name) => names.get(name.toLowerCase()),
    scanXml: async (name, handlers) => {
      const nothing: never[] = [];
      await streamXml(name, bytesOf(zip, entries, name), handlers, nothing).next();
    },
    streamXml: (name, handlers, found) => streamXml(name, bytesOf(zip, entries, name), handlers, found),
    bytesOf: (name) => bytesOf(zip, entries, name),
    close: () => zip.close(),
  };
}

async function* streamXml<Item>(
  name: string,
  bytes: AsyncGenerator<Buffer, void>,
  handlers: XmlHandlers,
  found: Item[],
): AsyncGenerator<Item, void> {
  const part = name.slice(0, 60);
  const scanner = createXmlScanner(part, handlers);
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    scanner.write(decode(decoder, chunk, part));
    yield* found.splice(0);
  }
  scanner.end();
  yield* found.splice(0);
}

/** Parts are UTF-8 as a rule; the standard allows UTF-16 with its mark. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
}

function decode(decoder: TextDecoder, chunk: Buffer, part: string): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new RefusedFile("E-CORRUPT", { part });
  }
}

async function* bytesOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  name: string,
): AsyncGenerator<Buffer, void> {
  const entry = entries.get(name);
  if (entry === undefined) throw new RefusedFile("E-CORRUPT", { part: name.slice(0, 60) });
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw refusalOf(error, name.slice(0, 60));
  }
}

function refusalOf(error: unknown, part: string): RefusedFile {
  const message = error instanceof Error ? error.message : "";
  if (/too many bytes|not enough bytes/i.test(message)) return new RefusedFile("E-ZIP-LIES", { part });
  return new RefusedFile("E-CORRUPT", { part });
}
