import type { ImportedRow } from "./imported-row.ts";

/**
 * One line of what a list says in several columns; null when it says nothing. What the address says already (the hamlet, RT and
 * RW) is not said again.
 */
export function addressLine(values: Pick<ImportedRow, "address" | "hamlet" | "rt" | "rw">): string | null {
  const hamlet = said(values.hamlet);
  const address = said(values.address);
  const place = [address, address.toLowerCase().includes(hamlet.toLowerCase()) ? "" : hamlet];
  const known = numbersIn(place.join(", "));
  const ofColumns = { rt: numberOf(values.rt), rw: numberOf(values.rw) };
  const parts = [
    ...place,
    known.rt === plain(ofColumns.rt) ? "" : ofColumns.rt && `RT ${ofColumns.rt}`,
    known.rw === plain(ofColumns.rw) ? "" : ofColumns.rw && `RW ${ofColumns.rw}`,
  ];
  const text = parts.filter((part) => part !== "").join(", ");
  return text === "" ? null : text;
}

const said = (text: string | undefined): string => text?.trim() ?? "";

/** The column RT may say "RT 03" itself. */
const numberOf = (text: string | undefined): string => said(text).replace(/^r[tw]\b\W*/i, "");

/** "003" and "3" are the same RT. */
const plain = (number: string): string => number.replace(/^0+(?=\d)/, "");

/** The RT and RW that a text names: "RT 001/002", "RT.1 RW.2", "RT/RW 1/2", "RW 02". */
function numbersIn(text: string): { readonly rt: string | undefined; readonly rw: string | undefined } {
  const [, rt, after] = /\brt\W{0,3}(?:rw\W{0,3})?0*(\d{1,3})(?:\W{1,3}0*(\d{1,3})\b)?/i.exec(text) ?? [];
  const [, rw] = /\brw\W{0,3}0*(\d{1,3})/i.exec(text) ?? [];
  const isPair = /\brt\W{0,3}rw\b/i.test(text);
  return { rt, rw: isPair ? after : (rw ?? after) };
}
