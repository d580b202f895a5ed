import type { Paper, PaperBlock } from "./paper.ts";

const style =
  "body{font-family:serif;font-size:11pt}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:2pt 4pt;vertical-align:top}";

/** The paper for an office program to edit, as a page of the web that it opens; marked as what it is: not the minutes. */
export function workingCopyOf(paper: Paper): string {
  const mark = "SALINAN KERJA, bukan berita acara resmi";
  const body = [
    `<p align="center"><b>${safe(paper.head)}</b></p>`,
    `<h1 align="center">${safe(paper.title)}</h1>`,
    `<p align="center"><b>${safe(paper.subject)}</b><br>${safe(paper.numberLine)}<br><b>${mark}</b></p>`,
    ...paper.blocks.map(drawn),
    `<p><small>${safe(paper.foot)} · ${mark}</small></p>`,
  ].join("\n");
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${safe(paper.number)}</title><style>${style}</style></head><body>${body}</body></html>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
const cells = (row: readonly string[], tag: "td" | "th"): string =>
  `<tr>${row.map((cell) => `<${tag}>${safe(cell)}</${tag}>`).join("")}</tr>`;

function drawn(block: PaperBlock): string {
  switch (block.kind) {
    case "heading":
    case "annex":
      return `<h2>${safe(block.text)}</h2>`;
    case "text":
    case "check":
      return `<p>${safe(block.text)}</p>`;
    case "strong":
      return `<p><b>${safe(block.text)}</b></p>`;
    case "list":
      return `<ol>${block.items.map((item) => `<li>${safe(item)}</li>`).join("")}</ol>`;
    case "table": {
      const head = cells(
        block.columns.map((column) => column.head),
        "th",
      );
      const rows = [...block.rows, ...(block.foot === null ? [] : [block.foot])];
      return `<table><thead>${head}</thead><tbody>${rows.map((row) => cells(row, "td")).join("")}</tbody></table>`;
    }
    case "signatures":
    default:
      return block.signers
        .map(
          ({ office, name }) => `<p>${safe(office)}<br><br><br>${safe(name ?? "(....................)")}</p>`,
        )
        .join("");
  }
}
