export type PlaceAndDate = { readonly place: string; readonly date: string };

const MONTH = String.raw`(?:\d{1,2}|(?:jan|[fp]eb|mar|mrt|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|no[vp]|des|dec)\p{L}*\.?)`;
const DATE = String.raw`(?:\d{1,2}\s*[-/.]\s*${MONTH}\s*[-/.,]\s*'?\d{2,4}|\d{1,2}\s+${MONTH}\s*,?\s*'?(?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}(?:[T ]\S+)?|\d{8})`;
const AT_END = new RegExp(String.raw`^(.*?)(?<![\p{L}\d])(${DATE})$`, "iu");
const AT_START = new RegExp(String.raw`^(${DATE})(?![\p{L}\d])(.*)$`, "iu");

/**
 * "Pariaman, 3 Mei 1980" in its two parts. The date is looked for at the end, then at the start, so that places with
 * figures keep them: "2x11 Kayu Tanam, 13-01-1965" is a real kecamatan. Without a whole date what begins with a figure
 * after a comma counts as one, to be told as unreadable.
 */
export function splitPlaceAndDate(text: string): PlaceAndDate {
  const atEnd = AT_END.exec(text);
  if (atEnd !== null) return { place: tidy(atEnd[1]), date: atEnd[2] ?? "" };
  const atStart = AT_START.exec(text);
  if (atStart !== null) return { place: tidy(atStart[2]), date: atStart[1] ?? "" };
  const rest = /^([^\d]*?)[\s,/.:-]*(\d.*)?$/u.exec(text);
  const afterComma = /^(.*),\s*(\d[^,]*)$/u.exec(text);
  if (afterComma !== null) return { place: tidy(afterComma[1]), date: afterComma[2] ?? "" };
  return { place: tidy(rest?.[1]), date: rest?.[2] ?? "" };
}

function tidy(place: string | undefined): string {
  return (place ?? "").replace(/^[\s,/.:;-]+|[\s,/:;-]+$/gu, "").trim();
}
