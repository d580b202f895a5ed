import { type Actor, type App, AppError } from "#app";
import { normalEmail } from "./normal-email.ts";
import { needsSecondFactor } from "#access";
import { storedToken } from "#sessions";
import {
  type Appointment,
  findAppointment,
  findSessionUser,
  findUserByEmail,
  type SessionUser,
} from "./account.store.ts";
import { deleteSession, touchSession } from "./session-life.store.ts";
import { idleMillis } from "./session-rules.ts";

/** The actor behind a request's session cookie; null when nobody is signed in or the account has no valid appointment. */
export async function actorOf(app: App, headers: Headers): Promise<Actor | null> {
  if (!headers.get("cookie")?.includes("session_token")) return null;
  const found = await app.auth.api.getSession({ headers });
  if (!found) return null;
  return actorOfSession(app, {
    userId: found.user.id,
    sessionId: found.session.id,
    lastUsed: found.session.updatedAt,
    hasSecondFactor: found.user.twoFactorEnabled === true,
  });
}

/** The actor behind a session that is still in use; one that lay idle too long ends here. */
async function actorOfSession(app: App, session: SessionUser): Promise<Actor | null> {
  const appointment = await appointmentOf(app, session.userId, session.sessionId);
  if (appointment === undefined) return null;
  const db = app.db.as("app_auth");
  // A demo is left open on a table for hours; a city is not.
  if (!app.config.demo && Date.now() - session.lastUsed.getTime() > idleMillis(appointment.role)) {
    await deleteSession(db, session.sessionId);
    return null;
  }
  if (Date.now() - session.lastUsed.getTime() > aMinute) await touchSession(db, session.sessionId);
  const lacksSecondFactor =
    !app.config.demo && !session.hasSecondFactor && needsSecondFactor(appointment.role);
  return { ...toActor(appointment), ...(lacksSecondFactor ? { lacksSecondFactor } : {}) };
}

const aMinute = 60_000;

/** Whoever has just proved to be this account, before a session carries it; null without a valid appointment. */
export async function actorOfUser(app: App, userId: string): Promise<Actor | null> {
  const appointment = await appointmentOf(app, userId, null);
  return appointment === undefined ? null : toActor(appointment);
}

/** For the command line: `TUWAI_TOKEN` is a session token. */
export async function actorOfToken(app: App, token: string): Promise<Actor> {
  const session = await findSessionUser(app.db.as("app_auth"), storedToken(token));
  const actor = session && (await actorOfSession(app, session));
  if (!actor) throw new AppError("unauthenticated");
  return actor;
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
