/** A part of a sentence: words, or a blank that somebody fills by hand and that says what belongs there. */
export type Inline = string | { readonly blank: string };
export type Sentence = readonly Inline[];

/** What a draft is made of, so that the paper and the file to be edited say the same. */
export type Block =
  | { readonly kind: "center"; readonly lines: readonly Sentence[]; readonly isStrong?: boolean }
  | { readonly kind: "text"; readonly text: Sentence }
  /** Menimbang, Mengingat, Memutuskan: a word in the margin, and numbered points. */
  | {
      readonly kind: "points";
      readonly label: string;
      readonly numbering: "letters" | "numbers" | "ordinals" | "none";
      readonly points: readonly Sentence[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly Sentence[])[];
      /** Columns that are set to the right. */
      readonly numeric: readonly number[];
      /** Widths in parts of the whole. */
      readonly widths: readonly number[];
    }
  | { readonly kind: "signatures"; readonly columns: readonly (readonly Sentence[])[] }
  | { readonly kind: "page-break" };

export type Draft = { readonly title: string; readonly blocks: readonly Block[] };

export const blank = (name: string): Inline => ({ blank: name });

/** The names of everything that is left to be filled by hand, each once, in their order. */
export function blanksOf({ blocks }: Draft): readonly string[] {
  const named = blocks
    .flatMap(sentencesOf)
    .flatMap((sentence) => sentence.flatMap((part) => (typeof part === "string" ? [] : [part.blank])));
  return [...new Set(named)];
}

/** Every sentence of a block. */
export function sentencesOf(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case "center":
      return block.lines;
    case "text":
      return [block.text];
    case "points":
      return block.points;
    case "table":
      return block.rows.flat();
    case "signatures":
      return block.columns.flat();
    case "page-break":
    default:
      return [];
  }
}

const ordinals = ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN"];

/** How a point is numbered in the form of Indonesian offices. */
export function numberOf(numbering: Extract<Block, { kind: "points" }>["numbering"], at: number): string {
  if (numbering === "letters") return `${String.fromCodePoint(97 + at)}.`;
  if (numbering === "numbers") return `${at + 1}.`;
  return numbering === "ordinals" ? (ordinals[at] ?? String(at + 1)) : "";
}
