export {
  extendReservation,
  listReservations,
  type ReservationOutcome,
  type ReservationReason,
  releaseReservation,
  type ReserveOutcome,
  reserveWorkers,
  type ShownReservation,
} from "./reserve-workers.ts";
export { readReserved } from "./reserved.view.ts";
export { reservationsFeature } from "./feature.ts";
