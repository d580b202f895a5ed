export type FileForm = "xlsx" | "csv";

const types: Readonly<Record<FileForm, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** In which form the file of a list is asked for. */
export const readFileForm = (sent: FormData): FileForm => (sent.get("bentuk") === "csv" ? "csv" : "xlsx");

/** A file that goes to whoever asked, and is kept by no browser or proxy. */
export function fileAnswer(bytes: Uint8Array, name: string, kind: FileForm): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "Content-Type": types[kind],
      "Content-Disposition": `attachment; filename="${name}.${kind}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
