export { packetTasks } from "./packet-tasks.ts";
