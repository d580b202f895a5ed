import { templateColumns } from "@tuwai/domain/columns";
import type { FieldName, ImportKind } from "@tuwai/domain/intake";
import { authorise } from "#access";
import type { Actor, App } from "#app";
import { type ExportSheet, toCsv, writeWorkbook } from "#exports";
import { requireSender } from "#intake";

/** From the caller: language is the screens'. The headers are not among them: the importer knows them in Indonesian. */
export type TemplateWords = {
  readonly list: string;
  readonly guide: string;
  /** That one of these columns must be there; of one column, that it must. */
  readonly required: (anyOf: readonly string[]) => string;
  readonly howTo: Readonly<Partial<Record<FieldName, string>>>;
};

export type Template = { readonly kind: ImportKind; readonly words: TemplateWords };

/** Rows below the header that already keep every digit typed into them. */
const openRows = 500;

/**
 * An empty list of a kind to fill in, for an office that sends that kind (`forbidden` for others): a workbook with a sheet
 * that explains each column, or the header alone as csv.
 */
export async function importTemplate(
  app: App,
  actor: Actor,
  { format, ...template }: Template & { readonly format: "xlsx" | "csv" },
): Promise<Uint8Array> {
  authorise(actor, "import.upload");
  requireSender(app, actor, template.kind);
  const sheets = templateSheets(template);
  if (format === "csv") return Buffer.from(toCsv(sheets[0], { separator: ";", hasMark: true }), "utf8");
  return writeWorkbook(sheets, { title: template.words.list, writtenAt: app.clock.now().getTime() });
}

/** The list and its guide. The guide is one column wide: two columns of header words could be taken for a list. */
export function templateSheets({ kind, words }: Template): readonly [list: ExportSheet, guide: ExportSheet] {
  const columns = templateColumns(kind);
  const lines = columns.map(({ field, header, anyOf }) => [
    [`${header}:`, words.howTo[field], anyOf.length > 0 ? words.required(anyOf) : ""].join(" ").trim(),
  ]);
  return [
    {
      name: words.list,
      // Dates are text too: a spreadsheet set to English turns 03/05 into the fifth of March.
      columns: columns.map(({ header }) => ({
        header,
        kind: "text",
        width: Math.max(14, header.length + 4),
      })),
      rows: [],
      openRows,
    },
    { name: words.guide, columns: [{ header: words.guide, kind: "text", width: 110 }], rows: lines },
  ];
}
