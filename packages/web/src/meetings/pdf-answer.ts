/** A paper of a meeting, which no browser or proxy keeps. */
export const pdfAnswer = (paper: {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}): Response =>
  new Response(paper.bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${paper.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
