import type { App } from "@tuwai/server/app";
import type { ReceivedForm } from "@tuwai/server/http";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Like `readOperationId`, for a form that came with a file. */
export function operationOf(form: ReceivedForm, app: App): string {
  const id = form.fields.get("operasi") ?? "";
  return uuid.test(id) ? id : app.newId();
}
