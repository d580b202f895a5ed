import { AppError } from "@tuwai/server/app";

export type FileForm = "xlsx" | "csv";

const types: Readonly<Record<FileForm, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * In which form a file is asked for: `?bentuk=` of an address or a field of a form, a workbook where nothing is said. Throws
 * `invalid-input` for a form that there is none of.
 */
export function readFileForm(sent: FormData | URLSearchParams): FileForm {
  const form = sent.get("bentuk") ?? "xlsx";
  if (form !== "csv" && form !== "xlsx") throw new AppError("invalid-input", { field: "bentuk" });
  return form;
}

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
