import type { Database } from "#database";
import type { Clock, Config, Feature, Log } from "#ground";
import type { Keys } from "#keys";
import type { Auth } from "#sessions";

/** What every use case receives first: made once in `openServer`, passed on, never global. */
export type App = {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  /** UUIDv7 made by the application, so that rows sort by birth. */
  readonly newId: () => string;
  readonly keys: Keys;
  readonly auth: Auth;
  readonly log: Log;
  /** What the features own and give, as the roof lists them (`#features`). */
  readonly features: readonly Feature[];
};
