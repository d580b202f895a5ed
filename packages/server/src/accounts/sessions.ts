import { isUuid } from "#app";
import { act } from "#use-case";
import { findAccount } from "./find-account.ts";
import { deleteSessions, listUserSessions, type SeenSession } from "./session.store.ts";

type Ended = { readonly ended: number };

/** Ends one session of somebody else, or all of them (OWASP ASVS 5.0, 7.4.5). */
export const endAccountSessions = act(
  { name: "account.sessions.end", permission: "user.change" },
  (
    { inAccounts },
    { accountId, sessionId }: { readonly accountId: string; readonly sessionId?: string | undefined },
  ): Promise<Ended> =>
    inAccounts(async (step) => {
      await findAccount(step, accountId);
      const only = readOnly(sessionId);
      const ended = await deleteSessions(step.tx, { userId: accountId, ...only });
      await step.audit({ objectType: "account", objectId: accountId, details: { ended } });
      return { ended };
    }),
);

export type MySession = SeenSession & { readonly isThis: boolean };

/** The actor's own sessions, so that a strange one is noticed (ASVS 5.0, 7.5.2). */
export const listMySessions = act(
  { name: "session.list", permission: "device.revoke" },
  async (
    { app, actor, inAccounts },
    { headers }: { readonly headers: Headers },
  ): Promise<readonly MySession[]> => {
    const current = await app.auth.api.getSession({ headers });
    const sessions = await inAccounts(async (step) =>
      step.unchanged(await listUserSessions(step.tx, actor.userId)),
    );
    return sessions.map((each) => ({ ...each, isThis: each.sessionId === current?.session.id }));
  },
);

/** Ends one of the actor's own sessions, or all but the one that asks. */
export const endMySessions = act(
  { name: "session.end", permission: "device.revoke" },
  async (
    { app, actor, inAccounts },
    { headers, sessionId }: { readonly headers: Headers; readonly sessionId?: string | undefined },
  ): Promise<Ended> => {
    const current = await app.auth.api.getSession({ headers });
    return inAccounts(async (step) => {
      const which = sessionId === undefined ? exceptThis(current?.session.id) : readOnly(sessionId);
      const ended = await deleteSessions(step.tx, { userId: actor.userId, ...which });
      await step.audit({ objectType: "account", objectId: actor.userId, details: { ended } });
      return { ended };
    });
  },
);

const nobodys = "00000000-0000-0000-0000-000000000000";

function readOnly(sessionId: string | undefined): { readonly only?: string } {
  if (sessionId === undefined || sessionId === "") return {};
  return { only: isUuid(sessionId) ? sessionId : nobodys };
}

function exceptThis(id: string | undefined): { readonly except?: string } {
  return id === undefined ? {} : { except: id };
}
