import { readDate } from "./read-date.ts";
import { keep, keepAs, isDash, remark, type FieldCell, type RowDraft } from "./row-draft.ts";
import { splitPlaceAndDate } from "./split-place-date.ts";

export function readDateField(draft: RowDraft, at: FieldCell, text: string): void {
  const { field, cell } = at;
  const isBirthDate = field === "birthDate" || field === "birthPlaceDate";
  const inNik = isBirthDate ? draft.nikParts?.birthDate : undefined;
  const reading = readDate(
    { text, kind: cell.kind },
    {
      today: draft.context.today,
      inNik,
      isBirthDate,
      mayBeFuture: field === "retiresOn" || field === "resultOn",
      order: isBirthDate ? draft.context.columns?.birthDates : undefined,
    },
  );
  if (reading.status === "empty") return;
  if (reading.status === "future") return remark(draft, "E-DATE-FUTURE", at, { field });
  if (reading.status === "unreadable") {
    // An age or a year is less than what the NIK holds: nothing is lost by leaving it out.
    const isLess = inNik !== undefined && (reading.reason === "age" || reading.reason === "year-only");
    return remark(draft, isLess ? "W-DATE" : "E-DATE", at, { field, reason: reading.reason });
  }
  keepAs(draft, isBirthDate ? "birthDate" : field, reading.date);
  if (reading.doubt !== null)
    remark(draft, "W-DATE", at, { field, reason: reading.doubt, reading: reading.date });
}

/** "Pariaman, 3 Mei 1980": each part into its own value, the date only where no column of its own holds it. */
export function readPlaceAndDate(draft: RowDraft, at: FieldCell, text: string): void {
  if (at.cell.kind === "date") return readDateField(draft, at, text);
  const { place, date } = splitPlaceAndDate(text);
  if (place !== "" && !isDash(place)) keep(draft, "birthPlace", place);
  if (date !== "" && draft.values.birthDate === undefined) readDateField(draft, at, date);
}
