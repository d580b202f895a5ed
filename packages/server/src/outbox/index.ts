export { enqueue } from "./enqueue.ts";
export type { Topic } from "./topic.ts";
export { drainOutbox, type Handlers } from "./drain-outbox.ts";
export { startRelay } from "./start-relay.ts";
export { outboxFeature } from "./feature.ts";
