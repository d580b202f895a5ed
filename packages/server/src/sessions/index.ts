export { type Auth, makeAuth } from "./auth.ts";
export { hashPassword } from "./hash-password.ts";
