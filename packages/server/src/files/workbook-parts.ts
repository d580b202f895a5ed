import type { FileLimits } from "./file-limits.ts";
import type { Archive } from "./read-zip-part.ts";
import { RefusedFile } from "./refused-file.ts";
import { attributeOf, type XmlHandlers } from "./xml-scanner.ts";

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  /** The workbook counts days from 1904, as old Macintosh files do. */
  readonly countsFrom1904: boolean;
  /** Each cut behind what a cell may hold. */
  readonly sharedStrings: readonly string[];
  /** Which of them are longer than any spreadsheet program writes: no cell may show one. */
  readonly monsters: ReadonlySet<number>;
  /** Per cell style: whether it shows a number as a date. */
  readonly isDateStyle: readonly boolean[];
};

const LONGEST_SHEET_NAME = 200;

/** Everything a sheet refers to, read before the first row. */
export async function readWorkbookParts(archive: Archive, limits: FileLimits): Promise<WorkbookParts> {
  const workbook = await findWorkbook(archive);
  const relations = await readRelations(archive, workbook);
  const { sheets, countsFrom1904 } = await readSheets(archive, workbook, relations);
  const partOf = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`))?.part;
  return {
    sheets,
    countsFrom1904,
    ...(await readSharedStrings(archive, partOf("sharedStrings"), limits)),
    isDateStyle: await readDateStyles(archive, partOf("styles")),
  };
}

type Relation = { readonly id: string; readonly type: string; readonly part: string };

/** The main part has the name that the package gives it (ECMA-376 part 2, 9.3), as a rule xl/workbook.xml. */
async function findWorkbook(archive: Archive): Promise<string> {
  const usual = "xl/workbook.xml";
  if (archive.find("_rels/.rels") === undefined) return archive.find(usual) ?? usual;
  const relations = await readRelations(archive, "");
  const main = relations.find(({ type }) => type.endsWith("/officeDocument"));
  return main?.part ?? archive.find(usual) ?? usual;
}

/** What a part, or with "" the whole package, refers to. */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  const listed = `${folder}_rels/${part.slice(folder.length)}.rels`;
  await scanTags(archive, archive.find(listed) ?? listed, (name, attributes) => {
    if (name !== "Relationship" || attributeOf(attributes, "TargetMode") === "External") return;
    const path = resolvePart(folder, attributeOf(attributes, "Target") ?? "");
    relations.push({
      id: attributeOf(attributes, "Id") ?? "",
      type: attributeOf(attributes, "Type") ?? "",
      part: archive.find(path) ?? path,
    });
  });
  return relations;
}

/** A target is absolute or relative to the folder of the part that names it; it leads nowhere but into the archive. */
function resolvePart(folder: string, target: string): string {
  try {
    return new URL(target, `part:///${folder}`).pathname.replace(/^\/+/, "");
  } catch {
    return target;
  }
}

async function readSheets(archive: Archive, workbook: string, relations: readonly Relation[]) {
  const sheets: SheetPart[] = [];
  let countsFrom1904 = false;
  await scanTags(archive, workbook, (name, attributes) => {
    if (name === "workbookPr") countsFrom1904 = isTrue(attributeOf(attributes, "date1904"));
    if (name !== "sheet") return;
    const id = /[\w]+:id=["']([^"']+)["']/.exec(attributes)?.[1];
    const relation = relations.find((candidate) => candidate.id === id);
    // Chart and dialog sheets hold no rows.
    if (relation === undefined || !relation.type.endsWith("/worksheet")) return;
    const isHidden = ["hidden", "veryHidden"].includes(attributeOf(attributes, "state") ?? "");
    const title = (attributeOf(attributes, "name") ?? "").slice(0, LONGEST_SHEET_NAME);
    sheets.push({ name: title, hidden: isHidden, part: relation.part });
  });
  if (sheets.length === 0) throw new RefusedFile("E-CORRUPT", { part: workbook.slice(0, 60) });
  return { sheets, countsFrom1904 };
}

type SharedStrings = Pick<WorkbookParts, "sharedStrings" | "monsters">;

async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  { cellLength, longestCell }: FileLimits,
): Promise<SharedStrings> {
  const sharedStrings: string[] = [];
  const monsters = new Set<number>();
  if (part === undefined || !archive.names.includes(part)) return { sharedStrings, monsters };
  let text = "";
  let length = 0;
  const path: string[] = [];
  const handlers: XmlHandlers = {
    open(name) {
      path.push(name);
      if (name !== "si") return;
      text = "";
      length = 0;
    },
    close(name) {
      path.pop();
      if (name !== "si") return;
      if (length > longestCell) monsters.add(sharedStrings.length);
      sharedStrings.push(decodeEscapes(length > cellLength ? letGo(text) : text));
    },
    text(piece) {
      length += piece.length;
      if (text.length <= cellLength) text += piece.slice(0, cellLength + 1 - text.length);
    },
    // Phonetic readings (rPh) are no part of the text.
    wantsText: () => path.at(-1) === "t" && !path.includes("rPh"),
  };
  await archive.scanXml(part, handlers);
  return { sharedStrings, monsters };
}

/** A copy: the engine keeps the whole text alive for the sake of a slice. */
function letGo(slice: string): string {
  return Buffer.from(slice, "utf16le").toString("utf16le");
}

async function readDateStyles(archive: Archive, part: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (part === undefined || !archive.names.includes(part)) return styles;
  const formats = new Map<number, string>();
  let isInCellFormats = false;
  await scanTags(
    archive,
    part,
    (name, attributes) => {
      if (name === "numFmt")
        formats.set(Number(attributeOf(attributes, "numFmtId")), attributeOf(attributes, "formatCode") ?? "");
      if (name === "cellXfs") isInCellFormats = true;
      if (name === "xf" && isInCellFormats)
        styles.push(isDateFormat(Number(attributeOf(attributes, "numFmtId") ?? 0), formats));
    },
    (name) => {
      if (name === "cellXfs") isInCellFormats = false;
    },
  );
  return styles;
}

/** Built-in formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates (ECMA-376 part 1, 18.8.30); others say it by their letters. */
function isDateFormat(id: number, formats: ReadonlyMap<number, string>): boolean {
  const code = formats.get(id);
  if (code === undefined)
    return (
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    );
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare);
}

async function scanTags(
  archive: Archive,
  part: string,
  open: (name: string, attributes: string) => void,
  close: (name: string) => void = () => undefined,
): Promise<void> {
  const handlers: XmlHandlers = { open, close, text: () => undefined, wantsText: () => false };
  await archive.scanXml(part, handlers);
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** "_x000D_" is how spreadsheets write a sign that XML forbids. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
