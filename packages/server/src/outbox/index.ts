export { enqueue, type Topic } from "./enqueue.ts";
export { drainOutbox, type Handlers } from "./drain-outbox.ts";
export { startRelay } from "./start-relay.ts";
export { outboxFeature } from "./feature.ts";
