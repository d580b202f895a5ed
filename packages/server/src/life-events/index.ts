export {
  type LifeEventOutcome,
  type NewLifeEvent,
  recordLifeEvent,
  tellLifeEvent,
} from "./record-life-event.ts";
export { handleLifeEvent, type HandleLifeEvent, type HandleLifeEventOutcome } from "./handle-life-event.ts";
export { type EventToFollow, listEventsToFollow } from "./list-events-to-follow.ts";
export {
  undoLifeEvent,
  type UndoLifeEvent,
  type UndoLifeEventOutcome,
  type UndoLifeEventReason,
  untellLifeEvent,
} from "./undo-life-event.ts";
export { type LifeEvent, type LifeEvents, listLifeEvents } from "./list-life-events.ts";
export {
  type LifeEventDocument,
  lifeEventDocuments,
  type LifeEventKind,
  lifeEventKinds,
  type LifeEventReason,
  type LifeEventTeller,
  lifeEventTellers,
} from "./life-event.ts";
export { lifeEventsFeature } from "./feature.ts";
