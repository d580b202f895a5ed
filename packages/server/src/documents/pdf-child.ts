import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { DrawnPdf, PdfTask } from "./pdf-process.ts";

/** The process that draws documents. It holds no connection and no key, and its parent puts a new one in its place before it grows. */
const compiler = NodeCompiler.create();

/** Drawings that are kept for the next document of the same kind; a long one leaves a third of a gigabyte. */
const documentsKept = 1;

process.on("message", (task: PdfTask) => {
  process.send!(drawn(task));
});
process.on("disconnect", () => process.exit());

function drawn({ id, template, facts, at, standard }: PdfTask): DrawnPdf {
  try {
    const bytes = compiler.pdf(
      { mainFileContent: template, inputs: { facts } },
      { pdfStandard: standard, creationTimestamp: at },
    );
    return { id, bytes };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : "the template does not compile" };
  } finally {
    compiler.evictCache(documentsKept);
  }
}
