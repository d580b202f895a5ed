import { AppError, type Config } from "#ground";
import { moveClock, readClock } from "./clock.ts";

/**
 * The moment a process starts at: what the database keeps, else `TUWAI_NOW`, which is kept from then on; null for real time.
 * Throws `not-set-up` when `TUWAI_NOW` lies before the kept moment, and outside a demo when that moment is still to come.
 */
export async function settleClock(config: Config): Promise<Date | null> {
  const { databaseUrl, fixedNow } = config;
  const kept = await readClock(databaseUrl);
  if (kept === null) {
    if (fixedNow) await moveClock(databaseUrl, fixedNow);
    return fixedNow;
  }
  if (!config.demo && kept.getTime() > Date.now())
    throw new AppError("not-set-up", {
      message:
        `Data ini milik kota contoh yang jamnya sudah ${kept.toISOString()}: ` +
        `pakai basis data lain untuk kota yang sesungguhnya.\n` +
        `These data belong to a demo city whose clock is ahead of real time; nothing was changed.`,
    });
  if (fixedNow && fixedNow < kept)
    throw new AppError("not-set-up", {
      message:
        `Jam kota contoh ini sudah ${kept.toISOString()} dan hanya berjalan maju: ` +
        `pilih TUWAI_NOW yang sama atau sesudahnya, atau data lain (TUWAI_DATA).\n` +
        `The clock of this demo city moves forward only; nothing was changed.`,
    });
  return kept;
}
