import { createAuthEndpoint, getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { keepTokensAsDigests } from "./stored-token.ts";

/** What we ask of better-auth beyond its own doors: digests for tokens, who waits for a second factor, and another token for a session. */
export function ourPlugin() {
  return {
    id: "tuwai",
    init: (context: { readonly adapter: object }) => keepTokensAsDigests(context.adapter),
    endpoints: {
      /** Whose right password waits for a code, by the cookie of the first step; null when nobody's. */
      pendingUser: createAuthEndpoint.serverOnly({ method: "GET", requireHeaders: true }, async (ctx) => {
        const cookie = ctx.context.createAuthCookie("two_factor");
        const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
        const waiting = identifier && (await ctx.context.internalAdapter.findVerificationValue(identifier));
        if (!waiting) return null;
        const user = await ctx.context.internalAdapter.findUserById(waiting.value);
        return user === null ? null : { userId: user.id, email: user.email };
      }),
      /** The same session under another token, whose cookie goes out with the answer; false when there is no session. */
      renewSession: createAuthEndpoint.serverOnly({ method: "POST", requireHeaders: true }, async (ctx) => {
        const found = await getSessionFromCtx(ctx);
        if (!found) return false;
        const token = generateRandomString(32);
        const isThere = await ctx.context.internalAdapter.updateSession(found.session.token, { token });
        if (!isThere) return false;
        await setSessionCookie(ctx, { session: { ...found.session, token }, user: found.user });
        return true;
      }),
    },
  };
}
