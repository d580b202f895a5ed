import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

export type PdfOrder = {
  /** A Typst document that draws the facts it reads by `json(bytes(sys.inputs.facts))`; it reads no file and no package. */
  readonly template: string;
  readonly facts: object;
  /** The moment that the file says it was made at: a fact of the document, so that the same facts give the same bytes. */
  readonly at: Date;
  /** PDF/A-2a unless another is asked for: archivable for decades, and tagged for screen readers. */
  readonly standard?: "a-2a" | "ua-1";
};

let compiler: NodeCompiler | undefined;

/** Drawings that are kept for the next document of the same kind. */
const documentsKept = 20;

/** A document as PDF, in a few milliseconds. Throws where the template does not compile or the standard is not met. */
export function makePdf({ template, facts, at, standard = "a-2a" }: PdfOrder): Uint8Array<ArrayBuffer> {
  // Starting it reads its own fonts; it then serves every document of this process.
  compiler ??= NodeCompiler.create();
  const bytes = compiler.pdf(
    { mainFileContent: template, inputs: { facts: JSON.stringify(facts) } },
    { pdfStandard: standard, creationTimestamp: Math.floor(at.getTime() / 1000) },
  );
  compiler.evictCache(documentsKept);
  return Uint8Array.from(bytes);
}
