import { verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import type { Database } from "#database";
import type { Config } from "#ground";
import type { Keys } from "#keys";
import { hashPassword } from "./hash-password.ts";
import { ourPlugin } from "./our-plugin.ts";

/** Sessions, passwords and second factors by better-auth, on the login `app_auth` and schema `auth`. No sign-up route is open. */
export function makeAuth(config: Config, db: Database, keys: Keys) {
  const isHttps = config.origin?.startsWith("https:") ?? false;
  return betterAuth({
    appName: "TuWai KeTan",
    secret: keys.derive("sessions").toString("base64url"),
    baseURL: config.origin ?? `http://localhost:${config.port}`,
    basePath: "/api/auth",
    database: { db: db.as("app_auth"), type: "postgres" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    // Twelve hours and never longer; "updatedAt" is ours, for the idle limit.
    session: { expiresIn: 12 * 3600, disableSessionRefresh: true },
    // Its own limits know an address only; ours (`limitAttempts`) stand before every door.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: "uuid" },
      // `__Host-` binds a cookie to this very host over TLS (ASVS 5.0, 3.3.1); better-auth's own prefix would be `__Secure-`.
      cookiePrefix: isHttps ? "__Host-tuwai" : "tuwai",
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps },
      ipAddress: { ipv6Subnet: 64 },
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
    plugins: [twoFactor({ issuer: "TuWai KeTan", accountLockout: { enabled: false } }), ourPlugin()],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
