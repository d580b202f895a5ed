import type { Setting } from "@tuwai/domain/contributions";
import type { App } from "#app";
import { writeMissingSettings } from "#settings";

/** Days after a month is complete (its last day to pay is past) on which its release is prepared. */
type ReleaseSettings = { "release-after-days": Setting<number> };
export const releaseSettings: ReleaseSettings = { "release-after-days": { value: 1, confirmed: false } };

/** Puts the open question on the table of settings, marked unconfirmed. Repeatable. */
export const ensureReleaseSettings = (app: App): Promise<void> =>
  writeMissingSettings(
    app,
    releaseSettings,
    () => "set by the city; who prepares and who confirms stands in the access matrix",
  );
