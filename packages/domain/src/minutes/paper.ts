export type PaperColumn = { readonly head: string; readonly align: "left" | "right"; readonly width: string };

/** A part of a paper, drawn alike as PDF, on a page for printing, and in a copy for an office program. */
export type PaperBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly foot: readonly string[] | null;
    }
  | {
      readonly kind: "signatures";
      readonly signers: readonly { readonly office: string; readonly name: string | null }[];
    }
  | { readonly kind: "check"; readonly text: string }
  | { readonly kind: "annex"; readonly text: string };

/** Minutes as they are printed, in Indonesian, which is the language of the paper whoever reads it. */
export type Paper = {
  readonly head: string;
  readonly title: string;
  readonly number: string;
  /** The number as the paper says it. */
  readonly numberLine: string;
  readonly subject: string;
  /** "DRAF" across the top of every page, until it is final. */
  readonly mark: string | null;
  readonly foot: string;
  readonly address: string;
  readonly blocks: readonly PaperBlock[];
};

export const heading = (text: string): PaperBlock => ({ kind: "heading", text });
export const text = (words: string): PaperBlock => ({ kind: "text", text: words });
export const paragraphs = (words: string): readonly PaperBlock[] =>
  words
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => text(line.trim()));
