import { templateColumns } from "@tuwai/domain/columns";
import { importFields, type ImportKind } from "@tuwai/domain/intake";
import type { ReceivedFile, ReceivedForm } from "@tuwai/server/http";
import { lacksHeader } from "@tuwai/server/imports";
import { importTexts } from "#language/imports.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";

type Pasted = ReceivedForm["pasted"];

/** The file that was sent, or the pasted cells as a file of our own naming; `pasted` where there are any. */
export async function sentBy(
  form: ReceivedForm,
  fileName: string,
): Promise<{ readonly file: ReceivedFile | null; readonly pasted: Pasted }> {
  const pasted = (await isBlank(form.pasted)) ? null : form.pasted;
  return { file: form.file ?? (pasted && { ...pasted, name: fileName }), pasted };
}

/** Line breaks alone are an empty box. */
async function isBlank(pasted: Pasted): Promise<boolean> {
  if (pasted === null) return true;
  return (await pasted.read(1024))?.trim() === "";
}

type Given = {
  readonly form: ReceivedForm;
  readonly kind: ImportKind | undefined;
  readonly path: string;
  readonly language: Language;
};

/** What keeps pasted cells from being taken in. */
export async function faultOfPaste({ form, kind, path, language }: Given): Promise<FormErrors> {
  const t = importTexts[language].fresh.errors;
  if (form.file !== null) return { tempelan: t.both };
  if (kind === undefined) return {};
  if (importFields[kind].size !== "village") return { tempelan: t.registry };
  return (await lacksHeader(path, kind)) ? { tempelan: t.pastedHeader(examplesOf(kind)) } : {};
}

/** The headers that a file of the kind cannot do without, and a few more. */
function examplesOf(kind: ImportKind): string {
  const columns = templateColumns(kind).toSorted(
    (a, b) => Math.sign(b.anyOf.length) - Math.sign(a.anyOf.length),
  );
  return columns
    .slice(0, 4)
    .map(({ header }) => header)
    .join(", ");
}

const mostShown = 1024 * 1024;

/** The pasted cells for the form that comes back, so that nothing is lost; more than a megabyte is pasted again. */
export async function shownAgain(pasted: Pasted): Promise<string> {
  return (await pasted?.read(mostShown)) ?? "";
}
