import { readFileSync } from "node:fs";
import { type Draft, numberOf, type Paper, papers, writeWord } from "@tuwai/domain/drafts";
import { makePdf } from "./make-pdf.ts";

const template = readFileSync(new URL("draft.typ", import.meta.url), "utf8");

type Drawn = {
  readonly draft: Draft;
  /** Whose paper it is. */
  readonly author: string;
  readonly paper: Paper;
  /** A fact of the paper: the same facts and moment give the same bytes. */
  readonly at: Date;
  /** What stands at the foot of each page before the title. */
  readonly mark: string;
};

/** A draft as PDF/A-2a, on A4 or F4. */
export function drawDraft({ draft, author, paper, at, mark }: Drawn): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = papers[paper];
  const blocks = draft.blocks.map((block) =>
    block.kind === "points"
      ? { ...block, points: block.points.map((text, n) => ({ number: numberOf(block.numbering, n), text })) }
      : block,
  );
  return makePdf({ template, facts: { title: draft.title, author, width, height, blocks, mark }, at });
}

/** The same as a working copy that word processors open and edit. */
export const workingCopy = (draft: Draft, paper: Paper): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(`\uFEFF${writeWord(draft, paper)}`));

/** The type that word processors open. */
export const workingCopyType = "application/msword; charset=utf-8";
