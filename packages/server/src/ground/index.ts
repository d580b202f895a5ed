export { AppError, isAppError, type ErrorCode } from "./app-error.ts";
export { type Config } from "./config.ts";
export { type Log } from "./log.ts";
export { type Clock, makeClock } from "./clock.ts";
export { type Actor, type Role, roles, publicActor, systemActor } from "./actor.ts";
export { readNote } from "./read-note.ts";
export { isUuid, uuidv7 } from "./uuidv7.ts";
export { type Feature, type Given, part, type Part } from "./feature.ts";
