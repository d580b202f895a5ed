import { type App, publicActor } from "@tuwai/server/app";
import { getIndicators, type Indicators } from "@tuwai/server/indicators";

/** The series as everybody sees them, whoever is signed in. */
export const loadIndicators = (app: App): Promise<Indicators> =>
  getIndicators(app, publicActor(app.config.regionCode));
