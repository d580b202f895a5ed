import { createAuthEndpoint } from "better-auth/api";
import { keepTokensAsDigests } from "./stored-token.ts";

/** What we ask of better-auth beyond its own doors: digests for tokens, and who waits for a second factor. */
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
    },
  };
}
