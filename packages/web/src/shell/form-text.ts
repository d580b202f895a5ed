/** A text field of a form, trimmed; a missing field and a file count as empty. Passwords: give `trim: false`. */
export function formText(form: FormData, name: string, { trim = true } = {}): string {
  const value = form.get(name);
  if (typeof value !== "string") return "";
  return trim ? value.trim() : value;
}
