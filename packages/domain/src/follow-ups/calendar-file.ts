import { addDays, type CivilDate, jakartaDate } from "#time";

type Known = {
  /** The same for good, so that a calendar changes its entry and adds none. */
  readonly uid: string;
  readonly title: string;
  readonly sequence: number;
  /** Epoch milliseconds, as all instants here. */
  readonly changedAt: number;
};
export type CalendarEvent = Known &
  ({ readonly on: CivilDate } | { readonly from: number; readonly until: number; readonly place: string });

const hourMillis = 3_600_000;
const mostOctets = 75;

/** The times of meetings are those of Jakarta, which has had no summer time since 1964. */
const timeZone = [
  "BEGIN:VTIMEZONE",
  "TZID:Asia/Jakarta",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0700",
  "TZOFFSETTO:+0700",
  "TZNAME:WIB",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** A calendar by RFC 5545: whole days for what is due, hours in Jakarta for meetings; lines end in CRLF and fold at 75 octets. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//TuWai KeTan//Tindak lanjut//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...timeZone,
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf(event: CalendarEvent): readonly string[] {
  const stamp = `${moment(event.changedAt - 7 * hourMillis)}Z`;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `SUMMARY:${escaped(event.title)}`,
    ...("on" in event
      ? [
          `DTSTART;VALUE=DATE:${day(event.on)}`,
          `DTEND;VALUE=DATE:${day(addDays(event.on, 1))}`,
          "TRANSP:TRANSPARENT",
        ]
      : [
          `DTSTART;TZID=Asia/Jakarta:${moment(event.from)}`,
          `DTEND;TZID=Asia/Jakarta:${moment(event.until)}`,
          `LOCATION:${escaped(event.place)}`,
        ]),
    "END:VEVENT",
  ];
}

const day = (date: CivilDate): string => date.replaceAll("-", "");
const two = (n: number): string => String(n).padStart(2, "0");

/** "20261218T090000" of an instant in Jakarta. */
function moment(epochMillis: number): string {
  const seconds = Math.floor(
    ((((epochMillis + 7 * hourMillis) % (24 * hourMillis)) + 24 * hourMillis) % (24 * hourMillis)) / 1000,
  );
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join("");
  return `${day(jakartaDate(epochMillis))}T${time}`;
}

/** A text value: what has a meaning of its own in a calendar is marked, other control characters are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n|\r/g, "\n")
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, "");

/** Bytes of a text in UTF-8. */
function octets(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** No line is longer than 75 octets, and no character is cut in two; what follows begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const letter of line) {
    if (octets(current) + octets(letter) > mostOctets) {
      lines.push(current);
      current = " ";
    }
    current += letter;
  }
  return [...lines, current].join("\r\n");
}
