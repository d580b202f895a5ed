export { enqueue } from "./enqueue.ts";
export { type Handlers, handles, unitePersons } from "./handles.ts";
export { drainToEmpty, drainWork } from "./drain-work.ts";
export { catchUpClock, passDay, type Works } from "./pass-day.ts";
export { schedule, type Schedule } from "./schedule.ts";
export { workWork } from "./work-work.ts";
export { startWork } from "./start-work.ts";
export type { BatchTopic, Topic, WorkPayloads } from "./topics.ts";
export { workFeature } from "./feature.ts";
