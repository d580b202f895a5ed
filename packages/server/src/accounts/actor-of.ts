import { type Actor, type App, AppError } from "#app";
import { normalEmail } from "./normal-email.ts";
import { type Appointment, findAppointment, findSessionUser, findUserByEmail } from "./account.store.ts";

/** The actor behind a request's session cookie; null when nobody is signed in or the account has no valid appointment. */
export async function actorOf(app: App, headers: Headers): Promise<Actor | null> {
  if (!headers.get("cookie")?.includes("session_token")) return null;
  const found = await app.auth.api.getSession({ headers });
  if (!found) return null;
  const appointment = await appointmentOf(app, found.user.id, found.session.id);
  return appointment ? toActor(appointment) : null;
}

/** For the command line: `TUWAI_TOKEN` is a session token. */
export async function actorOfToken(app: App, token: string): Promise<Actor> {
  const session = await findSessionUser(app.db.as("app_auth"), token);
  const appointment = session && (await appointmentOf(app, session.userId, session.sessionId));
  if (!appointment) throw new AppError("unauthenticated");
  return toActor(appointment);
}

/** Demo only: `--as USER` needs no password and counts as freshly stepped up. */
export async function actorOfEmail(app: App, email: string): Promise<Actor> {
  if (!app.config.demo) throw new AppError("forbidden", { reason: "as-user-is-for-demo" });
  const userId = await findUserByEmail(app.db.as("app_auth"), normalEmail(email));
  const appointment = userId && (await appointmentOf(app, userId, null));
  if (!appointment) throw new AppError("unauthenticated", { reason: "no-such-user" });
  return { ...toActor(appointment), steppedUpAt: new Date() };
}

function appointmentOf(app: App, userId: string, sessionId: string | null): Promise<Appointment | undefined> {
  const { regionCode } = app.config;
  return findAppointment(app.db.as("app_auth"), { userId, regionCode, today: app.clock.today(), sessionId });
}

function toActor(row: Appointment): Actor {
  return {
    userId: row.userId,
    role: row.role,
    regionCode: row.regionCode,
    displayName: row.name,
    ...(row.scope === null ? {} : { scope: row.scope }),
    ...(row.steppedUpAt === null ? {} : { steppedUpAt: row.steppedUpAt }),
  };
}
