import { type ColumnMapping, type FieldName, fieldKinds, importFields, type ImportKind } from "#intake";
import { headerWords, normaliseHeader } from "./header-words.ts";

type DatePiece = NonNullable<ColumnMapping["piece"]>;

const pieceWords: Readonly<Record<DatePiece, readonly string[]>> = {
  day: ["tgl", "tanggal", "hari", "tg", "tggl", "dd", "d"],
  month: ["bln", "bulan", "mm", "m"],
  year: ["thn", "tahun", "th", "yyyy", "yy", "y"],
};

type Piece = { readonly piece: DatePiece; readonly field: FieldName | null };

/**
 * A date over three columns next to each other, "Tgl | Bln | Thn" below "Tanggal Lahir" or "Tgl Lahir | Bln Lahir | Thn
 * Lahir", is one field in three pieces. Without a title above them they are the birth date, where the list has no other.
 */
export function joinDatePieces(
  columns: readonly ColumnMapping[],
  partsOf: (column: number) => readonly string[],
  kind: ImportKind,
): ColumnMapping[] {
  const joined = [...columns];
  for (let at = 0; at + 2 < joined.length; at += 1) {
    const three = joined.slice(at, at + 3);
    const pieces = three.map(({ column }) => pieceOf(partsOf(column), kind));
    const names = new Set(pieces.map((found) => found?.piece));
    if (names.size !== 3 || names.has(undefined)) continue;
    const field = pieces.find((found) => found?.field != null)?.field ?? untitled(joined, three, kind);
    if (field === null || pieces.some((found) => found?.field != null && found.field !== field)) continue;
    for (const [index, mapping] of three.entries())
      joined[at + index] = {
        ...mapping,
        field,
        confidence: "sure",
        fitting: mapping.filled,
        piece: pieces[index]!.piece,
      };
  }
  return joined;
}

/** Whether three columns of a header are the pieces of one date. */
export function hasDatePieces(
  columns: readonly { readonly column: number; readonly parts: readonly string[] }[],
  kind: ImportKind,
): boolean {
  return columns.some((_, at) => {
    const three = columns.slice(at, at + 3).map(({ parts }) => pieceOf(parts, kind));
    return (
      new Set(three.map((found) => found?.piece ?? "")).size === 3 && three.every((found) => found !== null)
    );
  });
}

function pieceOf(parts: readonly string[], kind: ImportKind): Piece | null {
  const lines = parts.map(normaliseHeader).filter((line) => line !== "");
  const words = (lines.at(-1) ?? "").split(" ");
  const piece = (Object.keys(pieceWords) as DatePiece[]).find((name) =>
    pieceWords[name].includes(words[0] ?? ""),
  );
  if (piece === undefined) return null;
  if (words.length > 1) {
    const field = dateFieldOf(["tanggal", ...words.slice(1)].join(" "), kind);
    return field === null ? null : { piece, field };
  }
  const title = lines.at(-2);
  return { piece, field: title === undefined ? null : dateFieldOf(title, kind) };
}

const isDate = (field: FieldName) => ["date", "place-date"].includes(fieldKinds[field]);

function dateFieldOf(words: string, kind: ImportKind): FieldName | null {
  const found = importFields[kind].fields.find(
    (field) => isDate(field) && headerWords[field].includes(words),
  );
  return found === "birthPlaceDate" ? "birthDate" : (found ?? null);
}

function untitled(
  columns: readonly ColumnMapping[],
  three: readonly ColumnMapping[],
  kind: ImportKind,
): FieldName | null {
  const hasOther = columns.some(
    (mapping) => !three.includes(mapping) && ["birthDate", "birthPlaceDate"].includes(mapping.field ?? ""),
  );
  return !hasOther && importFields[kind].fields.includes("birthDate") ? "birthDate" : null;
}
