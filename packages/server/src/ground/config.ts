/** Read once from the environment by `runtime/read-config.ts`. */
export type Config = {
  /** Dotted code of the one city this deployment serves, e.g. "13.77". */
  readonly regionCode: string;
  /** Where keys, uploads and the embedded database live. */
  readonly dataDir: string;
  /** Connection of the owner: migrations and set-up only. */
  readonly databaseUrl: string;
  /** Public address, e.g. "https://ketan.pariamankota.go.id"; null on a laptop. */
  readonly origin: string | null;
  /** The database is the embedded one: its minor version is ours to ship, so an older one is only remarked upon. */
  readonly embedded: boolean;
  /** Demo: synthetic identity numbers only, one demo password, no second factor demanded. */
  readonly demo: boolean;
  /** Whether a demo was asked for, or a real city; null: what the database says holds. */
  readonly demoAsked: boolean | null;
  /** The mail server that carries invitations, and the sender of its letters; null: codes go on paper. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly host: string;
  readonly port: number;
  /** `TUWAI_NOW`: the moment a demo city stands at; the database keeps it. */
  readonly fixedNow: Date | null;
  /** Counts may stand for some seconds; never in tests, which write behind the application's back. */
  readonly keepsAnswers: boolean;
};
