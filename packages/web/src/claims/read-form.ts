import { type App, isAppError } from "@tuwai/server/app";
import { mostPaperBytes } from "@tuwai/server/files";
import { receiveForm } from "@tuwai/server/http";
import { formText, readOperationId, receivedOperationId } from "#shell";
import type { SentForm } from "./act-on-claim.ts";

/** A form of the page, plain or with a file, while `use` works with it; null where the file was too large. */
export async function withForm<Answer>(
  request: Request,
  app: App,
  use: (form: SentForm) => Promise<Answer>,
): Promise<Answer | null> {
  if (!/^multipart\//i.test(request.headers.get("content-type") ?? "")) {
    const form = await request.formData();
    return use({
      field: (name) => formText(form, name),
      file: null,
      operationId: readOperationId(form, app),
    });
  }
  const options = { fileField: "berkas", dataDir: app.config.dataDir, maxFileBytes: mostPaperBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return null;
  try {
    return await use({
      field: (name) => form.fields.get(name)?.trim() ?? "",
      file: form.file === null ? null : { path: form.file.path, fileName: form.file.name },
      operationId: receivedOperationId(form, app),
    });
  } finally {
    await form.dispose();
  }
}
