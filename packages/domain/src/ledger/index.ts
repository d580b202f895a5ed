export {
  accountOf,
  chart,
  officePart,
  payerOwing,
  sideOf,
  type AccountCode,
  type AccountName,
  type AccountSide,
  type PayerAccount,
} from "./account.ts";
export {
  approvedKinds,
  mirrorOf,
  postingsOf,
  type DeductedShare,
  type LedgerEvent,
  type LedgerEventKind,
  type MoneyOrigin,
  type Posting,
} from "./ledger-event.ts";
