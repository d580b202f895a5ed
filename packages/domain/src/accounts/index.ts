export { type InviteCode, newInviteCode, readInviteCode } from "./invite-code.ts";
export { passwordFaults, type PasswordFault } from "./password-rules.ts";
