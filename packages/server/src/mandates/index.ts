export {
  type AccountKept,
  getMyMandate,
  keepOwnAccount,
  type MyMandate,
  printMandate,
} from "./my-mandate.ts";
export {
  type AccountOutcome,
  decideReceiving,
  getReceivingAccounts,
  proposeReceivingAccount,
  type ShownAccount,
} from "./receiving-accounts.ts";
export { mandatesFeature } from "./feature.ts";
