import { readAmount } from "./read-amount.ts";
import { readIncome } from "./read-income.ts";
import { readMonths } from "./read-months.ts";
import { isDash, isRequired, keepAs, remark, shownWord, type FieldCell, type RowDraft } from "./row-draft.ts";

export function readAmountField(draft: RowDraft, at: FieldCell, text: string): void {
  if (!isRequired(draft, at.field)) return readIncomeField(draft, at, text);
  const isFraction = at.cell.kind === "number" && /[.]/.test(text);
  const reading = isFraction ? ({ status: "unreadable", reason: "fraction" } as const) : readAmount(text);
  if (reading.status === "read") keepAs(draft, at.field, reading.amount);
  if (reading.status === "read" && reading.grouping !== null && at.field === "amount")
    draft.grouping = reading.grouping;
  if (reading.status === "unreadable")
    remark(draft, "E-AMOUNT", at, { field: at.field, reason: reading.reason });
}

/** What a person earns is asked of nobody: what is no sum a month is left out, and the person comes in. */
function readIncomeField(draft: RowDraft, at: FieldCell, text: string): void {
  const { field } = at;
  const isFraction = at.cell.kind === "number" && /[.]\d*[1-9]/.test(text);
  const reading = isFraction ? ({ status: "unclear", reason: "shape" } as const) : readIncome(text);
  if (reading.status === "empty") return;
  if (reading.status === "unclear") return remark(draft, "W-AMOUNT", at, { field, reason: reading.reason });
  keepAs(draft, field, reading.amount);
  if (reading.isAbout) remark(draft, "W-AMOUNT", at, { field, reason: "about" });
}

/**
 * One month. A cell that names several is held back, however plain: money of six months is not booked to the first, nor
 * divided by a program that does not know the price of each. Its ends are kept for whoever divides it.
 */
export function readMonthField(draft: RowDraft, at: FieldCell, text: string): void {
  const { field } = at;
  const reading = readMonths(
    field === "paidThrough" ? text.replace(/^(s\.?\/?d\.?|sampai( dengan)?)\s+/i, "") : text,
  );
  const code = isRequired(draft, field) || field === "until" ? "E-MONTH" : "W-WORD";
  if (reading.status === "one") {
    keepAs(draft, field, reading.month);
    if (reading.isDoubtful) remark(draft, "W-DATE", at, { field, reason: "utc", reading: reading.month });
  } else if (reading.status === "span") {
    if (field === "month") Object.assign(draft.values, { month: reading.from, until: reading.until });
    remark(draft, code, at, {
      field,
      ...(code === "E-MONTH" ? { months: reading.months } : { value: shownWord(text) }),
    });
  } else if (!isDash(text)) {
    remark(draft, code, at, { field, ...(code === "E-MONTH" ? {} : { value: shownWord(text) }) });
  }
}

/** "3", "3 bulan": how many months one payment is for. */
export function readCountField(draft: RowDraft, at: FieldCell, text: string): void {
  const count = /^(\d{1,2})(?:[.,]0+)?\s*(?:bulan|bln|bl)?\.?$/i.exec(text);
  if (isDash(text)) return;
  if (count === null || Number(count[1]) < 1) remark(draft, "E-MONTH", at, { field: at.field });
  else draft.monthCount = Number(count[1]);
}
