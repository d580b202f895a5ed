import type { FieldName, RowIssue, TableRecognition } from "#intake";

/** What tells a person from others, where a row has none of it. */
const identifying: readonly FieldName[] = ["nik", "birthDate", "birthPlaceDate", "familyCard"];
const meantBy: { readonly [Code in RowIssue["code"]]?: readonly FieldName[] } = {
  "E-IDENT": identifying,
  "E-DUP-FILE": ["nik", "nip", "kpj", "personCode"],
  "E-VILLAGE": ["village"],
};

/** The columns a person has to look at for a problem: the one it names, or those of the fields it speaks of. */
export function columnsAtFault(
  { code, column, details }: Pick<RowIssue, "code" | "column" | "details">,
  { columns }: Pick<TableRecognition, "columns">,
): readonly number[] {
  if (column !== null) return [column];
  const field = details["field"];
  const fields =
    typeof field === "string"
      ? [field, ...(field === "birthDate" ? ["birthPlaceDate"] : [])]
      : (meantBy[code] ?? []);
  const found = columns.filter(
    (own) => own.field !== null && (fields as readonly string[]).includes(own.field),
  );
  return found.map((own) => own.column);
}
