export { makePdf, type PdfOrder } from "./make-pdf.ts";
