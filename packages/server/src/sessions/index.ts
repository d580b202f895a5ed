export { type Auth, makeAuth } from "./auth.ts";
export { storedToken } from "./stored-token.ts";
export { stepOfCode } from "./step-of-code.ts";
export { drawFactor, type SecondFactorSetup, stepOfDrawn, takeDrawn } from "./drawn-factor.ts";
export { hashPassword } from "./hash-password.ts";
