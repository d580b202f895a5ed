import { jakartaDate } from "@tuwai/domain/time";
import { type App, isAppError, type Role } from "#app";
import { type Desk, findMailbox, listDesks } from "./desk.view.ts";
import { type Letter, sendLetter } from "./send-letter.ts";

const dayOf = (app: App) => ({
  regionCode: app.config.regionCode,
  today: jakartaDate(app.clock.now().getTime()),
});

/** Posts with these roles that somebody holds today; no address is told. */
export function desksOf(app: App, roles: readonly Role[]): Promise<readonly Desk[]> {
  return listDesks(app.db.as("app_auth"), { ...dayOf(app), roles });
}

/** `gone`: nobody holds the post any more, or the city has no mail server; `unknown`: it may have arrived, and is not sent again. */
export type Posted = "sent" | "refused" | "unknown" | "gone";

/**
 * Writes to whoever holds a post, from background work. The address stays here. `id` makes the Message-ID, the same however often it is
 * tried. Throws `unavailable` when trying later may help.
 */
export async function writeToDesk(
  app: App,
  desk: Desk,
  { id, ...letter }: Letter & { readonly id: string },
): Promise<Posted> {
  const { mail } = app.config;
  const to = await findMailbox(app.db.as("app_auth"), { ...dayOf(app), desk });
  if (mail === null || to === undefined) return "gone";
  try {
    await sendLetter(mail, { ...letter, to, id });
    return "sent";
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return "refused";
    if (isAppError(error) && error.details["isUnknown"] === true) return "unknown";
    throw error;
  }
}
