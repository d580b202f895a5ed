export { qrPath, type QrPath } from "./qr-path.ts";
export { makePdf, type PdfOrder } from "./make-pdf.ts";
export { drawDraft, workingCopy, workingCopyType } from "./draw-draft.ts";
