import { join } from "node:path";
import { type Month, shiftMonth } from "@tuwai/domain/time";
import { type App, AppError } from "@tuwai/server/app";
import { type PlayedMonth, readBook } from "./city-book.ts";
import { loadedVillages } from "./load-demo-city.ts";
import { playMonths } from "./play-months.ts";

/**
 * A demo city lives on for so many months after the last that was played; what was left of that one is played first. Throws
 * `not-set-up` for a city that was never played.
 */
export async function playOn(
  app: App,
  count: number,
  tell: (line: string) => void,
): Promise<readonly PlayedMonth[]> {
  const folder = join(app.config.dataDir, "demo");
  const book = readBook(folder);
  const last = book?.reports.pop()?.month;
  if (book === null || last === undefined)
    throw new AppError("not-set-up", {
      message: "Kota contoh ini belum dimuat. The demo city is not loaded yet.",
    });
  const months = Array.from({ length: count + 1 }, (_, at): Month => shiftMonth(last, at));
  const played = await playMonths(app, months, {
    folder,
    book,
    tell,
    villages: loadedVillages(folder, book),
    shown: null,
  });
  return played.slice(1);
}
