export { type InviteCode, newInviteCode, readInviteCode } from "./invite-code.ts";
export { passwordFaults, type PasswordFault, passwordLength } from "./password-rules.ts";
