import { drawInProcess } from "./pdf-process.ts";

export type PdfOrder = {
  /** A Typst document that draws the facts it reads by `json(bytes(sys.inputs.facts))`; it reads no file and no package. */
  readonly template: string;
  readonly facts: object;
  /** The moment that the file says it was made at: a fact of the document, so that the same facts give the same bytes. */
  readonly at: Date;
  /** PDF/A-2a unless another is asked for: archivable for decades, and tagged for screen readers. */
  readonly standard?: "a-2a" | "ua-1";
};

/**
 * A document as PDF, in milliseconds; the first one after a pause waits for the compiler's own process to start. Throws where the
 * template does not compile or the standard is not met.
 */
export function makePdf({
  template,
  facts,
  at,
  standard = "a-2a",
}: PdfOrder): Promise<Uint8Array<ArrayBuffer>> {
  return drawInProcess({
    template,
    facts: JSON.stringify(facts),
    at: Math.floor(at.getTime() / 1000),
    standard,
  });
}
