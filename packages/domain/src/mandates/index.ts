export { type BankAccount, readBankAccount } from "./bank-account.ts";
export { mandateLetter, type MandateFacts, type MandateLetter } from "./mandate-letter.ts";
