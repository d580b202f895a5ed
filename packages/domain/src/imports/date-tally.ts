import type { DateOrder, TableCell } from "#intake";
import type { CivilDate } from "#time";

const FEWEST_VOTES = 2;
const FEWEST_CELLS = 3;

/** Which of day and month comes first in a column of birth dates, as its own extremes and the NIKs of its rows show. */
export function createDateTally() {
  const cells = { straight: 0, swapped: 0, all: 0, late: 0 };
  const figures = { dayFirst: 0, monthFirst: 0, firstIsDay: 0, secondIsDay: 0, all: 0 };
  return {
    add(cell: TableCell, inNik: CivilDate | undefined): void {
      const iso = /^\d{4}-(\d{2})-(\d{2})(?:$|[T ])/.exec(cell.text.trim());
      if (iso !== null) return addCell(cells, cell.text.trim().slice(0, 10), inNik);
      const text = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\b/.exec(cell.text.trim());
      if (text !== null) addFigures(figures, [Number(text[1]), Number(text[2])], inNik);
    },
    order(): DateOrder | undefined {
      if (cells.all + figures.all === 0) return undefined;
      return { figures: orderOf(figures), areCellsSwapped: areSwapped(cells, figures) };
    },
  };
}

type Cells = { straight: number; swapped: number; all: number; late: number };
type Figures = { dayFirst: number; monthFirst: number; firstIsDay: number; secondIsDay: number; all: number };

function addCell(cells: Cells, date: string, inNik: CivilDate | undefined): void {
  const [year, month, day] = date.split("-");
  cells.all += 1;
  if (Number(day) > 12) cells.late += 1;
  if (inNik === undefined || month === day) return;
  if (inNik === date) cells.straight += 1;
  else if (inNik === `${year}-${day}-${month}`) cells.swapped += 1;
}

function addFigures(
  figures: Figures,
  [first, second]: readonly [number, number],
  inNik: CivilDate | undefined,
): void {
  figures.all += 1;
  if (first > 12 && second <= 12) figures.firstIsDay += 1;
  if (second > 12 && first <= 12) figures.secondIsDay += 1;
  if (inNik === undefined || first > 12 || second > 12 || first === second) return;
  const [, month, day] = inNik.split("-").map(Number);
  if (first === day && second === month) figures.dayFirst += 1;
  if (first === month && second === day) figures.monthFirst += 1;
}

/** NIKs decide; without them a second figure above 12 does, while no first one is. Day first alone proves nothing: an English
 * spreadsheet leaves just those as text. */
function orderOf({ dayFirst, monthFirst, firstIsDay, secondIsDay }: Figures): DateOrder["figures"] {
  if (monthFirst >= FEWEST_VOTES && dayFirst === 0) return "month-first";
  if (dayFirst >= FEWEST_VOTES && monthFirst === 0 && secondIsDay === 0) return "day-first";
  return secondIsDay > 0 && firstIsDay === 0 && dayFirst === 0 ? "month-first" : "unclear";
}

/** Dates all before the 13th beside texts all after the 12th: what could be turned was turned. */
function areSwapped(cells: Cells, figures: Figures): boolean {
  if (cells.straight > 0) return false;
  if (cells.swapped >= FEWEST_VOTES) return cells.late === 0;
  const isTellingPattern =
    cells.all >= FEWEST_CELLS && cells.late === 0 && figures.firstIsDay >= FEWEST_VOTES;
  return isTellingPattern && figures.firstIsDay === figures.all;
}
