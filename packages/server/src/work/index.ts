export { enqueue } from "./enqueue.ts";
export { handles, unitePersons } from "./handles.ts";
export { drainToEmpty, drainWork } from "./drain-work.ts";
export { catchUpClock, passDay } from "./pass-day.ts";
export { schedule } from "./schedule.ts";
export { handlersOf, schedules, schedulesOf, workHandlers } from "./works.ts";
export { startWork } from "./start-work.ts";
export type { BatchTopic, Topic, WorkPayloads } from "./topics.ts";
export { workFeature } from "./feature.ts";
