import { hash } from "@node-rs/argon2";

/** OWASP's argon2id minimum: 19 MiB, 2 passes, 1 lane (about 25 ms here). */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2);
}
