import type { RouterContextProvider } from "react-router";
import { type App, isDatabaseGone, publicActor } from "@tuwai/server/app";
import { getPublicCoverage, type Coverage } from "@tuwai/server/coverage";
import { getCity, type City } from "@tuwai/server/regions";
import type { HonestShare } from "#ui";
import { languageOf, type Language } from "#language/language.ts";
import { appContext } from "#shell";
import { villageRows, type VillageRow } from "./village-rows.ts";

export type LoadedCoverage = {
  readonly language: Language;
  readonly city: City;
  readonly coverage: Coverage;
  readonly share: HonestShare;
  readonly rows: readonly VillageRow[];
};

/** What every public coverage page starts from: the released figures and their rows in the page's language. */
export async function loadCoverage(
  request: Request,
  context: Readonly<RouterContextProvider>,
): Promise<LoadedCoverage> {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const { coverage, held } = await readHeld(app);
  const city = getCity(app.config);
  const { percent, numerator, denominator, asOf, sources, unchangedSince, month, releasedOn } = coverage;
  const release = month === null || releasedOn === null ? undefined : { month, on: releasedOn };
  const share = { percent, numerator, denominator, asOf, sources, unchangedSince, release, held };
  return { language, city, coverage, share, rows: rowsOf(coverage, city, language) };
}

const known = new WeakMap<Coverage, Map<Language, readonly VillageRow[]>>();

/** The rows of one reading, put into words once in each language. */
function rowsOf(coverage: Coverage, city: City, language: Language): readonly VillageRow[] {
  const inLanguages = known.get(coverage) ?? new Map<Language, readonly VillageRow[]>();
  known.set(coverage, inLanguages);
  const rows = inLanguages.get(language) ?? villageRows(coverage, city, language);
  inLanguages.set(language, rows);
  return rows;
}

type Held = { readonly coverage: Coverage; readonly held?: HonestShare["held"] };

const lastGood = new WeakMap<App, { readonly coverage: Coverage; readonly at: Date }>();
const longestHeldHours = 24;

/**
 * The released figures as everybody sees them, whoever is signed in. Figures already published are as true while the database
 * is away: the last ones it gave are shown on, with their age, for a day at most.
 */
async function readHeld(app: App): Promise<Held> {
  try {
    const coverage = await getPublicCoverage(app, publicActor(app.config.regionCode));
    lastGood.set(app, { coverage, at: app.clock.now() });
    return { coverage };
  } catch (error) {
    const kept = lastGood.get(app);
    if (!kept || !isDatabaseGone(error)) throw error;
    const minutes = Math.round((app.clock.now().getTime() - kept.at.getTime()) / 60_000);
    if (minutes > longestHeldHours * 60) throw error;
    return { coverage: kept.coverage, held: { at: kept.at, minutes } };
  }
}

/** The same for files, with the seconds since they were read as HTTP says them. */
export async function readPublicCoverage(
  app: App,
): Promise<{ readonly coverage: Coverage; readonly age: Record<string, string> }> {
  const { coverage, held } = await readHeld(app);
  return { coverage, age: held ? { Age: String(held.minutes * 60) } : {} };
}

/** Two seconds of keeping carry any crowd, and page and file never disagree for longer than a reader notices. */
export const publicHeaders = () => ({ "Cache-Control": "public, max-age=2" });
