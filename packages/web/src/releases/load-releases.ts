import { type App, publicActor } from "@tuwai/server/app";
import { getRelease, listReleases, type Release, type ReleaseListed } from "@tuwai/server/releases";

/** Releases as everybody sees them, whoever is signed in. */
export const loadReleases = (app: App): Promise<readonly ReleaseListed[]> =>
  listReleases(app, publicActor(app.config.regionCode));

/** One of them. Throws `not-found`. */
export const loadRelease = (app: App, releaseMonth: string): Promise<Release> =>
  getRelease(app, publicActor(app.config.regionCode), { releaseMonth });
