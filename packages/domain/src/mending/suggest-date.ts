import { readDate } from "#cells";
import { editDistance } from "#regions";
import type { CivilDate } from "#time";
import { digitsMeant } from "./digits-meant.ts";

const MONTHS = [
  "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
]; // oxfmt-ignore

export type DateSuggestion = {
  readonly text: string;
  readonly because: "date-in-nik" | "letter-for-digit" | "month-spelled" | "century";
};

/** What day may have been meant: the one inside the NIK, or what is left once a letter, a month's name or the century is put right. */
export function suggestDate(
  written: string,
  { today, inNik }: { readonly today: CivilDate; readonly inNik: CivilDate | undefined },
): readonly DateSuggestion[] {
  const read = (text: string) => {
    const reading = readDate({ text, kind: "text" }, { today, inNik, isBirthDate: true, mayBeFuture: false });
    return reading.status === "read" ? dayFirst(reading.date) : undefined;
  };
  const letters = /\p{L}/u.test(written) ? read(digitsMeant(written)) : undefined;
  const spelled = read(spellMonth(written));
  const earlier = read(written.replace(/\b20(\d\d)\b/, "19$1"));
  const found: readonly (DateSuggestion | undefined)[] = [
    inNik && { text: dayFirst(inNik), because: "date-in-nik" },
    letters === undefined ? undefined : { text: letters, because: "letter-for-digit" },
    spelled === undefined ? undefined : { text: spelled, because: "month-spelled" },
    earlier === undefined ? undefined : { text: earlier, because: "century" },
  ];
  const offered = found.filter((one) => one !== undefined);
  return offered
    .filter(({ text }, at) => offered.findIndex((other) => other.text === text) === at)
    .slice(0, 2);
}

function spellMonth(written: string): string {
  return written.replace(/\p{L}{3,}/gu, (word) => {
    const near = MONTHS.filter(
      (month) => editDistance(word.toLowerCase(), month, 2) <= (month.length > 4 ? 2 : 1),
    );
    return near.length === 1 ? near[0]! : word;
  });
}

export function dayFirst(date: CivilDate): string {
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}
