import { type Block, type Draft, type Inline, numberOf, type Sentence } from "./draft.ts";

/** Kinds of paper that Indonesian offices print on, in millimetres. */
export const papers = { a4: [210, 297], f4: [215, 330] } as const;
export type Paper = keyof typeof papers;

const escaped: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

const dots = "..............................";
const inline = (part: Inline): string =>
  typeof part === "string"
    ? escape(part)
    : `<span class="isian">${dots}<sub>(${escape(part.blank)})</sub></span>`;
const html = (sentence: Sentence): string => sentence.map(inline).join("") || "&nbsp;";

/** A working copy that word processors open and edit; each page says that it is one. */
export function writeWord({ title, blocks }: Draft, paper: Paper): string {
  const [width, height] = papers[paper];
  return `<!DOCTYPE html>
<html lang="id" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>
@page { size: ${width}mm ${height}mm; margin: 20mm 22mm; }
body { font-family: "Bookman Old Style", "Times New Roman", serif; font-size: 11pt; }
p { margin: 0 0 6pt; } .tengah { text-align: center; } .tebal { font-weight: bold; } .isian sub { font-size: 7pt; font-weight: normal; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0; } .garis td, .garis th { border: 1px solid #000; padding: 2pt 3pt; font-size: 9pt; }
.garis th { font-weight: bold; } .kanan { text-align: right; } td { vertical-align: top; } .tanda td { text-align: center; }
.kerja { text-align: center; border: 1px solid #000; padding: 2pt; font-size: 9pt; }
</style></head><body>
<p class="kerja">SALINAN KERJA, bukan naskah yang ditandatangani. ${escape(title)}</p>
${blocks.map(block).join("\n")}
</body></html>
`;
}

function block(of: Block): string {
  switch (of.kind) {
    case "center":
      return of.lines
        .map((line) => `<p class="tengah${of.isStrong === true ? " tebal" : ""}">${html(line)}</p>`)
        .join("\n");
    case "text":
      return `<p>${html(of.text)}</p>`;
    case "points":
      return points(of);
    case "table":
      return table(of);
    case "signatures":
      return `<table class="tanda"><tr>${of.columns
        .map((lines) => `<td>${lines.map((line) => `<p>${html(line)}</p>`).join("")}</td>`)
        .join("")}</tr></table>`;
    case "page-break":
    default:
      return `<br style="page-break-before: always">`;
  }
}

function points({ label, numbering, points: all }: Extract<Block, { kind: "points" }>): string {
  const rows = all.map((point, at) => {
    const first = label === "" ? "" : `<td width="90">${at === 0 ? `${escape(label)}:` : ""}</td>`;
    const number =
      numbering === "none"
        ? ""
        : `<td width="${numbering === "ordinals" ? 80 : 25}">${numberOf(numbering, at)}</td>`;
    return `<tr>${first}${number}<td>${html(point)}</td></tr>`;
  });
  return `<table>${rows.join("\n")}</table>`;
}

function table({ head, rows, numeric }: Extract<Block, { kind: "table" }>): string {
  const cell = (tag: "td" | "th") => (content: string, at: number) =>
    `<${tag}${numeric.includes(at) ? ' class="kanan"' : ""}>${content}</${tag}>`;
  const small = (sentence: Sentence) =>
    sentence.map((part) => (typeof part === "string" ? escape(part) : ".............")).join("");
  return `<table class="garis"><tr>${head.map(escape).map(cell("th")).join("")}</tr>
${rows.map((row) => `<tr>${row.map(small).map(cell("td")).join("")}</tr>`).join("\n")}</table>`;
}
