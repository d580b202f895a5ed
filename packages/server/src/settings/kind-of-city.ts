import { type App, AppError } from "#app";
import { asCity } from "#use-case";
import { readSettings, writeMissingSettings } from "./read-settings.ts";

/** Kept with the data, so that a city of paper never becomes a real one and a real one is never filled with paper. */
const marks = {
  /** Set before the first person of paper comes in, and by older versions when the last one was in. */
  "demo-city-begun": { value: false, confirmed: false },
  "demo-city-loaded": { value: false, confirmed: false },
  "real-city": { value: false, confirmed: false },
};

const standing = { "demo-clock-stands": { value: false, confirmed: false } };

/** Says that this demo city stays at its moment until somebody moves it, also when real time has passed it. */
export function keepMoment(app: App): Promise<void> {
  return writeMissingSettings(app, { "demo-clock-stands": { value: true, confirmed: true } }, () => "demo");
}

export async function keepsMoment(app: App): Promise<boolean> {
  const kept = await asCity(app, "city.clock", ({ tx }) => readSettings(tx, app.config.regionCode, standing));
  return kept["demo-clock-stands"].value;
}

/** Says of this database that people of paper live in it. */
export function markDemoCity(app: App): Promise<void> {
  return mark(app, "demo-city-begun");
}

function mark(app: App, name: keyof typeof marks): Promise<void> {
  return writeMissingSettings(app, { [name]: { value: true, confirmed: true } }, () => "start");
}

/**
 * Whether this city runs as a demo. What the database says holds where nothing was asked for; a request against it throws
 * `not-set-up`: people of paper have accounts with a printed password, and nobody could tell them from real ones.
 */
export async function requireKind(app: App, asked: boolean | null): Promise<{ readonly demo: boolean }> {
  const { regionCode } = app.config;
  const kept = await asCity(app, "city.kind", ({ tx }) => readSettings(tx, regionCode, marks));
  const isDemo = kept["demo-city-begun"].value || kept["demo-city-loaded"].value;
  const isReal = kept["real-city"].value;
  if (isDemo && asked === false) throw new AppError("not-set-up", { message: demoAsReal });
  if (isReal && asked === true) throw new AppError("not-set-up", { message: realAsDemo });
  const demo = isDemo || (!isReal && asked !== false);
  if (!demo && app.config.fixedNow !== null)
    throw new AppError("not-set-up", { message: "TUWAI_NOW is for demo and tests only." });
  if (!demo && !isReal) await mark(app, "real-city");
  return { demo };
}

const demoAsReal = `Data ini kota contoh: penduduknya rekaan dan sandinya tercetak. Kota contoh tidak dapat menjadi kota sungguhan.
Untuk kota sungguhan pakai folder lain: TUWAI_DEMO=0 TUWAI_DATA=/folder/baru npm start (atau DATABASE_URL basis data kosong).
Untuk kota contoh jalankan tanpa TUWAI_DEMO=0. Tidak ada data yang berubah.
These data are a demo city and cannot become a real one: give TUWAI_DATA another folder, or start without TUWAI_DEMO=0. Nothing was changed.`;

const realAsDemo = `Data ini kota sungguhan. Jalankan tanpa TUWAI_DEMO=1; untuk kota contoh pakai folder lain: TUWAI_DATA=/folder/lain npm start.
Tidak ada data yang berubah.
These data are a real city: start without TUWAI_DEMO=1, or give TUWAI_DATA another folder for a demo city. Nothing was changed.`;
