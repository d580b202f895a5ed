import type { RouterContextProvider } from "react-router";
import { type App, publicActor } from "@tuwai/server/app";
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
  readonly rows: VillageRow[];
};

/** What every public coverage page starts from: the released figures and their rows in the page's language. */
export async function loadCoverage(
  request: Request,
  context: Readonly<RouterContextProvider>,
): Promise<LoadedCoverage> {
  const app = context.get(appContext);
  const language = languageOf(new URL(request.url).pathname);
  const coverage = await readPublicCoverage(app);
  const city = getCity(app.config);
  const { percent, numerator, denominator, asOf, sources, unchangedSince } = coverage;
  const share = { percent, numerator, denominator, asOf, sources, unchangedSince };
  return { language, city, coverage, share, rows: villageRows(coverage, city, language) };
}

/** The released figures as everybody sees them, whoever is signed in. */
export function readPublicCoverage(app: App): Promise<Coverage> {
  return getPublicCoverage(app, publicActor(app.config.regionCode));
}

/** Two seconds of keeping carry any crowd, and page and file never disagree for longer than a reader notices. */
export const publicHeaders = () => ({ "Cache-Control": "public, max-age=2" });
