import type { ReactElement } from "react";
import type { App } from "@tuwai/server/app";
import type { ReceivedForm } from "@tuwai/server/http";
import { formText } from "./form-text.ts";

const name = "operasi";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id a form carries, so that sending it twice does its work once. The loader makes it: `app.newId()`. */
export function OperationField({ id }: { readonly id: string }): ReactElement {
  return <input type="hidden" name={name} value={id} />;
}

/** The operation id of a sent form; a form without one counts as sent for the first time. */
export function readOperationId(form: FormData, app: App): string {
  const id = formText(form, name);
  return uuid.test(id) ? id : app.newId();
}

/** The same of a form that came with a file. */
export function receivedOperationId({ fields }: ReceivedForm, app: App): string {
  const id = fields.get(name) ?? "";
  return uuid.test(id) ? id : app.newId();
}

/** The ids a form carries under a name; whatever is no id is left out. */
export function readIds(form: FormData, field: string): string[] {
  return form.getAll(field).filter((id): id is string => typeof id === "string" && uuid.test(id));
}
