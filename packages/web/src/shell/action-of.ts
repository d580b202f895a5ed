import { AppError } from "@tuwai/server/app";
import { formText } from "./form-text.ts";

/**
 * What the pressed button of a form asks for, out of what its page offers. Own names only: `toString` and `__proto__` are on
 * every object and on no page. Throws `invalid-input` for anything else.
 */
export function actionOf<Offered>(
  form: FormData,
  offers: Readonly<Record<string, Offered>>,
  field = "aksi",
): Offered {
  const asked = formText(form, field);
  const found = Object.hasOwn(offers, asked) ? offers[asked] : undefined;
  if (found === undefined) throw new AppError("invalid-input", { field });
  return found;
}
