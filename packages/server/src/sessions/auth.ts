import { verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import type { Database } from "#database";
import type { Config } from "#ground";
import type { Keys } from "#keys";
import { hashPassword } from "./hash-password.ts";

/** Sessions, passwords and second factors by better-auth, on the login `app_auth` and schema `auth`. No sign-up route is open. */
export function makeAuth(config: Config, db: Database, keys: Keys) {
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
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    rateLimit: { enabled: !config.demo, storage: "database", window: 60, max: 20 },
    advanced: {
      database: { generateId: "uuid" },
      cookiePrefix: "tuwai",
      useSecureCookies: config.origin?.startsWith("https:") ?? false,
      ipAddress: { ipv6Subnet: 64 },
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
    plugins: [twoFactor({ issuer: "TuWai KeTan" })],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
