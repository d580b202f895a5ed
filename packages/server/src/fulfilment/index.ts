export {
  type BookOutcome,
  bookVillagePayment,
  type PaymentReason,
  withdrawVillagePayment,
  type WithdrawPaymentOutcome,
} from "./book-payment.ts";
export { type BillLine, getVillageBills, type VillageBills } from "./get-bills.ts";
export { enrolFromCommitments, type EnrolFromOutcome } from "./enrol-people.ts";
export { previewPeople, type PeoplePreview, type ShownChoice } from "./preview-people.ts";
export type { PersonReason } from "./plan-people.ts";
export { undoCommitmentEnrolment, type UndoEnrolmentOutcome } from "./undo-people.ts";
export { fulfilmentFeature } from "./feature.ts";
