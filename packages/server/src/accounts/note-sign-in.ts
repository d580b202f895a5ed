import { type Actor, type App, publicActor } from "#app";
import { recordChange } from "#audit";
import { asAccounts } from "#database";

/** What the trail tells about signing in (ASVS 5.0, 16.3.1). */
export type SignInEvent =
  | "session.signed-in"
  | "session.refused"
  | "session.locked"
  | "session.signed-out"
  | "session.stepped-up"
  | "session.step-up-refused"
  | "session.second-factor-set";

type Noted = {
  readonly event: SignInEvent;
  /** The account it is about; null when the address is nobody's. */
  readonly userId: string | null;
  /** Whose doing it is; left out while nobody has proved to be anybody. */
  readonly actor?: Actor;
  readonly details?: {
    readonly by?: string;
    readonly kind?: string;
    readonly reason?: string;
    readonly seconds?: number | null;
  };
};

const unwelcome: readonly SignInEvent[] = ["session.refused", "session.locked", "session.step-up-refused"];

/** Writes what happened at the door into the trail, and what was unwelcome as a warning into the log, both without a name. */
export async function noteSignIn(app: App, { event, userId, actor, details = {} }: Noted): Promise<void> {
  if (unwelcome.includes(event)) app.log.warn({ event, ...details }, "sign-in");
  const by = actor ?? publicActor(app.config.regionCode);
  const objectId = userId ?? "unknown";
  await asAccounts(app, by, (tx) =>
    recordChange(app, tx, by, { action: event, objectType: "account", objectId, details }),
  );
}
