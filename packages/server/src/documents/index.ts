export { qrPath, type QrPath } from "./qr-path.ts";
export { makePdf, type PdfOrder } from "./make-pdf.ts";
export { drawReport, type ReportPart } from "./draw-report.ts";
export { drawDraft, workingCopy, workingCopyType } from "./draw-draft.ts";
