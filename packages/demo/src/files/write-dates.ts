import type { CivilDate } from "@tuwai/domain/time";
import type { Random } from "@tuwai/linkage/generator";
import { excelSerial, type DemoCell } from "./write-demo-workbook.ts";

export type DateStyle = "serial" | "slash" | "dash" | "short" | "long" | "abbreviated" | "iso" | "dots";

const MONTHS = [
  "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]; // oxfmt-ignore
const ABBREVIATED = ["Jan", "Peb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"];

/** A date as village offices type it, or as a real Excel date when the style is `serial`. */
export function writeDate(date: CivilDate, style: DateStyle): DemoCell {
  return style === "serial" ? { serial: excelSerial(date) } : dateText(date, style);
}

/** The same as text always, for cells that hold more than the date. */
export function dateText(date: CivilDate, style: DateStyle): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const place = Number(month) - 1;
  const forms: Readonly<Record<DateStyle, string>> = {
    serial: `${day}/${month}/${year}`,
    slash: `${day}/${month}/${year}`,
    dash: `${day}-${month}-${year}`,
    short: `${Number(day)}-${Number(month)}-${year.slice(2)}`,
    long: `${Number(day)} ${MONTHS[place]} ${year}`,
    abbreviated: `${day}-${ABBREVIATED[place]}-${year}`,
    iso: date,
    dots: `${day}.${month}.${year}`,
  };
  return forms[style];
}

/** The style a workbook is written in, and now and then another one, as when rows were pasted from elsewhere. */
export function drawDateStyle(random: Random): DateStyle {
  return random.draw({ serial: 34, slash: 18, dash: 20, short: 7, long: 9, abbreviated: 5, iso: 3, dots: 4 });
}
